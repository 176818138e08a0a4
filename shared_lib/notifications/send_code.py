"""Send the six digits by which somebody proves that a contact point is theirs; nothing of them stays but a hash."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from shared_lib.bookings.contact import Contact
from shared_lib.guests.contact_point import Channel
from shared_lib.guests.ports import ProofCodes
from shared_lib.guests.proof_code import ProofCode, new_digits
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import CoreSyncError, OutcomeUnknown
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import Claim, MailKey, MailKind
from shared_lib.notifications.send_once import hand_over

ONCE = 1
"""A code is one message, whichever digits it has in the end."""
ATTEMPTS = 3
"""How often a code is sent whose outcome is unknown; each attempt has digits of its own, and the newest count."""
PATIENCE = timedelta(seconds=20)
"""How long the queue has to send a code before somebody else does."""
BATCH = 50
"""How many are sent in one run."""

SendText = Callable[[str, str, UUID], str]
"""Sends digits to a telephone number under a message's id, and returns the carrier's own id; errors as a Mailer's."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CodeContext:
    """What sending codes works with."""

    codes: ProofCodes
    mails: MailContext
    send_text: SendText


def send_code(code_id: UUID, *, context: CodeContext, now: datetime) -> None:
    """Send a code that waits to be sent and would still be good; raise as `send_once` does, to be asked again."""
    code = context.codes.get(code_id)
    address = code.contact_point.address
    if not code.may_be_sent(now):
        return
    if context.mails.rules.withheld(MailKind.CODE, address):
        context.codes.settled(code.id, now=now)
        return
    context.mails.check_breaker(MailKind.CODE, now=now)
    digits = new_digits()
    send = _letter(code, digits, context, now)
    claim = context.mails.mail_log.claim(MailKey(MailKind.CODE, ONCE, about=code.id), to=address, now=now)
    if claim:
        context.codes.sending(code.id, digits, now=now)
        _send(claim, partial(send, claim.message_id), context=context, now=now)
    context.codes.settled(code.id, now=now)


def _send(claim: Claim, send: Callable[[], str], *, context: CodeContext, now: datetime) -> None:
    """Send it; where nobody knows what became of it, new digits are sent at once: a guest waits for them."""
    try:
        hand_over(claim, MailKind.CODE, send, mail_log=context.mails.mail_log, now=now)
    except OutcomeUnknown:
        if claim.attempt < ATTEMPTS:
            context.mails.mail_log.unsent(claim, now=now)
            raise


def _letter(code: ProofCode, digits: str, context: CodeContext, now: datetime) -> Callable[[UUID], str]:
    """Return what sends the digits where they go, written already; it takes the message's id."""
    address = code.contact_point.address
    if code.contact_point.channel == Channel.SMS:
        return lambda message_id: context.send_text(digits, address, message_id)
    mail = context.mails.renderer.code(digits, now=now, lang=code.lang)
    return lambda message_id: context.mails.mailer.send(mail, to=Contact("", address), message_id=message_id)


def send_waiting_codes(*, codes: ProofCodes, send: Callable[[UUID], None], now: datetime) -> Sequence[str]:
    """Send the codes that the queue did not bring; `send` is what its task does. Return what went wrong."""
    failures: list[str] = []
    for code_id in codes.unsent(before=now - PATIENCE, now=now, limit=BATCH):
        try:
            send(code_id)
        except CoreSyncError as error:
            alert("code_unsent", "a code waits to be sent", code=error.code, proof_code=code_id)
            failures.append(error.code)
    return failures
