"""What a sentence is about, beyond its intents: what its phrases show, and what follows from what was understood."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .cues import clauses
from .heard import Heard
from .items import Item
from .meaning import Meaning, When
from .request_details import first, minutes_in

SIGN_OF = {
    "reschedule": "move_visit",
    "cancel": "cancel_visit",
    "booking_status": "find_visit",
    "handoff": "person",
    "thanks": "thanks",
}
"""Intents that are signs too."""
_ABSENT = frozenset({"take_out_guest", "absent_maybe"})  # not the guest himself stays away
_YES, _NO_YES = (
    frozenset({"yes", "fits", "agrees"}),
    frozenset({"no", "flat_no", "awaits", "asks_back", "but", "puts_off"}),
)
_OTHER_TIMES = frozenset({"earlier", "later", "other_times", "any_day"})
_ENDS = frozenset({"earliest", "latest", "add_later"})
_REFUSES = frozenset({"refuses", "refused", "rejects"})
_GENDERS = {"by_woman": "f", "by_man": "m"}
MOST_BARE_MINUTES = 120
"""Up to here a number without a unit is one of minutes."""
_PART_ENDS = {"early_part": "early", "late_part": "late"}
_QUESTIONS = frozenset({"who_does", "difference"})  # a treatment in them is no wish


def signs_in(heard: Heard) -> frozenset[str]:
    """Return what the phrases of a sentence show."""
    language = heard.language
    return frozenset(language.sign_cues.shown_in(clauses(heard.items, language.telling_fillers)))


def gender_in(signs: frozenset[str], things: Sequence[Item]) -> str | None:
    """Return who shall treat, where it is said by a bare noun and nothing is refused: a man, please."""
    refusing = (
        then for item, then in zip(things, [*things[1:], None], strict=False) if _REFUSES & item.readings.keys()
    )
    if any(then is None or then.word != "," for then in refusing):
        return None
    return next((gender for sign, gender in _GENDERS.items() if sign in signs), None)


def postponed(meaning: Meaning, today: date) -> Meaning:
    """Hear enough for now as that alone: no other time is asked for.

    Where a later time is said, or is asked what one gets back, it was none.
    """
    if "postpones" not in meaning.signs:
        return meaning
    if "refund_question" in meaning.signs or any(when.time or when.date not in {None, today} for when in meaning.whens):
        return replace(meaning, signs=meaning.signs - {"postpones"})
    return replace(
        meaning, when=None, whens=(), cues=meaning.cues - _OTHER_TIMES, signs=meaning.signs - _OTHER_TIMES - _ENDS
    )


def with_part_ends(meaning: Meaning) -> Meaning:
    """Hear which end of a part of the day is meant: late afternoon."""
    end = next((end for sign, end in _PART_ENDS.items() if sign in meaning.signs), "")
    if not end or meaning.when is None:
        return meaning

    def at_end(when: When) -> When:
        return replace(when, part_end=end) if when.part and when.time is None else when

    return replace(meaning, when=at_end(meaning.when), whens=tuple(at_end(when) for when in meaning.whens))


def with_more(meaning: Meaning, intents: tuple[str, ...], cues: set[str]) -> frozenset[str]:
    """Return the signs with those that follow from what else is understood: a yes beside a question is one."""
    more = {SIGN_OF[intent] for intent in intents if intent in SIGN_OF}
    more |= {"yes"} if cues & _YES and not cues & _NO_YES else set()
    more |= {"no_preference"} if meaning.anyone else set()
    less = {"late"} if "late_maybe" in meaning.signs else set()
    less |= {"find_visit"} if "asks_vacancy" in cues else set()
    return (meaning.signs | more) - less


def lateness_in(heard: Heard, signs: frozenset[str]) -> int | None:
    """Return the minutes that somebody says to be late, 0 where he says not how many; `there in 10` says it so."""
    if "late_maybe" in signs or signs.isdisjoint({"late", "late_by"}):
        return None
    said = minutes_in(heard.things)
    bare = first(heard.items, "number") if "late_by" in signs else None
    return said or (bare if bare and bare <= MOST_BARE_MINUTES else 0)


def most_wait_in(heard: Heard, signs: frozenset[str]) -> int | None:
    """Return how many minutes may lie between two treatments at most; None where nothing is said of it."""
    if "no_wait" in signs:
        return 0
    return minutes_in(heard.things) if "wait_at_most" in signs else None


def cues_of_signs(meaning: Meaning) -> set[str]:
    """Return what the signs are cues of, for the intents."""
    shown = {
        "awaits": "waits" in meaning.signs,
        "puts_off": "postpones" in meaning.signs,
        "undoes": "undo" in meaning.signs and any(when.time for when in meaning.whens),
        "asks_about": not meaning.signs.isdisjoint(_QUESTIONS),
        "replaces": meaning.asks_item == "instead" and bool(meaning.items),
        "someone_absent": "says_cancel" not in meaning.signs and not meaning.signs.isdisjoint(_ABSENT),
    }
    moves = {"reschedule", "moves_instead"} if _moves(meaning) else set()
    return moves | {cue for cue, shows in shown.items() if shows}


def _moves(meaning: Meaning) -> bool:
    """Tell whether a time that stands is given up for another: you have me on Friday, Monday would suit me better."""
    given_up = meaning.old_when is not None and bool(meaning.when and (meaning.when.date or meaning.when.time))
    kept = "says_cancel" in meaning.signs and "instead" not in meaning.signs
    another = len(meaning.items) > 1 and meaning.asks_item != "instead"  # my facial is on Friday, a massage on Saturday
    return given_up and not kept and not another and "also" not in meaning.signs
