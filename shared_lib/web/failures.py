"""What a person has to hear of: what was refused to us for good."""

from collections.abc import Sequence

from shared_lib.kernel.alerts import alert
from shared_lib.kernel.failures import Failure


def report_booking_failures(failures: Sequence[Failure]) -> list[str]:
    """Return the codes; what asking again will not mend is logged with its booking."""
    for failure in failures:
        if failure.refused:
            alert("booking_unsettled", "a booking can't be settled", booking=failure.booking_id, code=failure.code)
    return [failure.code for failure in failures]
