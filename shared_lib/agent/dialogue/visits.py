"""Visits that are booked already: found here or after a code, then moved, cancelled, spoken of."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from shared_lib.agent.dialogue import changes, rescheduling, visit_changes
from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import CONTACT, ask_again
from shared_lib.agent.dialogue.wording import booking_json, facts_of, payment_reply, sold_as
from shared_lib.agent.language import When
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.policy import can_be_cancelled
from shared_lib.kernel.errors import BadInput, CodeEnded, CodeWrong, Refusal, TooMany

MOST = 4
"""How many visits are laid out to choose from."""
CHANGES = frozenset({"add_later", "take_out"})
"""Changes of a visit that are no less said of one which is not booked yet."""
SOUGHT = frozenset({"move", "cancel", "add_later", "take_out"})
"""Matters of a visit that has to be found first."""
PROOF = frozenset({"proof_contact", "code", "visit"})
"""Questions on the way to a visit that was booked elsewhere."""


@dataclasses.dataclass(frozen=True, slots=True)
class RequestedChange:
    """What shall become of a visit."""

    when: When | None = None
    add_ons: tuple[str, ...] = ()


def begin(kind: str, state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Speak of a visit: of this conversation's own where it has one, else of one that is found after a code."""
    reference = said.meaning.reference or ""
    own = (booking for booking in _own(state, services) if reference in {"", booking.reference})
    mine = next(own, None)
    if _is_meant_otherwise(kind, mine, state, said):
        return []
    if mine:
        told = ACTIONS[kind](state, mine, RequestedChange(said.meaning.when, said.meaning.add_ons), services)
        return [told, ask_again(state, services)] if state.asked in CONTACT else [told]
    if kind == "find" and state.kind == "late":
        return [Reply(services.say("late_again", phone=services.spa.phone))]
    return [_look_for(_kind(kind, said), state, said, services)]


def _is_meant_otherwise(kind: str, mine: Booking | None, state: DialogueState, said: Sentence) -> bool:
    """Return whether a sentence speaks of no visit that stands: a hold follows what is said, a new wish is booked."""
    meaning = said.meaning
    if mine is None and kind in CHANGES and not meaning.reference and _is_in_the_making(state, said):
        return True
    if kind in {"move", "add_later"}:
        changes_hold = meaning.when or meaning.items or meaning.add_ons
        return mine is not None and mine.status in WAITING and bool(changes_hold)
    if kind != "find":
        return False
    of_no_visit = said.about_paying and mine is None and not said.shows("find_visit")
    books = "book" in said.intents and bool(meaning.items or meaning.when or not said.shows("find_visit"))
    return books or of_no_visit


def _is_in_the_making(state: DialogueState, said: Sentence) -> bool:
    """Return whether a visit is just being wished for, which a change is about."""
    begins = "book" in said.intents and bool(said.meaning.items and said.meaning.when) and not said.asks
    return state.kind == "book" and (bool(state.items) or begins)


def _kind(kind: str, said: Sentence) -> str:
    """Return what shall become of a visit: a reference beside another time is a wish to move it."""
    moves = kind == "find" and said.meaning.reference and said.meaning.when
    return "move" if moves else kind


def _look_for(kind: str, state: DialogueState, said: Sentence, services: DialogueServices) -> Reply:
    """Begin the matter of a visit that was booked elsewhere: a code goes to the contact that was named."""
    meaning = said.meaning
    if state.kind != kind or state.asked not in PROOF:
        extras = (Item(add_ons=meaning.add_ons),) if meaning.add_ons else ()
        state.detour(kind, reference=meaning.reference or "", when=meaning.when, items=extras)
    return send_code(state, said, services) if meaning.email or meaning.phone else find_visit(state, services)


def _own(state: DialogueState, services: DialogueServices) -> list[Booking]:
    """Return the visits of this conversation that stand, the present one first."""
    ids = [*([state.booking_id] if state.booking_id else []), *reversed(state.visits)]
    ids += [frame.booking_id for frame in reversed(state.shelved) if frame.booking_id]
    bookings = [services.booking(booking_id) for booking_id in dict.fromkeys(ids)]
    return [booking for booking in bookings if _is_standing(booking, services)]


def _is_standing(booking: Booking, services: DialogueServices) -> bool:
    if booking.status in WAITING:
        return booking.is_live_hold(services.now) or booking.status == Status.PAYING
    return booking.status == Status.CONFIRMED and booking.ends_at > services.now


def find_visit(state: DialogueState, services: DialogueServices) -> Reply:
    """Ask for what is missing to find the visit: who the guest is, and which one is meant; then do what was asked."""
    if state.guest_id is None:
        state.clear_options("proof_contact")
        return Reply(services.say("ask_proof" if services.known_guests else "proof_by_desk", phone=services.spa.phone))
    coming = [booking for booking in services.coming(state.guest_id) if _is_standing(booking, services)]
    meant = _meant(coming, state)
    if len(meant) == 1:
        return act(state, meant[0], services)
    if not meant:
        state.come_back()
        return Reply(services.say("no_such_visit", phone=services.spa.phone))
    state.clear_options("visit")
    buttons = tuple(Button(f"visit:{each.id}", _label(each, services)) for each in meant[:MOST])
    return Reply(services.say("ask_which_visit"), buttons)


