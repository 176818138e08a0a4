"""The steps of a booking, each as the table of the dialogue takes it."""

import dataclasses

from shared_lib.agent.dialogue import changes, rescheduling, small_talk, steps, visit_changes, visits, waiting
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.choices import chosen_offer
from shared_lib.agent.dialogue.contacts import fill_email
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Frame, Item
from shared_lib.agent.dialogue.facts import fill_contact, fill_wish
from shared_lib.agent.dialogue.holds import retry_hold, take_slot
from shared_lib.agent.dialogue.items import ADD, leaves_some, names_others, sold_items, still_sold, take_in, wants
from shared_lib.agent.dialogue.more_times import more_times
from shared_lib.agent.dialogue.second_visit import begin_after, begin_beside, split
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.side_questions import only_asks
from shared_lib.agent.dialogue.staff_requests import keep_note
from shared_lib.agent.dialogue.steps import CONTACT, current_booking, living_hold
from shared_lib.agent.dialogue.wording import named
from shared_lib.agent.language.written_name import nothing_but
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status

AFTER = frozenset({"after_it", "before_it", "together"})
"""Signs that a further treatment belongs to the visit that is spoken of."""
PASSING = frozenset({"late", "concierge", "find", "add_later"})
"""Matters that are over once they were answered: whatever else is said returns to the one below."""


