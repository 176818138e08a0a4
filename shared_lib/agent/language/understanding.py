"""The way from text to meaning."""

from dataclasses import replace
from datetime import datetime

from .asked import ASKED_BY
from .contact import email_in, name_in
from .demo import DEMO
from .digits import apart, code_in, phone_in, reference_in
from .exact_names import with_exact_names
from .intents import context_of, intents_of
from .items import Item, cleaned
from .language import TABLES, Language, language
from .meaning import Meaning, Vocabulary
from .recognition import ENGLISH, recognised
from .signs import clauses
from .technicians import technicians_in
from .timing import whens_of
from .vocabulary import Index, add_ons_in, index_of, wishes_in
from .wishes import beyond_choice, choice_in, first, minutes_in, party_in

SHORT = 10  # items; in so few words, a day alone is an answer
FEW = 3  # words that may be nothing but what was asked for
OUT_OF_SCOPE = "oos"


def understand(
    text: str,
    *,
    now: datetime,
    asked: str | None = None,
    system: str | None = None,
    lang: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> Meaning:
    """Return what a guest's words mean; `now` is the spa's wall clock, `asked` and `system` what we asked before."""
    spoken = recognised(cleaned(text), lang)
    tongue = language(spoken if spoken in TABLES else ENGLISH)
    ours = _signs_of_ours(tongue, system) if system and asked not in tongue.asked_kinds else None
    context = context_of(asked, ours, tongue.system_phrases, tongue.asked_kinds)
    asked = asked or _asked_by(ours, text)
    plain = tongue.respell(cleaned(text))
    words = with_exact_names(tongue.items(plain), vocabulary or DEMO, tongue)
    items = apart(words, asked=asked)
    time_asked = asked == "time" or (asked is None and _only_digits(items))
    parsed = tongue.parsed(items, time_asked=time_asked, day_asked=asked == "date")
    things = tongue.things(items)
    meaning = _things(tongue, things, parsed, asked=asked, index=index_of(vocabulary or DEMO, tongue.code))
    chosen = asked == "slot" and meaning.choice is not None and meaning.choice.number is not None
    whens = whens_of(beyond_choice(things, parsed, tongue.turning) if chosen else parsed, now, tongue.corrections)
    meaning = replace(
        meaning,
        when=whens[0] if whens else None,
        whens=whens,
        lang=spoken,
        shift=None if whens else first(parsed, "shift"),
        name=name_in(plain, items, tongue, asked=asked == "name"),
        email=email_in(words, tongue.spoken_marks, tongue.spoken_at),
        phone=phone_in(items),
        reference=reference_in(items),
        code=code_in(items),
    )
    meaning = _without_guest(meaning)
    intents = intents_of(_signs(tongue, parsed, meaning), context)
    understood = intents or _gives_detail(meaning, asked) or not plain.strip()
    return replace(meaning, intents=intents if understood else (OUT_OF_SCOPE,))


def _asked_by(ours: set[str] | None, text: str) -> str | None:
    """Return what our own words asked for, by its name, where few words answer."""
    if not ours or len(text.split()) > FEW:
        return None
    return next((name for sign, name in ASKED_BY.items() if sign in ours), None)


def _without_guest(meaning: Meaning) -> Meaning:
    """Leave out a technician under whose name the guest comes himself."""
    own = (meaning.name or "").lower().split()
    if not any(name.lower() in own for name in meaning.technicians):
        return meaning
    others = tuple(name for name in meaning.technicians if name.lower() not in own)
    return replace(meaning, technicians=others, technician=others[0] if others else None)


def _only_digits(items: list[Item]) -> bool:
    """Tell whether somebody typed nothing but an hour: 1500."""
    return len(items) == 1 and "compact" in items[0].readings


def _gives_detail(meaning: Meaning, asked: str | None) -> bool:
    """Tell whether it says who comes and how to reach him, or chooses what was asked for, which is no intent."""
    chosen = asked is not None and meaning.choice is not None
    return bool(meaning.party or meaning.name or _reached(meaning)) or chosen


def _reached(meaning: Meaning) -> bool:
    """Tell whether an address, a phone or a code was given."""
    return bool(meaning.email or meaning.phone or meaning.code or meaning.reference)


def _things(tongue: Language, things: list[Item], parsed: list[Item], *, asked: str | None, index: Index) -> Meaning:
    """Return what the sentence says besides its times and who says it."""
    wishes = wishes_in(things, index.treatments, tongue)
    technicians, refused = technicians_in(things, index.technicians, tongue)
    return Meaning(
        treatments=wishes[0] if wishes else (),
        wishes=wishes,
        add_ons=add_ons_in(things, index.add_ons, tongue),
        technician=technicians[0] if technicians else None,
        technicians=technicians,
        not_technicians=refused,
        anyone=bool(first(things, "anyone")),
        gender=first(things, "gender"),
        party=party_in(things, parsed),
        minutes=minutes_in(parsed),
        choice=choice_in(things, parsed, tongue.corrections, asked=asked),
    )


def _signs(tongue: Language, parsed: list[Item], meaning: Meaning) -> set[str]:
    """Return what the phrases and the things understood are signs of."""
    shown = {
        "treatment": bool(meaning.wishes),
        "reference": bool(meaning.reference),
        "technician": bool(meaning.technician or meaning.not_technicians or meaning.gender or meaning.anyone),
        "add_on": bool(meaning.add_ons),
        "pick": bool(meaning.choice),
        "day": any(when.date or when.not_dates for when in meaning.whens) or _shifts(meaning, days=True),
        "clock": any(when.time or when.part for when in meaning.whens) or _shifts(meaning, days=False),
        "detail": _reached(meaning),
        "limits": bool(first(parsed, "limits")),
        "short": len(parsed) <= SHORT,
    }
    return tongue.signs.shown_in(clauses(parsed, tongue.fillers)) | {sign for sign, shows in shown.items() if shows}


def _shifts(meaning: Meaning, *, days: bool) -> bool:
    """Tell whether something is moved by days, or else by hours."""
    return meaning.shift is not None and bool(meaning.shift.days and not meaning.shift.seconds) == days


def _signs_of_ours(tongue: Language, system: str) -> set[str]:
    """Return what our own words before are signs of."""
    items = tongue.parsed(tongue.items(tongue.respell(cleaned(system))))
    said = tongue.system_signs.shown_in(clauses(items, tongue.fillers))
    return said | {"clock"} if any("clock" in item.readings for item in items) else said
