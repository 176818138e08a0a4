"""What a guest does with a sentence: asks, agrees, chooses, corrects, tells of something, wishes for something."""

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import ASKING, Sentence
from shared_lib.agent.dialogue.steps import CONTACT

MOMENT = "a moment"
"""What was answered to a guest who asked for one."""


class Do(StrEnum):
    """What is done."""

    TROUBLE = "tells of trouble"
    ASK = "asks"
    AGREE = "agrees"
    REFUSE = "refuses"
    CHOOSE = "chooses"
    WISH = "wishes"
    INFORM = "informs"
    CORRECT = "corrects"
    ADD = "adds"
    REMOVE = "removes"
    UNDO = "takes back"
    CHAT = "chats"


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """One thing that a sentence does, and what it is about."""

    do: Do
    about: str = ""


Hears = Callable[[Sentence, DialogueState], bool]


def acts_of(said: Sentence, state: DialogueState) -> tuple[Act, ...]:
    """Return all that a sentence does, in the order in which it is dealt with."""
    return tuple(act for act, hears in ACTS.items() if hears(said, state))


def _sign(*names: str) -> Hears:
    return lambda said, _: any(said.shows(name) for name in names)


def _intent(*names: str) -> Hears:
    return lambda said, _: not said.intents.isdisjoint(names)


def _agrees(said: Sentence, state: DialogueState) -> bool:
    """Tell whether a guest agrees; a question with a yes in it is none to what becomes of a paid visit."""
    only_asks = said.asks and (state.asked or "").startswith("confirm_")
    return "affirm" in said.intents and not said.waits and not only_asks


def _postpones(said: Sentence, state: DialogueState) -> bool:
    """Tell whether a guest has enough for now: says so, or declines with thanks."""
    del state
    declines = "deny" in said.intents and (said.shows("thanks") or "thanks" in said.intents)
    return said.shows("postpones") or declines


def _waits(said: Sentence, state: DialogueState) -> bool:
    """Tell whether a guest asks for a moment, or for the word of somebody else, and says nothing more."""
    meaning = said.meaning
    wish = meaning.when or meaning.items or meaning.removed or meaning.add_ons or meaning.technicians or meaning.gender
    more = wish or meaning.choice or meaning.phone or said.names_guest or _undoes(said, state)
    return said.waits and not (more or said.asks or said.cancels or said.shows("person"))


def _adds_later(said: Sentence, state: DialogueState) -> bool:
    """Tell whether something shall come with a visit that is booked: by words for it, or as nothing else is wished."""
    meaning = said.meaning
    alone = meaning.asks_item == "add" and bool(meaning.add_ons) and not (meaning.items or state.items)
    told = said.shows("add_later") and not (said.shows("add_ons_asked") or said.about_paying)
    to_it = said.shows("add_to_it") and bool(meaning.add_ons) and not meaning.items
    return told or to_it or (alone and state.booking_id is None and bool(state.guest_id or state.visits))


def _refuses(said: Sentence, state: DialogueState) -> bool:
    del state
    return "deny" in said.intents


def _chooses(said: Sentence, state: DialogueState) -> bool:
    return bool(state.offered) and not said.waits


def cancels(said: Sentence, state: DialogueState) -> bool:
    """Tell whether a visit is cancelled; who cannot come that day cancels where no day is being looked for.

    `Take it off again` is said of the last change, where there is one.
    """
    when = said.meaning.when
    rules_out = when is not None and bool(when.not_dates) and when.date is None and when.time is None
    cannot_come = rules_out and said.shows("cancel_visit") and state.asked is None and not state.items
    return (said.cancels or cannot_come) and not (said.keeps or _undoes(said, state))


def _undoes(said: Sentence, state: DialogueState) -> bool:
    """Tell whether the last change is taken back, where there is one."""
    return said.shows("undo") and bool(state.before) and not said.shows("says_cancel")


def _asks_other_times(said: Sentence, state: DialogueState) -> bool:
    """Tell whether other times are asked for; `rather a man` asks for somebody else at the same one."""
    del state
    other = said.wants_other_times or ("alternatives" in said.intents and said.meaning.gender is None)
    return other and not said.shows("postpones")


def _moves(said: Sentence, state: DialogueState) -> bool:
    del state
    return "reschedule" in said.intents or said.shows("move_visit")


