"""The way from text to meaning."""

from dataclasses import replace
from datetime import datetime

from .answered_name import PARTICLES, Answer, answered_name, for_name_in
from .contact import email_in, introduced_in, name_beside_email, name_in
from .cues import clauses
from .demo_vocabulary import DEMO
from .digits import apart, code_in, phone_in, reference_in
from .exact_names import with_exact_names
from .intents import ASKED, ASKED_BY, context_of, intents_of
from .item_wishes import Spoken, asks_item, items_in
from .items import Item, cleaned
from .language import TABLES, Language
from .language_detection import ENGLISH, detected
from .loader import load_language
from .meaning import Meaning, Vocabulary
from .request_details import beyond_choice, choice_in, first, minutes_in, party_in
from .technicians import technicians_in, unknown_technician
from .time_constraints import Times, times_of
from .treatments import Index, add_ons_in, added_in, index_of, taken_back_in, wished_in, wishes_in

SHORT = 10  # items; in so few words, a day alone is an answer
FEW = 3  # words that may be nothing but what was asked for
OUT_OF_SCOPE = "oos"
_QUESTIONS = frozenset({"who_does", "difference"})  # signs of a question in which a treatment is no wish
_LAST_LATIN = "\u024f"
_OF_GUEST = frozenset({"name", "email", "phone", "code", "reference"})  # what tells no language
_ABSENT = frozenset({"take_out_guest", "absent_maybe"})  # signs that not the guest himself stays away
# intents that are signs too
_SIGN_OF = {
    "reschedule": "move_visit",
    "cancel": "cancel_visit",
    "booking_status": "find_visit",
    "handoff": "person",
    "thanks": "thanks",
}


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
    spoken = _spoken(cleaned(text), asked, lang)
    language = load_language(spoken if spoken in TABLES else ENGLISH)
    ours = _prompt_cues(language, system) if system and asked not in ASKED else None
    context = context_of(asked, ours, language.prompt_phrases)
    asked = asked or _asked_by(ours, text)
    plain = language.respell(cleaned(text))
    words = with_exact_names(language.items(plain), vocabulary or DEMO, language)
    index = index_of(vocabulary or DEMO, language.code)
    named = _answered(language, plain, words, index) if asked == "name" else None
    whole = words
    words = [item for item in words if not (named and named.begin <= item.start < named.end)]
    items = apart(words, asked=asked)
    time_asked = asked == "time" or (asked is None and _only_digits(items))
    parsed = language.parsed(items, time_asked=time_asked, day_asked=asked == "date")
    things = language.things(items)
    meaning = _things(language, things, parsed, asked=asked, index=index)
    chosen = asked == "slot" and meaning.choice is not None and meaning.choice.number is not None
    times = _times(language, beyond_choice(things, parsed, language.contrasts) if chosen else parsed, now)
    whens = times.whens
    meaning = replace(
        meaning,
        when=whens[0] if whens else None,
        whens=whens,
        old_when=times.old,
        passed_date=times.passed,
        lang=spoken,
        shift=None if whens else first(parsed, "shift"),
        email=email_in(words, language.spoken_marks, language.spoken_at),
        cues=frozenset(language.dialogue_cues.shown_in(clauses(items, language.fillers))),
        signs=frozenset(language.sign_cues.shown_in(clauses(items, language.telling_fillers))),
    )
    meaning = _with_guest(meaning, language, plain, items)
    if named:
        meaning = replace(meaning, name=named.name, introduced=introduced_in(plain, whole, language))
    meaning = _without_guest(meaning)
    meaning = _with_items(meaning, language, plain, items, things, parsed, index, times)
    intents = intents_of(_cues_in(language, parsed, meaning), context)
    meaning = replace(meaning, signs=_signs(meaning, intents))
    understood = intents or _gives_detail(meaning, asked) or not plain.strip()
    return replace(meaning, intents=intents if understood else (OUT_OF_SCOPE,))


def _times(language: Language, parsed: list[Item], now: datetime) -> Times:
    """Return what is said of days and times; those of a visit that stands, and of a stay, are told apart."""
    return times_of(language.visit_marking.rewrite(parsed), now, language.corrections, language.joiners)


def _with_items(
    meaning: Meaning,
    language: Language,
    plain: str,
    items: list[Item],
    things: list[Item],
    parsed: list[Item],
    index: Index,
    times: Times,
) -> Meaning:
    """Add each thing wished for with what is said of it alone, what is taken back, and what the sentence is about."""
    people = technicians_in(things, index.technicians, language)
    back = "takes_back" in meaning.signs or "says_cancel" in meaning.cues
    wished = [one for one in wished_in(things, index.treatments, language) if one.firmly or not back]
    added = added_in(things, index.add_ons, language)
    spoken = Spoken(language, items, things, parsed, wished, added, people.places, times.placed)
    taken = [one for names in (index.treatments, index.add_ons) for one in taken_back_in(things, names, language)]
    meaning = replace(meaning, signs=meaning.signs | meaning.cues, removed=tuple(dict.fromkeys(n for one in taken for n in one.candidates)))
    ours = index.treatments.weights.keys() | index.add_ons.weights.keys()
    meaning = replace(
        meaning,
        items=items_in(spoken, meaning),
        lateness=_lateness(meaning, things),
        unknown_technician=unknown_technician(plain, items, index.technicians, language, ours),
    )
    return replace(meaning, asks_item=asks_item(meaning, meaning.signs))


