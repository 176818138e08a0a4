"""A request in words for the ear, and as what programs read."""

from collections.abc import Sequence

from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import all_of, say_treatments
from shared_lib.availability.request import BookingRequest
from shared_lib.bookings.booking import Booking


def say_request(request: BookingRequest, context: CallContext) -> str:
    """Return what is asked for: `Swedish Massage with Hot Stone and Manicure`, what two have alike once."""
    book = context.book
    rows = [(book.treatment(item.treatment_id), book.requested_add_ons(item.add_on_ids)) for item in request.items]
    return say_treatments([with_extras(row.name, [one.name for one in extras]) for row, extras in rows])


def say_sold(booking: Booking) -> str:
    """Return what a booking is for, as `say_request` says it."""
    sold = [booking.of_visit(visit.number)[0] for visit in booking.visits]
    return say_treatments([with_extras(lines[0].name, [line.name for line in lines[1:]]) for lines in sold])


def with_extras(treatment: str, extras: Sequence[str]) -> str:
    """Return a treatment with its add-ons, by name."""
    return say("with_extras", treatment=treatment, extras=all_of(extras)) if extras else treatment


def items_json(request: BookingRequest) -> list[dict[str, object]]:
    """Return the items of a request by their ids, each with its guest and whom it shall be with."""
    return [
        {
            "treatment": item.treatment_id,
            "guest": item.guest,
            "add_ons": list(item.add_on_ids),
            "technician": all_of(item.named) if item.named else None,
        }
        for item in request.items
    ]
