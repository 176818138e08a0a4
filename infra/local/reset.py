"""`make reset`: wipes this machine's state; needs no package, so that it mends a broken set-up too."""

import shutil
import sys
from pathlib import Path

from infra.local.home import ROOT, Home, shared_folder
from infra.local.records import Records, command_line
from infra.local.run_lock import RunLock
from infra.local.trouble import Trouble


def reset(home: Home, shared: Path) -> None:
    """Wipe a system that does not run; raise Trouble for one that does."""
    with RunLock(home.lock):
        Records(home.records).end_what_is_left()
        shutil.rmtree(home.folder)
        _wipe_shared(shared)


def _wipe_shared(folder: Path) -> None:
    """Leave what tests are using at this moment."""
    in_use = [place for place in folder.glob("throwaway-*") if command_line(int(place.name.split("-")[1]))]
    for place in folder.glob("*"):
        if place not in in_use and not (in_use and place.name.startswith("programs-")):
            shutil.rmtree(place, ignore_errors=True)
    if not in_use:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Return the exit status."""
    try:
        reset(Home(ROOT / ".local"), shared_folder())
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print("Wiped; the next make run starts from nothing.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