def _spoken(text: str, asked: str | None, lang: str | None) -> str:
    """Return the language of a text; a name or an address tells none, but for its script and words around it."""
    spoken = detected(text, lang)
    if asked not in _OF_GUEST or spoken not in TABLES or spoken == ENGLISH or max(text, default="") > _LAST_LATIN:
        return spoken
    said = " ".join(word for word in text.split() if word.lower() not in PARTICLES)
    return detected(said, lang)


def _answered(language: Language, plain: str, words: list[Item], index: Index) -> Answer | None:
    """Return the name that answers our question for one."""
    names = (index.treatments, index.add_ons)
    return answered_name(plain, words, language, lambda item: any(each.words(item) for each in names), language.parsed(list(words)))


def _with_guest(meaning: Meaning, language: Language, plain: str, items: list[Item]) -> Meaning:
    """Add who the guest is and what was given to find him by."""
    return replace(
        meaning,
        name=name_in(plain, items, language),
        for_name=for_name_in(plain, items, language),
        introduced=introduced_in(plain, items, language),
        beside_email=name_beside_email(plain, items, language),
        phone=phone_in(items),
        reference=reference_in(items),
        code=code_in(items),
    )


def _signs(meaning: Meaning, intents: tuple[str, ...]) -> frozenset[str]:
    """Return the signs with those that follow from what else is understood."""
    more = {_SIGN_OF[intent] for intent in intents if intent in _SIGN_OF}
    more |= {"no_preference"} if meaning.anyone else set()
    return (meaning.signs | more) - ({"late"} if "late_maybe" in meaning.signs else set())


def _lateness(meaning: Meaning, things: list[Item]) -> int | None:
    """Return the minutes that somebody says to be late, 0 where he says not how many."""
    if "late" not in meaning.signs or "late_maybe" in meaning.signs:
        return None
    return minutes_in(things) or 0


def _moves(meaning: Meaning) -> bool:
    """Tell whether a time that stands is given up for another: you have me on Friday, Monday would suit me better."""
    given_up = meaning.old_when is not None and bool(meaning.when and (meaning.when.date or meaning.when.time))
    kept = "says_cancel" in meaning.signs and "instead" not in meaning.signs
    return given_up and not kept and "also" not in meaning.signs


def _asked_by(ours: set[str] | None, text: str) -> str | None:
    """Return what our own words asked for, by its name, where few words answer."""
    if not ours or len(text.split()) > FEW:
        return None
    return next((name for cue, name in ASKED_BY.items() if cue in ours), None)


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


def _things(language: Language, things: list[Item], parsed: list[Item], *, asked: str | None, index: Index) -> Meaning:
    """Return what the sentence says besides its times and who says it."""
    wishes = wishes_in(things, index.treatments, language)
    technicians = technicians_in(things, index.technicians, language)
    return Meaning(
        treatments=wishes[0] if wishes else (),
        wishes=wishes,
        add_ons=add_ons_in(things, index.add_ons, language),
        technician=next(iter(technicians.wanted), None),
        technicians=technicians.wanted,
        technicians_beside=technicians.beside,
        not_technicians=technicians.refused,
        anyone=bool(first(things, "anyone")),
        gender=first(things, "gender"),
        party=party_in(things, parsed, asked=asked),
        minutes=minutes_in(parsed),
        choice=choice_in(things, parsed, language.corrections, asked=asked),
    )


def _cues_in(language: Language, parsed: list[Item], meaning: Meaning) -> set[str]:
    """Return what the phrases and the things understood are cues of."""
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
        "awaits": "waits" in meaning.signs,
        "asks_about": not meaning.signs.isdisjoint(_QUESTIONS),
        "replaces": meaning.asks_item == "instead" and bool(meaning.items),
        "someone_absent": "says_cancel" not in meaning.signs and not meaning.signs.isdisjoint(_ABSENT),
    }
    moves = {"reschedule", "moves_instead"} if _moves(meaning) else set()
    said = language.cues.shown_in(clauses(parsed, language.fillers))
    return said | moves | {cue for cue, shows in shown.items() if shows}


def _shifts(meaning: Meaning, *, days: bool) -> bool:
    """Tell whether something is moved by days, or else by hours."""
    return meaning.shift is not None and bool(meaning.shift.days and not meaning.shift.seconds) == days


def _prompt_cues(language: Language, system: str) -> set[str]:
    """Return what our own words before are cues of."""
    items = language.parsed(language.items(language.respell(cleaned(system))))
    said = language.prompt_cues.shown_in(clauses(items, language.fillers))
    return said | {"clock"} if any("clock" in item.readings for item in items) else said
