"""Trouble on the phone: it is heard before anything is done, a person answers it, and nothing is sold on.

Words of health are declined once, with whom to ask; a caller who tells of it again, or only beside a time that is being
held, goes on, and the words are sealed at the visit for its technician.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shared_lib.agent.phone.action_calls import Call
from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.bookings.contact import Contact
from shared_lib.concierge.case import Case, CaseKind, NewCase
from shared_lib.concierge.open_case import open_case
from shared_lib.concierge.promise import promise_at
from shared_lib.kernel.phone_number import parse_phone

if TYPE_CHECKING:
    from shared_lib.agent.language.care import Trouble

WHO = frozenset({"slot", "name", "email", "phone"})
"""Parameters that say who comes, and what we gave out ourselves."""
LANGUAGE = "en"
HOLDING = "book_appointment"


def hear_care(call: Call, context: CallContext) -> str:
    """Return what is said first to a caller who tells of their health and may go on, "" where nothing was told.

    Raise Declined where a person has to answer: with what helps, and by when somebody answers the case of it. Health is
    declined once in a call, then the caller has heard whom to ask; beside a time that is being held it is a note.
    """
    said = " . ".join(text for name, value in call.parameters.items() if name not in WHO for text in _texts(value))
    trouble = _heard_in(said, context)
    if trouble is None:
        return ""
    if _only_informs(trouble) and (call.action == HOLDING or context.cases.was_told(call.id, CaseKind.HEALTH)):
        _case(CaseKind.HEALTH, said, call, context)
        return say("care_health_noted")
    raise Declined(_answer(trouble, said, call, context))


def tells_of_health(notes: str, context: CallContext) -> bool:
    """Return whether notes are of the caller's health."""
    trouble = _heard_in(notes, context)
    return trouble is not None and _only_informs(trouble)


def _heard_in(said: str, context: CallContext) -> "Trouble | None":
    if not said.strip():
        return None
    from shared_lib.agent.language.care import trouble_in  # the language is not needed to book

    return trouble_in(said, LANGUAGE, context.book.names)


def _only_informs(trouble: "Trouble") -> bool:
    return trouble.kind == "health" and not trouble.emergency


def _texts(value: object) -> Iterator[str]:
    """Yield the words of a parameter, however a voice agent has nested them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _answer(trouble: "Trouble", said: str, call: Call, context: CallContext) -> dict[str, object]:
    code, facts = trouble.kind.upper(), {"phone": context.phone}
    if trouble.kind not in set(CaseKind):
        return sorry(code, say(f"care_{trouble.answer}", **facts))
    case = _case(CaseKind(trouble.kind), said, call, context)
    sentence = say(f"care_{trouble.answer}", promise=context.moment(case.promise_at), **facts)
    urgent = say("care_if_now") if trouble.emergency and trouble.kind == "health" else ""
    return sorry(code, f"{urgent} {sentence}".strip(), reference=case.reference)


def _case(kind: CaseKind, said: str, call: Call, context: CallContext) -> Case:
    new = NewCase(
        key=call.key,
        kind=kind,
        text=said,
        lang=LANGUAGE,
        promise_at=promise_at(context.now, spa=context.spa, hours=context.book.hours.values()),
        contact=_contact(call),
        call_id=call.id,
    )
    return open_case(new, cases=context.cases, spa=context.spa, now=context.now)


def _contact(call: Call) -> Contact:
    """Return how to call back: by what the caller said, else by the number that the telephone shows."""
    name, email, phone = (str(call.parameters.get(what) or "") for what in ("name", "email", "phone"))
    return Contact(name, email, parse_phone(phone) or parse_phone(call.caller) or "")
