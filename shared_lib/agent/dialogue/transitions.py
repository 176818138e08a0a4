"""The table of the dialogue: which act, after which question, leads to which step."""

import dataclasses
from collections.abc import Callable

from shared_lib.agent.dialogue import (
    book,
    confirming,
    small_talk,
    staff_requests,
    visits,
)
from shared_lib.agent.dialogue.acts import MOMENT, Act, Do
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices

Step = Callable[[DialogueState, Sentence, DialogueServices], list[Reply]]
"""Takes a step and says what follows; says nothing where the next row shall have a look."""
ANY = "*"


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One transition: it counts for a question that waits, `*` for all."""

    act: Act | None
    step: Step
    asked: str = ANY

    def fits(self, acts: tuple[Act, ...], state: DialogueState) -> bool:
        """Return whether a sentence does this here."""
        return self.asked in {ANY, state.asked} and (self.act is None or self.act in acts)


def _visit(kind: str) -> Step:
    """Return the step that speaks of a visit which is booked."""

    def step(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
        return visits.begin(kind, state, said, services)

    step.__name__ = f"find the visit to {kind.replace('_', ' ')}"
    step.__doc__ = visits.begin.__doc__
    return step


_find, _move, _add, _take_out = map(_visit, ("find", "move", "add_later", "take_out"))
AGREES, REFUSES = Act(Do.AGREE), Act(Do.REFUSE)

TABLE: tuple[Row, ...] = (
    Row(Act(Do.REFUSE, "letting go"), book.keep),
    Row(AGREES, confirming.cancel_now, asked="confirm_cancel"),
    Row(REFUSES, confirming.keep_it, asked="confirm_cancel"),
    Row(AGREES, confirming.add_now, asked="confirm_add"),
    Row(REFUSES, confirming.keep_it, asked="confirm_add"),
    Row(AGREES, confirming.take_out_now, asked="confirm_take_out"),
    Row(REFUSES, confirming.keep_it, asked="confirm_take_out"),
    Row(AGREES, confirming.move_now, asked="confirm_move"),
    Row(REFUSES, confirming.keep_it, asked="confirm_move"),
    Row(Act(Do.WISH, "person"), staff_requests.person),
    Row(Act(Do.WISH, "language"), small_talk.go_on_in_language),
    Row(Act(Do.CHAT, MOMENT), small_talk.give_a_moment),
    Row(Act(Do.INFORM, "a code"), book.check_code, asked="code"),
    Row(Act(Do.INFORM, "a contact"), book.send_code, asked="proof_contact"),
    Row(Act(Do.INFORM, "which visit"), visits.answer_visit, asked="visit"),
    Row(None, book.who_comes),
    Row(Act(Do.WISH, "late"), staff_requests.late),
    Row(Act(Do.WISH, "cancel"), book.cancel),
    Row(Act(Do.REFUSE, "the matter"), book.drop),
    Row(Act(Do.WISH, "concierge"), staff_requests.concierge),
    Row(Act(Do.INFORM, "no email"), book.ask_phone, asked="email"),
    Row(Act(Do.INFORM, "their name"), book.ask_their_name, asked="name"),
    Row(Act(Do.CHAT, "back again"), small_talk.still_there),
    Row(Act(Do.UNDO, "all of it"), book.start_over),
    Row(Act(Do.UNDO, "a step"), book.step_back),
    Row(Act(Do.UNDO, "a change"), book.undo),
    Row(Act(Do.WISH, "waitlist"), book.wait),
    Row(Act(Do.CHOOSE, "a time"), book.take_the_time, asked="slot"),
    Row(Act(Do.WISH, "move"), _move),
    Row(Act(Do.WISH, "add_later"), _add),
    Row(Act(Do.WISH, "take_out"), _take_out),
    Row(Act(Do.WISH, "find"), _find),
    Row(None, book.after_payment),
    Row(Act(Do.ASK, "other times"), book.other_times),
    Row(Act(Do.REFUSE, "for now"), book.leave),
    Row(Act(Do.CHAT, "browsing"), book.leave),
    Row(REFUSES, book.keep_or_other_day),
    Row(None, book.go_on),
    Row(Act(Do.INFORM, "a note"), staff_requests.note),
    Row(None, book.doubtful_address),
    Row(Act(Do.CHAT, "still there"), small_talk.still_there),
    Row(Act(Do.CHAT, "insult"), small_talk.insulted),
    Row(None, small_talk.answer),
)
"""The first row that has something to say is the one that is taken."""


def table() -> str:
    """Return the table as a reader wants it: what was asked, what the guest does, the step and what it is."""
    rows = [("asked", "the guest", "step", "which is to")]
    rows += [(row.asked, _act(row.act), row.step.__name__.replace("_", " "), _purpose(row.step)) for row in TABLE]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _act(act: Act | None) -> str:
    return f"{act.do} {act.about}".strip() if act else "anything"


def _purpose(step: Step) -> str:
    """Return the first sentence of what a step says of itself."""
    first = (step.__doc__ or "").strip().partition("\n")[0].rstrip(".")
    return first[:1].lower() + first[1:]
