"""Data of tests' servers, outside of root's home: each folder names the process that made it."""

import os
import shutil
import tempfile
from pathlib import Path

from infra.local.records import command_line

_PREFIX = "throwaway"


def throwaway_in(parent: Path) -> Path:
    """Return a new folder for this process."""
    sweep(parent)
    return Path(tempfile.mkdtemp(dir=parent, prefix=f"{_PREFIX}-{os.getpid()}-"))


def sweep(parent: Path) -> None:
    """Remove what tests left behind that were killed."""
    for left in parent.glob(f"{_PREFIX}-*"):
        if not command_line(int(left.name.split("-")[1])):
            shutil.rmtree(left, ignore_errors=True)