def _is_late(said: Sentence, state: DialogueState) -> bool:
    del state
    return said.meaning.lateness is not None or (said.shows("late") and not said.asks)


def _gives_contact(said: Sentence, state: DialogueState) -> bool:
    meaning = said.meaning
    return bool(meaning.email or meaning.phone) or state.asked == "proof_contact"


def _wants_person(said: Sentence, state: DialogueState) -> bool:
    """Tell whether a person is wished for; whether one writes here, or will call, is only asked."""
    if said.shows("call_me"):
        return bool(said.meaning.phone) or ("handoff" in said.intents and not said.asks)
    return "handoff" in said.intents or (said.shows("wants_call") and state.asked not in CONTACT)


def _finds(said: Sentence, state: DialogueState) -> bool:
    told = said.about_paying and not said.asks
    named = bool(said.meaning.reference) and state.asked in {"treatment", "day", "slot"}
    of_people = said.shows("technicians") and not said.meaning.reference  # do you have female therapists
    return told or named or (not of_people and ("booking_status" in said.intents or said.shows("find_visit")))


ACTS: Mapping[Act, Hears] = {
    Act(Do.ASK): lambda said, _: bool(said.intents & (ASKING | {"help", "bot_question"})) or said.asks,
    Act(Do.REFUSE, "letting go"): lambda said, _: said.keeps,
    Act(Do.REFUSE, "the matter"): lambda said, state: said.lets_go and not _undoes(said, state),
    Act(Do.REFUSE, "for now"): _postpones,
    Act(Do.AGREE): _agrees,
    Act(Do.REFUSE): _refuses,
    Act(Do.INFORM, "a code"): lambda said, state: bool(said.meaning.code) or state.asked == "code",
    Act(Do.INFORM, "a contact"): _gives_contact,
    Act(Do.CHAT, MOMENT): _waits,
    Act(Do.INFORM, "which visit"): lambda _, state: state.asked == "visit",
    Act(Do.WISH, "person"): _wants_person,
    Act(Do.WISH, "language"): lambda said, _: said.tongue is not None,
    Act(Do.WISH, "late"): _is_late,
    Act(Do.WISH, "cancel"): cancels,
    Act(Do.WISH, "waitlist"): _sign("waitlist"),
    Act(Do.WISH, "concierge"): _sign("concierge"),
    Act(Do.WISH, "move"): _moves,
    Act(Do.WISH, "find"): _finds,
    Act(Do.WISH, "add_later"): _adds_later,
    Act(Do.WISH, "take_out"): _sign("take_out_guest"),
    Act(Do.INFORM, "no email"): _sign("no_email"),
    Act(Do.INFORM, "their name"): _sign("their_name"),
    Act(Do.INFORM, "a note"): _sign("pressure", "note"),
    Act(Do.CHAT, "back again"): lambda said, state: said.shows("go_back") and state.answered == MOMENT,
    Act(Do.UNDO, "all of it"): _sign("start_over"),
    Act(Do.UNDO, "a step"): _sign("go_back"),
    Act(Do.UNDO, "a change"): _sign("undo"),
    Act(Do.CHOOSE, "a time"): _chooses,
    Act(Do.ADD, "a treatment"): lambda said, _: said.meaning.asks_item == "add" and bool(said.meaning.items),
    Act(Do.CORRECT, "a treatment"): lambda said, _: said.meaning.asks_item == "instead",
    Act(Do.REMOVE, "a treatment"): lambda said, _: bool(said.meaning.removed),
    Act(Do.INFORM, "a treatment"): lambda said, _: bool(said.meaning.items),
    Act(Do.INFORM, "a time"): lambda said, _: said.meaning.when is not None,
    Act(Do.ASK, "other times"): _asks_other_times,
    Act(Do.WISH, "book"): _intent("book"),
    Act(Do.CHAT, "insult"): _sign("insult"),
    Act(Do.CHAT, "sorry"): _sign("sorry"),
    Act(Do.CHAT, "still there"): _sign("still_there"),
    Act(Do.CHAT, "browsing"): _sign("browsing"),
    Act(Do.CHAT, "thanks"): _intent("thanks"),
    Act(Do.CHAT, "goodbye"): _intent("goodbye"),
    Act(Do.CHAT, "greet"): _intent("greet"),
}
"""Each act with what hears it; words are the language's business."""