def _label(booking: Booking, services: DialogueServices) -> str:
    return f"{sold_as(booking, services)}, {services.voice.day(booking.starts_at)}"


def _meant(coming: Sequence[Booking], state: DialogueState) -> Sequence[Booking]:
    """Return which of a guest's visits can be meant: the one with the reference, else all."""
    if state.reference:
        return [booking for booking in coming if booking.reference == state.reference]
    return coming


def act(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Do with a visit what the frame is about; a visit that was found belongs to this conversation from here on."""
    kind, wish = state.kind, RequestedChange(state.when, state.items[0].add_ons if state.items else ())
    state.come_back()
    state.remember(str(booking.id))
    return ACTIONS[kind](state, booking, wish, services)


def send_code(state: DialogueState, said: Sentence, services: DialogueServices) -> Reply:
    """Have a code sent to what was named, whoever it may belong to: the answer is the same."""
    if services.known_guests is None:
        return Reply(services.say("proof_by_desk", phone=services.spa.phone))
    try:
        services.send_code(said.meaning.email or said.meaning.phone or said.text)
    except TooMany:
        return Reply(services.say("code_too_many", phone=services.spa.phone))
    except BadInput:
        return Reply(services.say("ask_proof_again", phone=services.spa.phone))
    except Refusal:
        return Reply(services.say("code_no_sms", phone=services.spa.phone))
    state.clear_options("code")
    return Reply(services.say("code_sent"), (Button("code_again", services.say("button_code_again")),))


def check_code(state: DialogueState, said: Sentence, services: DialogueServices) -> Reply:
    """Check the code that was typed, and go on with the visit."""
    try:
        guest = services.check_code(said.meaning.code or said.text)
    except CodeWrong as wrong:
        return Reply(services.say("code_wrong", count=wrong.tries_left))
    except (CodeEnded, TooMany):
        state.clear_options("proof_contact")
        return Reply(services.say("code_ended", phone=services.spa.phone))
    except BadInput:
        return Reply(services.say("ask_code"))
    state.guest_id = str(guest.id)
    return find_visit(state, services)


def choose_visit(state: DialogueState, booking_id: str, services: DialogueServices) -> Reply:
    """Go on with the visit that was pressed; one that is not the guest's, or stands no more, is none."""
    coming = services.coming(state.guest_id) if state.guest_id else []
    booking = next((each for each in coming if str(each.id) == booking_id), None)
    if booking is None:
        return find_visit(state, services) if state.guest_id and state.kind in ACTIONS else ask_again(state, services)
    if state.kind not in ACTIONS:
        state.detour("find")
    return act(state, booking, services)


def answer_visit(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Hear which of the visits was meant, by its place, its day or its reference."""
    coming = [each for each in services.coming(state.guest_id or "") if _is_standing(each, services)]
    meaning = said.meaning
    chosen = None
    if meaning.reference:
        chosen = next((each for each in coming if each.reference == meaning.reference), None)
    elif meaning.choice and meaning.choice.number and 0 < meaning.choice.number <= len(coming):
        chosen = coming[meaning.choice.number - 1]
    elif meaning.when and meaning.when.date:
        on_day = [each for each in coming if services.spa.today(each.starts_at) == meaning.when.date]
        chosen = on_day[0] if len(on_day) == 1 else None
    elif meaning.treatments:
        of_kind = [each for each in coming if {line.name for line in each.treatments} & set(meaning.treatments)]
        chosen = of_kind[0] if len(of_kind) == 1 else None
    return [act(state, chosen, services)] if chosen else []


def _move(state: DialogueState, booking: Booking, wish: RequestedChange, services: DialogueServices) -> Reply:
    if booking.status in WAITING:
        return Reply(services.say("hold_moves_freely", **facts_of(booking, services)))
    return rescheduling.request_reschedule(state, booking, wish.when, services)


def _cancel(state: DialogueState, booking: Booking, wish: RequestedChange, services: DialogueServices) -> Reply:
    del wish
    if not can_be_cancelled(booking, services.now):
        return Reply(services.say("too_late_to_change", phone=services.spa.phone))
    return changes.ask_to_cancel(state, booking, services)


def _find(state: DialogueState, booking: Booking, wish: RequestedChange, services: DialogueServices) -> Reply:
    """Say how a visit stands."""
    del state, wish
    if booking.status == Status.CONFIRMED:
        said = services.say("status_confirmed", **facts_of(booking, services))
        return Reply(said, booking=booking_json(booking))
    return payment_reply("status_waiting", booking, services)


def _add(state: DialogueState, booking: Booking, wish: RequestedChange, services: DialogueServices) -> Reply:
    """Add something to a visit: to one that is held by saying it, to a paid one after its price was said."""
    if booking.status in WAITING:
        return Reply(services.say("hold_takes_more", **facts_of(booking, services)))
    return visit_changes.ask_to_add(state, booking, wish.add_ons, services)


def _take_out(state: DialogueState, booking: Booking, wish: RequestedChange, services: DialogueServices) -> Reply:
    del wish
    return visit_changes.ask_to_take_out(state, booking, services)


Action = Callable[[DialogueState, Booking, RequestedChange, DialogueServices], Reply]
ACTIONS: Mapping[str, Action] = {
    "move": _move,
    "cancel": _cancel,
    "find": _find,
    "add_later": _add,
    "take_out": _take_out,
}
"""What is done with a visit once it is known which."""
