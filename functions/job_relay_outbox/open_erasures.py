"""A guest who asked to be forgotten is, in the minute after."""

from collections.abc import Callable, Sequence

from shared_lib.bootstrap import Services
from shared_lib.guests.erase_guest import erase_guests


def erase_next_guest(deps: Services, out_of_time: Callable[[], bool]) -> Sequence[str]:
    """Erase at most one guest, and return the codes of what has to be tried again."""
    return erase_guests(deps.eraser, now=deps.clock(), most=1, out_of_time=out_of_time).failures
