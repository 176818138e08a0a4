"""Answers to a voice agent: always a sentence to speak, and beside it what only programs read."""

from collections.abc import Mapping, Sequence
from typing import Any

from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.kernel.errors import BadInput, Refusal, TooMany

Answer = dict[str, Any]
SlotJson = Mapping[str, Any]


class Declined(Refusal):
    """What a caller asked can't be done; `answer` says why, and what would work."""

    code = "DECLINED"

    def __init__(self, answer: Answer) -> None:
        super().__init__(str(answer["code"]))
        self.answer = answer


def done(message: str, **facts: object) -> Answer:
    """Return the answer to what could be done."""
    return {"ok": True, "message": message, **facts}


def sorry(code: str, message: str, *, alternatives: Sequence[SlotJson] = (), **facts: object) -> Answer:
    """Return the answer to what could not be done, with slots that would work."""
    return {"ok": False, "code": code, "message": message, "alternatives": list(alternatives), **facts}


def after(said: str, answer: Answer) -> Answer:
    """Return an answer whose sentence follows something that has to be said first."""
    return answer | {"message": f"{said} {answer['message']}"} if said else answer


def refused(refusal: Refusal, context: CallContext) -> Answer:
    """Return a refusal as an answer; one that nobody foresaw leads the caller to the front desk."""
    if isinstance(refusal, Declined):
        return refusal.answer
    if isinstance(refusal, BadInput):
        return sorry(refusal.code, say("bad", refusal.field), field=refusal.field, why=refusal.why)
    if isinstance(refusal, TooMany):
        return sorry(refusal.code, say("too_many"), retry_after=refusal.retry_after)
    return sorry(refusal.code, say("cannot", phone=context.phone))
