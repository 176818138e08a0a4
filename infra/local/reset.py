"""`make reset`: wipes this machine's state; needs no package, so that it mends a broken set-up too."""

import shutil
import sys
from pathlib import Path

from infra.local.home import Home, shared_folder, shared_twin
from infra.local.postgres_throwaway import sweep
from infra.local.records import Records
from infra.local.run_lock import RunLock
from infra.local.startup_error import StartupError


def reset(home: Home) -> None:
    """Wipe a system that does not run; raise StartupError for one that does."""
    with RunLock(home.lock):
        Records(home.records).end_what_is_left()
        shutil.rmtree(home.folder)
        shutil.rmtree(shared_twin(home.postgres), ignore_errors=True)
        _wipe_programs(shared_folder())


def _wipe_programs(folder: Path) -> None:
    """Remove PostgreSQL's programs too, unless tests are using them at this moment."""
    if not sweep(folder) and all(place.name.startswith("programs-") for place in folder.glob("*")):
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Return the exit status."""
    try:
        reset(Home.chosen())
    except StartupError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print("Wiped; the next make run starts from nothing.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
