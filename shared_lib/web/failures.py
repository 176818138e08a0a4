"""What a person has to hear of: what was refused to us for good."""

import logging
from collections.abc import Sequence
from uuid import UUID

from shared_lib.kernel.failures import Failure
from shared_lib.web.logs import log


def codes_of(failures: Sequence[Failure]) -> list[str]:
    """Return the codes; what asking again will not mend is logged with its booking."""
    for trouble in failures:
        if trouble.refused:
            log("a booking can't be settled", level=logging.ERROR, booking=trouble.booking_id, code=trouble.code)
    return [trouble.code for trouble in failures]


def call_for_refunds(booking_ids: Sequence[UUID]) -> None:
    """Raise the alarm for refunds that were given up."""
    for booking_id in booking_ids:
        log("a refund needs a person", level=logging.CRITICAL, booking=booking_id)
