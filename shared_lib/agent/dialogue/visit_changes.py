"""Changes of a paid visit besides its time: something added, one guest fewer; each is said with its money first."""

import dataclasses

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item
from shared_lib.agent.dialogue.items import sold_items, still_sold
from shared_lib.agent.dialogue.options import yes_or_keep
from shared_lib.agent.dialogue.reasons import say_reason
from shared_lib.agent.dialogue.requested_items import add_on_ids, requested
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import booking_json, facts_of, moment_of
from shared_lib.availability.rejections import Rejection
from shared_lib.availability.request import BookingRequest
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.policy import guest_refund_cents
from shared_lib.bookings.reallocation import longest_wait
from shared_lib.kernel.errors import NotBookable, Refusal, SlotTaken
from shared_lib.pricing.sale import price_visits


def ask_to_add(state: DialogueState, booking: Booking, add_ons: tuple[str, ...], services: DialogueServices) -> Reply:
    """Say what an add-on costs and asks of the time of a paid visit, and ask; the desk knows where none was named."""
    before = sold_items(booking)
    fits = still_sold(before, services.book) == before
    items = _with_add_ons(booking, add_ons, services) if fits else before
    if items == before:
        moment = moment_of(booking.starts_at, services)
        return Reply(services.say("add_later", moment=moment, phone=services.spa.phone))
    if (why := _in_the_way(items, booking, services)) is not None:
        return Reply(services.say("not_added", why=why, phone=services.spa.phone))
    state.detour("add_later", booking_id=str(booking.id), items=items)
    return _confirm_add(state, booking, services)


def _in_the_way(items: tuple[Item, ...], booking: Booking, services: DialogueServices) -> str | None:
    """Return why a visit can't be this one at its time, as far as that can be said; None where it can."""
    asked = BookingRequest.at(requested(items, services.book), booking.starts_at, tier=booking.tier)
    found = services.find(dataclasses.replace(asked, longest_wait=longest_wait(booking)), without=booking)
    if found.slots and found.slots[0].starts_at == booking.starts_at:
        return None
    return _said(found.rejection, booking, services)


def _said(rejection: object, booking: Booking, services: DialogueServices) -> str:
    treatment = services.book.treatment(booking.treatment.item_id)
    return say_reason(rejection, treatment, None, services) if isinstance(rejection, Rejection) else ""


def _confirm_add(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    items = state.items
    state.clear_options("confirm_add")
    state.quoted = _more(items, booking, services)
    names = services.voice.all_of([services.book.add_on(one).name for one in _fresh(items, booking)])
    facts = facts_of(booking, services) | {
        "extras": names,
        "more": services.voice.money(state.quoted),
    }
    return Reply(services.say("confirm_add", **facts), yes_or_keep("add", services))


def _with_add_ons(booking: Booking, add_ons: tuple[str, ...], services: DialogueServices) -> tuple[Item, ...]:
    """Return what a booking is for with the named add-ons beside the first treatment that they go with."""
    items, left = [], set(add_ons)
    for item in sold_items(booking):
        row = services.book.treatment(item.treatment or "")
        extra = tuple(one for one in add_on_ids(tuple(left), [row], services.book) if one not in item.add_ons)
        left -= {services.book.add_on(one).name for one in extra}
        items.append(dataclasses.replace(item, add_ons=(*item.add_ons, *extra)))
    return tuple(items)


def _fresh(items: tuple[Item, ...], booking: Booking) -> list[str]:
    had = [one for item in sold_items(booking) for one in item.add_ons]
    return [one for item in items for one in item.add_ons if one not in had]


def _more(items: tuple[Item, ...], booking: Booking, services: DialogueServices) -> int:
    """Return the cents, tax included, by which the visit gets dearer."""
    book, day = services.book, services.spa.today(booking.starts_at)
    wished = [(book.treatment(item.treatment or ""), book.requested_add_ons(item.add_ons)) for item in items]
    lines = price_visits(book, wished, tier=booking.tier, day=day)
    return sum(line.price_cents + line.tax_cents for line in lines) - booking.total_cents


def add(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Add what was asked for, where room and technician are free for it."""
    items = state.items
    if state.quoted is not None and _more(items, booking, services) > state.quoted:
        return _confirm_add(state, booking, services)  # it would cost more than was said
    state.come_back()
    state.clear_options()
    try:
        changed = services.change_items(
            str(booking.id), booking.starts_at, requested(items, services.book), key=f"add:{booking.version}"
        )
    except (SlotTaken, NotBookable) as refusal:
        why = _said(getattr(refusal, "rejection", None), booking, services)
        return Reply(services.say("not_added", why=why, phone=services.spa.phone))
    except Refusal:
        return Reply(services.say("too_late_to_change", phone=services.spa.phone))
    due = services.voice.money(changed.balance_cents)
    return Reply(services.say("added_later", **facts_of(changed, services), due=due), booking=booking_json(changed))


def ask_to_take_out(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Say what goes back where one guest stays away, and ask; which one, where they have different treatments."""
    if len(booking.guests) < 2:  # noqa: PLR2004 -- the last guest cancels
        key = "last_guest" if booking.party < 2 else "not_for_fewer"  # noqa: PLR2004 -- a couple's is one for two
        return Reply(services.say(key, **facts_of(booking, services)))
    if len({_had(booking, guest) for guest in booking.guests}) > 1:
        state.detour("take_out", booking_id=str(booking.id))
        state.clear_options("guest")
        buttons = tuple(Button(f"guest:{guest}", " + ".join(_had(booking, guest))) for guest in booking.guests)
        return Reply(services.say("ask_which_guest"), buttons)
    return confirm_take_out(state, booking, booking.guests[-1], services)


def _had(booking: Booking, guest: int) -> tuple[str, ...]:
    numbers = {visit.number for visit in booking.visits if visit.guest == guest}
    return tuple(line.name for line in booking.lines if line.visit in numbers)


def confirm_take_out(state: DialogueState, booking: Booking, guest: int, services: DialogueServices) -> Reply:
    """Say what goes back, and ask."""
    if state.kind != "take_out":
        state.detour("take_out", booking_id=str(booking.id))
    state.clear_options("confirm_take_out")
    state.reference = str(guest)
    state.quoted = guest_refund_cents(booking, guest, services.now)
    refund = services.voice.money(state.quoted)
    facts = facts_of(booking, services) | {"theirs": services.voice.all_of(_had(booking, guest)), "refund": refund}
    return Reply(services.say("confirm_take_out", **facts), yes_or_keep("take_out", services))


def take_out(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Take the guest out who was asked about."""
    guest = int(state.reference)
    if state.quoted is not None and guest_refund_cents(booking, guest, services.now) < state.quoted:
        return confirm_take_out(state, booking, guest, services)  # less would come back than was said
    state.come_back()
    state.clear_options()
    try:
        removed = services.remove_guest(str(booking.id), guest)
    except Refusal:
        return Reply(services.say("too_late_to_change", phone=services.spa.phone))
    facts = facts_of(removed.booking, services) | {"refund": services.voice.money(removed.refund_cents)}
    key = "taken_out" if removed.refund_cents else "taken_out_nothing"
    return Reply(services.say(key, **facts), booking=booking_json(removed.booking))
