"""What would work instead: the nearest times, in every refusal of a time."""

from datetime import datetime

from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.call_context import FEW, CallContext
from shared_lib.agent.phone.reasons import facts_of, say_reason
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import say_moments
from shared_lib.availability.rejections import Rejection
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.slots import Slot


def decline(
    code: str, why: str, request: BookingRequest, near: datetime, context: CallContext, **facts: object
) -> Declined:
    """Return a refusal with the times that are nearest to an instant."""
    found = _nearest(request, near, context)
    if not found:
        return Declined(sorry(code, say("nothing_instead", sorry=why, phone=context.phone)) | {"slots": []} | facts)
    times = say_moments(sorted({slot.starts_at for slot, _ in found}), context.spa, now=context.now)
    alternatives = [context.slot_answer(slot, wished) for slot, wished in found]
    return Declined(
        sorry(code, say("instead", sorry=why, times=times), alternatives=alternatives) | {"slots": []} | facts
    )


def _nearest(request: BookingRequest, near: datetime, context: CallContext) -> list[tuple[Slot, BookingRequest]]:
    """Return the nearest times with whom was wished for, after the nearest one with anybody where that is another."""
    as_wished = [(slot, request) for slot in context.nearest(request, near)]
    anybody = request.with_anybody()
    if anybody == request:
        return as_wished
    known = {slot.starts_at for slot, _ in as_wished}
    others = [(slot, anybody) for slot in context.nearest(anybody, near) if slot.starts_at not in known]
    return (others[:1] + as_wished if as_wished else others)[:FEW]


def decline_time(reason: Rejection, request: BookingRequest, asked: datetime, context: CallContext) -> Declined:
    """Return a refusal by the reason why a time is not to be had."""
    why = say_reason(reason, request, asked, context)
    return decline(str(reason), why, request, asked, context, reason=str(reason), **facts_of(reason, context))
