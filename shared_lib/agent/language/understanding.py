"""The way from text to meaning."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from .answered_name import for_name_in, own_beside
from .contact import PARTICLES, email_in, introduced_in, name_beside_email, name_in
from .cues import clauses
from .digits import code_in, phone_in, reference_in
from .heard import Heard, hear
from .intents import ASKED, ASKED_BY, context_of, intents_of
from .item_wishes import Spoken, asks_item, items_in
from .items import cleaned
from .language import TABLES, Language
from .language_detection import ENGLISH, OF_GUEST, detected
from .loader import load_language
from .meaning import Meaning, Vocabulary
from .request_details import beyond_choice, choice_in, first, minutes_in, party_in
from .signs import cues_of_signs, gender_in, lateness_in, most_wait_in, postponed, signs_in, with_more, with_part_ends
from .technicians import technicians_in
from .time_constraints import Times, times_of
from .treatments import add_ons_in, added_in, taken_back_in, wished_in, wishes_in
from .unknown_technician import unknown_technician

SHORT = 10  # items; in so few words, a day alone is an answer
FEW = 3  # words that may be nothing but what was asked for
OUT_OF_SCOPE = "oos"
_LAST_LATIN = "\u024f"


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
    heard = hear(cleaned(text), language, vocabulary, asked or _asked_by(ours, text))
    meaning = replace(_things(heard), lang=spoken)
    times = _times(heard, meaning, now)
    meaning = with_part_ends(postponed(_with_times(meaning, heard, times), now.date()))
    meaning = _with_items(_without_guest(_with_guest(meaning, heard)), heard, times)
    cues = _cues_in(heard, meaning)
    intents = intents_of(cues, context)
    meaning = replace(meaning, signs=with_more(meaning, intents, cues))
    understood = intents or _gives_detail(meaning, heard.asked) or not heard.text.strip()
    return replace(meaning, intents=intents if understood else (OUT_OF_SCOPE,))


def _spoken(text: str, asked: str | None, lang: str | None) -> str:
    """Return the language of a text; a name or an address tells none, but for its script and words around it."""
    spoken = detected(text, lang)
    if asked not in OF_GUEST or spoken not in TABLES or spoken == ENGLISH or max(text, default="") > _LAST_LATIN:
        return spoken
    return detected(" ".join(word for word in text.split() if word.lower() not in PARTICLES), lang)


def _times(heard: Heard, meaning: Meaning, now: datetime) -> Times:
    """Return what is said of days and times, beyond a choice; those of a visit that stands, and of a stay, apart."""
    language = heard.language
    among = heard.asked == "slot" or (heard.asked == "treatment" and len(heard.items) <= FEW)  # the first, no more
    chosen = among and meaning.choice is not None and meaning.choice.number is not None
    said = beyond_choice(heard.things, heard.parsed, language.contrasts) if chosen else heard.parsed
    return times_of(language.visit_marking.rewrite(said), now, language.corrections, language.joiners)


def _with_times(meaning: Meaning, heard: Heard, times: Times) -> Meaning:
    """Add days and times, and the signs and cues of the words."""
    cues = frozenset(heard.language.dialogue_cues.shown_in(clauses(heard.items, heard.language.fillers)))
    timed = replace(
        meaning,
        when=times.whens[0] if times.whens else None,
        whens=times.whens,
        old_when=times.old,
        passed_date=times.passed,
        shift=None if times.whens else first(heard.parsed, "shift"),
        cues=cues,
        signs=signs_in(heard) | cues,
    )
    return replace(timed, gender=meaning.gender or gender_in(timed.signs, heard.things))


def _with_guest(meaning: Meaning, heard: Heard) -> Meaning:
    """Add who the guest is and what was given to find him by."""
    plain, items, language = heard.text, heard.items, heard.language
    other = for_name_in(plain, heard.whole, language)
    own = own_beside(plain, heard.whole, language, other) if other else None
    return replace(
        meaning,
        name=own
        or heard.name
        or _own_name(name_in(plain, items, language), for_name_in(plain, items, language), heard),
        for_name=other if own else for_name_in(plain, items, language),
        introduced=introduced_in(plain, heard.whole if heard.name else items, language),
        beside_email=name_beside_email(plain, items, language),
        email=email_in(heard.words, language.spoken_marks, language.spoken_at),
        phone=phone_in(items),
        reference=reference_in(items),
        code=code_in(items),
    )


def _own_name(name: str | None, other: str | None, heard: Heard) -> str | None:
    """Return a name that is one, and the speaker's: of `in my wife's name` none was said, and `her name is` is hers."""
    words = [item.word for item in heard.language.items(name or "")]
    kin = any(word in heard.language.relations for word in words[:1])
    return None if kin or name == other or _is_wish(name or "", words, heard) else name


def _is_wish(name: str, words: Sequence[str], heard: Heard) -> bool:
    """Tell whether small letters that were read as a name say what is wished for: don't call me, a facial tomorrow."""
    if len(words) < FEW - 1 or name in heard.text:
        return False
    said = [item for item in heard.parsed if "day" in item.readings]
    days = {word for item in said for word in item.word.split()}
    return any(item.word in words and (item.word in days or heard.index.treatments.words(item)) for item in heard.items)


def _with_items(meaning: Meaning, heard: Heard, times: Times) -> Meaning:
    """Add each thing wished for with what is said of it alone, and what is taken back."""
    language, things, index = heard.language, heard.things, heard.index
    back = "takes_back" in meaning.signs or "says_cancel" in meaning.signs
    wished = [one for one in wished_in(things, index.treatments, language) if one.firmly or not back]
    places = technicians_in(things, index.technicians, language).places
    spoken = Spoken(heard, wished, added_in(things, index.add_ons, language), places, times.placed)
    taken, less = (taken_back_in(things, names, language) for names in (index.treatments, index.add_ons))
    ours = index.treatments.weights.keys() | index.add_ons.weights.keys()
    meaning = replace(
        meaning,
        items=items_in(spoken, meaning),
        removed=tuple(dict.fromkeys(name for one in (*taken, *less) for name in one.candidates)),
        signs=meaning.signs | ({"only_add_on"} if less and not (taken or wished or places) else set()),
        lateness=lateness_in(heard, meaning.signs),
        most_wait=most_wait_in(heard, meaning.signs),
        minutes=None if "wait_at_most" in meaning.signs else meaning.minutes,
        unknown_technician=unknown_technician(heard, (meaning.name, meaning.for_name, meaning.introduced), ours),
    )
    return replace(meaning, asks_item=asks_item(meaning))


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


def _gives_detail(meaning: Meaning, asked: str | None) -> bool:
    """Tell whether it says who comes and how to reach him, or chooses what was asked for, which is no intent."""
    chosen = asked is not None and meaning.choice is not None
    return bool(meaning.party or meaning.name or _reached(meaning)) or chosen


def _reached(meaning: Meaning) -> bool:
    """Tell whether an address, a phone or a code was given."""
    return bool(meaning.email or meaning.phone or meaning.code or meaning.reference)


def _things(heard: Heard) -> Meaning:
    """Return what the sentence says besides its times and who says it."""
    language, things, parsed, index = heard.language, heard.things, heard.parsed, heard.index
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
        party=party_in(things, parsed, asked=heard.asked),
        minutes=minutes_in(parsed),
        choice=choice_in(things, parsed, language.corrections, asked=heard.asked),
    )


def _cues_in(heard: Heard, meaning: Meaning) -> set[str]:
    """Return what the phrases and the things understood are cues of."""
    language, parsed = heard.language, heard.parsed
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
    said = language.cues.shown_in(clauses(parsed, language.fillers))
    return said | cues_of_signs(meaning) | {cue for cue, shows in shown.items() if shows}


def _shifts(meaning: Meaning, *, days: bool) -> bool:
    """Tell whether something is moved by days, or else by hours."""
    return meaning.shift is not None and bool(meaning.shift.days and not meaning.shift.seconds) == days


def _prompt_cues(language: Language, system: str) -> set[str]:
    """Return what our own words before are cues of."""
    items = language.parsed(language.items(language.respell(cleaned(system))))
    said = language.prompt_cues.shown_in(clauses(items, language.fillers))
    return said | {"clock"} if any("clock" in item.readings for item in items) else said
