"""What a person has to hear of: what was refused to us for good."""

import logging
from collections.abc import Sequence

from shared_lib.kernel.failures import Failure
from shared_lib.web.logs import log


def codes_of(failures: Sequence[Failure]) -> list[str]:
    """Return the codes; what asking again will not mend is logged with its booking."""
    for failure in failures:
        if failure.refused:
            log("a booking can't be settled", level=logging.ERROR, booking=failure.booking_id, code=failure.code)
    return [failure.code for failure in failures]
