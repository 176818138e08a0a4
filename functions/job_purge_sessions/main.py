"""Each night: what was kept long enough is forgotten, and guests who asked for it are erased."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.guests.erase_guest import erase_guests
from shared_lib.kernel.retention import forget_expired
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 240
"""Real time that one run takes at most; what is left undone is answered as trouble, and tried again."""
MOST = 100
"""How many guests are erased in one run; the job of each minute has erased most of them."""


@functions_framework.http
@job
def job_purge_sessions() -> Mapping[str, object]:
    """Forget in every store, then erase, and answer with the counts."""
    deps, out_of_time = services(), out_of_time_after(SECONDS)
    now = deps.clock()
    forgotten = forget_expired(deps.expiring_stores, now=now, out_of_time=out_of_time)
    done = erase_guests(deps.eraser, now=now, most=MOST, out_of_time=out_of_time)
    return {**forgotten.counts, "erased": done.erased, "failures": [*forgotten.failures, *done.failures]}
