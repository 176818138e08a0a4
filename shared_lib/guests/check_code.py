"""Check a code that somebody typed or said: it proves one contact point, once."""

from datetime import datetime, timedelta

from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.ports import ProofCodes
from shared_lib.guests.proof_code import read_digits
from shared_lib.kernel.errors import BadInput, CodeEnded, CodeWrong
from shared_lib.kernel.ports import Allowance, RateLimits

HOUR = timedelta(hours=1)
ADDRESS_AN_HOUR = 60
"""How many codes may be typed from one address on the internet."""


def check_code(
    typed: str, *, holder: str, address: str, codes: ProofCodes, rate_limits: RateLimits, now: datetime
) -> ContactPoint:
    """Return the contact point that the code proves; raise BadInput for what is none, CodeWrong, CodeEnded or TooMany.

    What can be no code costs no try.
    """
    digits = read_digits(typed)
    if digits is None:
        raise BadInput("code", "has six digits")
    if address:
        rate_limits.count_all([Allowance(f"code-tried:{address}", ADDRESS_AN_HOUR, HOUR)], now=now)
    redeemed = codes.redeem(holder, digits, now=now)
    if redeemed.contact_point:
        return redeemed.contact_point
    if not redeemed.tries_left:
        raise CodeEnded("no code can be typed any more")
    raise CodeWrong(redeemed.tries_left)
