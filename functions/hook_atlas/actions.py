"""The actions that a voice agent may ask for, each a URL of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from shared_lib.agent.phone.action_calls import Call
from shared_lib.agent.phone.answers import Answer, after, refused, sorry
from shared_lib.agent.phone.booking import book_appointment, made_before
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.care import hear_care
from shared_lib.agent.phone.sentences import say
from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import NotFound, Refusal, TooMany

from .limits import count
from .parameters import read_appointment_request, read_availability_request, read_call, read_treatment

Act = Callable[[Call, CallContext], Answer]


def answer(action: str, body: Mapping[str, Any], deps: Services) -> Answer:
    """Do an action; raise NotFound for a name that is none, everything else that is refused is an answer."""
    act = ACTIONS.get(action)
    if act is None:
        raise NotFound("there is no such action")
    context = _context(deps)
    try:
        return _counted(act, read_call(action, body), context, deps)
    except Refusal as refusal:
        return refused(refusal, context)


def _counted(act: Act, call: Call, context: CallContext, deps: Services) -> Answer:
    """Do what is within the limits; what was done before is told again even beyond them."""
    try:
        count(call, deps, now=context.now)
    except TooMany:
        if before := made_before(call, context):
            return after(hear_care(call, context), before)
        raise
    return after(hear_care(call, context), act(call, context))


def _context(deps: Services) -> CallContext:
    return CallContext(
        booking_context=deps.context,
        dispatcher=deps.dispatcher,
        signer=deps.signer,
        public_url=deps.public_url,
        cases=deps.cases,
        medical_notes=deps.medical_notes,
        now=deps.clock(),
        unpaid=deps.unpaid_limits,
    )


def _check(call: Call, context: CallContext) -> Answer:
    from shared_lib.agent.phone.availability import check_availability  # the language is not needed to book

    return check_availability(read_availability_request(call.parameters), context)


def _price(call: Call, context: CallContext) -> Answer:
    from shared_lib.agent.phone.prices import get_price

    return get_price(read_treatment(call.parameters), context)


def _book(call: Call, context: CallContext) -> Answer:
    return book_appointment(read_appointment_request(call.parameters), call, context)


def _not_yet(call: Call, context: CallContext) -> Answer:
    del call
    return sorry("NOT_YET", say("not_yet", phone=context.phone))


ACTIONS: Mapping[str, Act] = {
    "check_availability": _check,
    "get_price": _price,
    "book_appointment": _book,
    "send_code": _not_yet,
    "check_code": _not_yet,
    "find_booking": _not_yet,
    "reschedule": _not_yet,
    "cancel_appointment": _not_yet,
    "join_waitlist": _not_yet,
    "spa_info": _not_yet,
    "handoff": _not_yet,
}
