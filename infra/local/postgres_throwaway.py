"""Data of tests' servers, outside of root's home: each folder names the process that made it."""

import os
import shutil
import tempfile
from pathlib import Path

from infra.local.records import command_line

_PREFIX = "coresync-throwaway"
_MEMORY = Path("/dev/shm")  # noqa: S108 -- each folder in it is made for us alone
_ROOM = 2 * 2**30
"""Bytes; a server with all that its tests make at a time takes a tenth of it."""


def throwaway_place(elsewhere: Path) -> Path:
    """Return a new folder for this process: in memory where there is room, else in the folder named.

    Each test has a database of its own, which is some hundred files made and deleted: a disk is slow at that.
    """
    folder = _MEMORY if _has_room(_MEMORY) else elsewhere
    _sweep(folder)
    return Path(tempfile.mkdtemp(dir=folder, prefix=f"{_PREFIX}-{os.getpid()}-"))


def sweep(elsewhere: Path) -> bool:
    """Remove what tests left behind that were killed; return whether tests are at work at this moment."""
    living = [_sweep(folder) for folder in (_MEMORY, elsewhere)]
    return any(living)


def _sweep(folder: Path) -> bool:
    """Remove what has no process any more; return whether something has one."""
    living = False
    for left in folder.glob(f"{_PREFIX}-*"):
        if command_line(int(left.name.removeprefix(_PREFIX).split("-")[1])):
            living = True
        else:
            shutil.rmtree(left, ignore_errors=True)
    return living


def _has_room(folder: Path) -> bool:
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _ROOM
