"""Ask for a code: who is known and who is not are answered alike, in the same time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.ports import ProofCodes
from shared_lib.guests.proof_code import ProofCode
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.locales import ENGLISH
from shared_lib.kernel.ports import Allowance, RateLimits

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CONTACT_AN_HOUR, CONTACT_A_DAY, ADDRESS_AN_HOUR = 5, 12, 30
"""How many codes may be asked for: to one contact point, and from one address on the internet."""

SendSoon = Callable[[UUID], None]
"""Has a code sent in a moment, off the way of whoever waits; raises VendorUnavailable."""


def request_code(
    contact_point: ContactPoint,
    *,
    holder: str,
    address: str,
    codes: ProofCodes,
    send_soon: SendSoon,
    rate_limits: RateLimits,
    now: datetime,
    lang: str = ENGLISH,
) -> ProofCode:
    """Have a code sent to a contact point, for whoever asks from `holder` at an `address` on the internet.

    It is sent in `lang`, the language of whoever asks. Raise TooMany. Where the queue is away
    it is sent by the relay, a minute later.
    """
    to = f"{contact_point.channel}:{contact_point.address}"
    allowances = [
        Allowance(f"code-to-hour:{to}", CONTACT_AN_HOUR, HOUR),
        Allowance(f"code-to-day:{to}", CONTACT_A_DAY, DAY),
    ]
    if address:
        allowances.append(Allowance(f"code-from:{address}", ADDRESS_AN_HOUR, HOUR))
    rate_limits.count_all(allowances, now=now)
    code = codes.ask(contact_point, holder=holder, now=now, lang=lang)
    try:
        send_soon(code.id)
    except VendorUnavailable as trouble:
        alert("code_late", "a code waits for the relay", vendor=trouble.vendor, proof_code=code.id)
    return code
