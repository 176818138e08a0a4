"""What it costs until the first answer: a new interpreter imports the command and answers once, the best of several."""

import json
import subprocess
import sys
from typing import NamedTuple

RUNS = 5  # a busy machine slows some of them
_MEASURE = """
import json, resource, time
begin = time.process_time()
from shared_lib.agent.language.__main__ import answer
imported = time.process_time()
answer('{"text": "tomorrow at 3", "now": "2026-11-25T10:00"}')
answered, most = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([1000 * (imported - begin), 1000 * (answered - imported), most / 1024]))
"""


class Start(NamedTuple):
    """Milliseconds of the processor for the import and for the first answer, and the most megabytes in use."""

    imported: float
    answered: float
    megabytes: float


def best(runs: int = RUNS) -> Start:
    """Start so often, and return the quickest start."""
    return min((_started() for _ in range(runs)), key=lambda start: start.imported + start.answered)


def _started() -> Start:
    done = subprocess.run([sys.executable, "-c", _MEASURE], capture_output=True, text=True, check=True)
    return Start(*json.loads(done.stdout))
