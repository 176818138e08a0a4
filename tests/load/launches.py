"""How long `make run` takes until it is ready, from a clean home and once more."""

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from infra.local.home import ROOT
from infra.local.ports import free_port


def launch(home: Path) -> float:
    """Start the system, wait until it says that it is ready, stop it, and return its seconds."""
    environment = os.environ | {"CORESYNC_HOME": str(home), "PORT": str(free_port())}
    with subprocess.Popen(
        [sys.executable, "-m", "infra.local"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        found = next(
            (ready for line in process.stdout or () if (ready := re.search(r"ready after ([\d.]+) s", line))), None
        )
        process.send_signal(signal.SIGINT)
    if found is None:
        raise RuntimeError("make run did not get ready")
    return float(found[1])


def launches(*, again: int) -> tuple[float, list[float]]:
    """Return the seconds of a first start, and of so many more."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        return launch(home), [launch(home) for _ in range(again)]