def keep(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Leave what must not be let go; a request for another hour in the same breath is left to the rows after this."""
    if said.meaning.when and state.asked != "confirm_cancel":
        return []
    fill_contact(state, said, services)
    return [changes.keep(state, services)]


def check_code(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Check the code that proves who the guest is; another address has another one sent."""
    if said.meaning.email:
        return [visits.send_code(state, said, services)]
    if said.shows("no_code") and not said.has_digits:
        return [visits.find_visit(state, services)]
    return [visits.check_code(state, said, services)] if said.meaning.code or said.has_digits else []


def send_code(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Have a code sent to the contact that was named."""
    if said.meaning.items and (said.lets_go or "book" in said.intents):
        return []
    return [visits.send_code(state, said, services)] if said.meaning.email or said.has_digits else []


def cancel(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Cancel what is spoken of: the hold, the visit of this conversation, or one that is found after a code."""
    booking = current_booking(state, services)
    if said.is_about_policy or (not _is_paid(booking) and leaves_some(state, said, services)):
        return []
    if booking and booking.status in changes.CAN_BE_CANCELLED and not said.meaning.reference:
        return [changes.ask_to_cancel(state, booking, services, asked=_may_only_ask(said))]
    if booking is None and state.items and not state.visits and not said.meaning.reference and state.kind == "book":
        return [changes.drop(state, services)]
    return visits.begin("cancel", state, said, services)


def _may_only_ask(said: Sentence) -> bool:
    """Return whether cancelling may only be asked about: `and could I cancel?`."""
    return said.asks or said.shows("policy_question")


def _is_paid(booking: Booking | None) -> bool:
    return booking is not None and booking.status not in WAITING


def drop(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Let the matter go, unless something else is wished for in its place: `forget the time, any hour on Friday`."""
    if said.meaning.items or said.meaning.asks_item or (said.meaning.when and not said.shows("lets_go")):
        return []
    return [changes.drop(state, services)]


def ask_phone(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Ask a guest without an e-mail address for a telephone, unless it was told in the same breath."""
    fill_contact(state, said, services)
    if state.phone:
        return [_after_contact(state, services)]
    state.asked = "phone"
    return [Reply(services.say("ask_phone"))]


def ask_their_name(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Ask for the name of whoever it is for; what else was said is taken in."""
    if said.meaning.for_name:
        return []
    fill_email(state, said.meaning)
    return [Reply(services.say("ask_their_name"))]


def step_back(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Go one question back: from the name to the times, from the times to the day, from there to the treatment.

    `Back to the Swedish` goes back to no question: it is wished for once more.
    """
    if said.meaning.items or said.meaning.add_ons:
        return _back_to(state, said, services)
    hold = living_hold(state, services)
    if hold and not state.ready:
        state.items = still_sold(sold_items(hold), services.book)
    if state.ready and (hold or state.asked in CONTACT):
        return [more_times(state, services, mine=hold)]
    if state.asked == "slot" or state.moving:
        return [steps.ask_day(state, services)]
    state.items = ()
    return [steps.ask_treatment(state, services)]


def _back_to(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Take the last change back where what is named was wished for before it."""
    before = dataclasses.replace(state, items=state.before[-1].items if state.before else ())
    if said.meaning.add_ons or not before.items or names_others(before, said, services):
        return []
    changed = state.items
    return [reply.after(_said_back(changed, state, services)) for reply in undo(state, said, services)]


def start_over(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Begin from nothing where nothing is held; what is held is gone back from step by step."""
    if living_hold(state, services) or state.kind != "book" or state.moving:
        return []
    state.begin_again()
    if said.meaning.items or said.meaning.when:
        return []
    return [steps.ask_treatment(state, services)]


def undo(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Take the last change back; where a time is said, that is what it goes back to."""
    if said.meaning.when or not state.before:
        return []
    before = state.before[-1]
    state.items, state.when, state.before = before.items, before.when, (state.frame(),)
    return [retry_hold(state, services, firmly=True)]


def wait(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Put the guest on the waiting list, unless there is something free."""
    if living_hold(state, services):
        return []
    fill_contact(state, said, services)
    fill_wish(state, said, services)
    limits = small_talk.limits(state, said, services)
    if limits and limits[-1].ends_here:
        return limits
    state.kind = "waitlist"
    return [waiting.wait(state, services)]


def take_the_time(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Hold the time that was chosen, or ask whether the visit shall move to it; a correction alone chooses none."""
    if said.meaning.items and (said.meaning.asks_item or said.shows("go_back")):
        return []
    offer = chosen_offer(state, said, services)
    if offer is None or _only_changes(state, said, services):
        return []
    fill_contact(state, said, services)
    take_in(state, said, services)
    return [take_slot(state, offer, services)]


def _only_changes(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Return whether a sentence changes what is asked for and agrees to no time: `just the manicure`."""
    if said.meaning.when or said.meaning.choice or "affirm" in said.intents or said.shows("yes"):
        return False
    return take_in(dataclasses.replace(state), said, services)


def after_payment(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """After a visit is paid: another one is begun, or the paid one spoken of."""
    if state.kind in PASSING and (said.meaning.items or "book" in said.intents) and not said.answered:
        state.come_back()
    booking = current_booking(state, services)
    if booking is None or booking.status != Status.CONFIRMED or state.kind != "book":
        return []
    meaning = said.meaning
    if meaning.items or ("book" in said.intents and "booking_status" not in said.intents):
        return _another(state, booking, said, services)
    if meaning.add_ons and not said.answered:
        return [visit_changes.ask_to_add(state, booking, meaning.add_ons, services)]
    if fill_contact(state, said, services) or said.address_in_doubt:
        return [Reply(services.say("contact_stands", phone=services.spa.phone))]
    if meaning.when and not said.asks_house:
        return [rescheduling.request_reschedule(state, booking, meaning.when, services)]
    return []


def _another(state: DialogueState, booking: Booking, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Begin a further visit: right after the paid one where that was said."""
    fresh = dataclasses.replace(state)
    fresh.take_up(Frame())
    take_in(fresh, said, services)
    if said.meaning.when is None and _belongs(said):
        begin_after(state, booking, fresh.items, services)
        return [steps.next_step(state, services)]
    state.begin_again()
    return []


def _belongs(said: Sentence) -> bool:
    return any(said.shows(sign) for sign in AFTER) or any(wish.order for wish in said.meaning.items)


def other_times(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Show other times of the day on the table, earlier or later ones where that was said."""
    mine = living_hold(state, services) or rescheduling.moving(state, services)
    meaning = said.meaning
    if meaning.when or _wishes_otherwise(said) or said.names_guest or not (state.offered or mine):
        return []
    if not state.ready or said.answered:
        return []
    if said.wants_other_times:
        return [more_times(state, services, direction=said.direction, mine=mine)]
    return [_other_day(state, services)] if state.asked == "slot" else []


def leave(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Let a guest go who has enough for now; what is held or paid stays."""
    if said.meaning.items or said.meaning.when or state.booking_id:
        return []
    state.begin_again()
    return [Reply(services.say("at_your_service"))]


def keep_or_other_day(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Hear a plain no: to another time than the one that is held, or to all that lie on the table."""
    meaning = said.meaning
    if meaning.when or _wishes_otherwise(said) or said.names_guest or said.shows("note") or said.shows("pressure"):
        return []
    mine = living_hold(state, services) or rescheduling.moving(state, services)
    if mine and (state.offered or state.asked not in CONTACT):
        return [changes.keep(state, services)]
    return [_other_day(state, services)] if state.asked == "slot" else []


def _wishes_otherwise(said: Sentence) -> bool:
    """Return whether somebody else or something else is wished for, and not only another time."""
    meaning = said.meaning
    people = meaning.technician or meaning.not_technicians or meaning.gender or meaning.anyone
    return bool(people or meaning.items or meaning.removed)


def _other_day(state: DialogueState, services: DialogueServices) -> Reply:
    return steps.ask_day(state, services) if state.ready else steps.ask_treatment(state, services)


def who_comes(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Take in the answer to who comes; where nothing else was said, nothing else changes."""
    if state.asked not in CONTACT or not fill_contact(state, said, services):
        return []
    alone = nothing_but(said.text, state.name, said.meaning.phone)
    return [_after_contact(state, services)] if alone else []


def go_on(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Take in what a sentence says of the guest and of the visit, and take the next step."""
    known = state.name, state.email, state.phone
    fill_contact(state, said, services)
    told = said.names_guest or said.meaning.phone
    new_contact = (told and state.asked in CONTACT) or known != (state.name, state.email, state.phone)
    if only_asks(state, said, services):
        state.party = _party_of(state, said)
        return []
    if said.meaning.passed_date:
        return _passed(state, said, services)
    before, waiting_before = state.items, len(state.shelved)
    wished = _take_in_wish(state, said, services)
    added = said.meaning.asks_item == ADD or 0 < len(before) < len(state.items)
    limits = small_talk.limits(state, said, services)
    if limits and limits[-1].ends_here:
        return limits
    if wished:
        reply = _after_wish(state, said, services, firmly=added or not said.asks)
        noted = services.say("note_taken") if keep_note(state, said) else ""
        said_back = _said_back(before, state, services) or _in_turn(waiting_before, state, services)
        return [*limits, reply.after(said_back).after(noted)]
    if new_contact:
        return [*limits, _after_contact(state, services)]
    return limits or ([steps.next_step(state, services)] if "book" in said.intents else [])


def _party_of(state: DialogueState, said: Sentence) -> int:
    """Return for how many it shall be, where a question tells: `can I book for two?`."""
    tells = not state.items and "book" in said.intents and said.meaning.party
    return said.meaning.party or 0 if tells else state.party


def _take_in_wish(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in what is wished for: in the matter that has the floor, in the one below, or as a visit of its own."""
    elsewhere = (
        state.kind in visits.SOUGHT and state.booking_id is None and (state.asked not in visits.PROOF or said.lets_go)
    )
    if elsewhere and said.meaning.items and "book" in said.intents:
        state.come_back()
    if state.kind in PASSING and (said.meaning.items or said.meaning.when or "book" in said.intents):
        state.come_back()
    if _begins_beside(state, said, services):
        begin_beside(state, ())
    wished = fill_wish(state, said, services)
    split(state, said)
    return wished


def _after_wish(state: DialogueState, said: Sentence, services: DialogueServices, *, firmly: bool) -> Reply:
    """Go on with a request that was said or corrected; what is added is wished for, however it is put."""
    if state.kind == "waitlist":
        return waiting.wait(state, services)
    reply = retry_hold(state, services, firmly=firmly)
    quietly = not (state.ready or said.answered) and bool(said.meaning.gender or said.meaning.technician)
    return reply.after(services.say("noted") if quietly else "")


def _said_back(before: tuple[Item, ...], state: DialogueState, services: DialogueServices) -> str:
    """Say what the visit consists of now, where it is changed while times for it lie on the table."""
    changed = state.ready and all(item.treatment for item in before) and wants(before) != wants(state.items)
    on_the_table = before and state.offered and not living_hold(state, services)
    return services.say("now_wished", treatment=named(state.items, services)) if changed and on_the_table else ""


def _in_turn(waiting_before: int, state: DialogueState, services: DialogueServices) -> str:
    """Say which visits of their own follow the one that has the floor."""
    following = [item for frame in state.shelved[waiting_before:] for item in frame.items if item.treatment]
    if not following or not state.ready:
        return ""
    first, then = named(state.items, services), named(following, services)
    return services.say("one_by_one", treatment=first, others=then)


def _after_contact(state: DialogueState, services: DialogueServices) -> Reply:
    if state.kind == "late" and state.asked is None:
        return Reply(services.say("late_contact", phone=services.spa.phone))
    return waiting.join(state, services) if state.kind == "waitlist" else steps.after_contact(state, services)


def _passed(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say that a day has passed; the rest of the wish is kept."""
    take_in(state, said, services)
    return [steps.next_step(state, services).after(services.say("why_PAST"))]


def _begins_beside(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Return whether a further visit is wished for, on a day or at an hour of its own, while one is held."""
    hold, meaning = living_hold(state, services), said.meaning
    if hold is None or meaning.asks_item != ADD or not meaning.items:
        return False
    if meaning.when is None:
        return said.shows("another_day")
    if _belongs(said) and meaning.when.date in {None, services.spa.today(hold.starts_at)}:
        return False
    return meaning.when.date is not None or meaning.when.time is not None


def doubtful_address(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Ask for an address that was typed and can't be read for sure; a mail to half of it would reach a stranger."""
    if not said.address_in_doubt:
        return []
    if living_hold(state, services) and state.name and state.asked is None:
        state.asked = "email"
    return [Reply(services.say("bad_email"))]
