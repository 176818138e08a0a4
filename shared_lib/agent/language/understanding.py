"""The way from text to meaning."""

from datetime import datetime

from .contact import code_in, email_in, name_in, phone_in, reference_in
from .demo import DEMO
from .intents import clauses, context_of, intents_of, signs_of
from .items import cleaned
from .language import language
from .meaning import Meaning, Vocabulary
from .timing import whens_of
from .vocabulary import index_of, technician_in, wishes_in
from .wishes import choice_in, first, minutes_in, party_in


def understand(
    text: str,
    *,
    now: datetime,
    asked: str | None = None,
    system: str | None = None,
    lang: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> Meaning:
    """Return what a guest's words mean; `now` is the spa's wall clock, `asked` and `system` what we asked just before."""
    tongue = language("en")
    plain = tongue.respell(cleaned(text))
    items = tongue.items(plain)
    parsed = tongue.parsed(items, time_asked=asked == "time")
    things = tongue.things(items)
    index = index_of(vocabulary or DEMO)
    whens = whens_of(parsed, now, tongue.corrections)
    wishes = wishes_in(things, index.treatments, tongue.parting, tongue.weak)
    add_ons = wishes_in(things, index.add_ons, tongue.parting, tongue.weak)
    intents = _intents(tongue, parsed, whens, wishes, asked=asked, system=system)
    return Meaning(
        intents=intents or ("oos",) * bool(plain.strip()),
        when=whens[0] if whens else None,
        whens=whens,
        treatments=wishes[0] if wishes else (),
        wishes=wishes,
        add_ons=tuple(names[0] for names in add_ons),
        technician=technician_in(items, index, tongue.refusing),
        anyone=bool(first(things, "anyone")),
        gender=first(things, "gender"),
        party=party_in(things, parsed),
        minutes=minutes_in(parsed),
        lang="en",
        name=name_in(
            plain,
            items,
            tongue.leads_when_asked if asked == "name" else tongue.leads,
            tongue.name_ends,
            bare=asked == "name",
            never=tongue.not_names,
        ),
        email=email_in(items, tongue.spoken_marks, tongue.spoken_at),
        phone=phone_in(items),
        reference=reference_in(items),
        code=code_in(items),
        choice=choice_in(things, asked=asked),
    )


def _intents(tongue, parsed, whens, wishes, *, asked, system):
    signs = signs_of(clauses(parsed, tongue.fillers), tongue.signs)
    if wishes:
        signs.add("treatment")
    if any(when.date for when in whens):
        signs.add("day")
    if any(when.time or when.part for when in whens):
        signs.add("clock")
    if len(parsed) <= 5:
        signs.add("short")
    said = (
        signs_of(
            clauses(tongue.parsed(tongue.items(tongue.respell(cleaned(system)))), tongue.fillers), tongue.system_signs
        )
        if system
        else None
    )
    context = context_of(asked, said, tongue.system_phrases, tongue.asked_kinds)
    return intents_of(signs, context)
