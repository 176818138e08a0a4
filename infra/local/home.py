"""Where one local system keeps its state."""

import dataclasses
import hashlib
import os
from pathlib import Path
from typing import Self

from infra.local.startup_error import StartupError

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""


def shared_folder() -> Path:
    """Return the folder that an unprivileged user may reach even when the checkout lies in root's home."""
    return Path(f"/var/tmp/coresync-{_digest(ROOT)}")  # noqa: S108 -- postgres_binaries.py checks who owns it


def shared_twin(folder: Path) -> Path:
    """Return where the content of a folder lies when it must be reachable for an unprivileged user."""
    return shared_folder() / f"{folder.name}-{_digest(folder.absolute())}"


def _digest(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]


@dataclasses.dataclass(frozen=True)
class Home:
    """The places of one local system: `.local/` for `make run`, a folder of its own for a test."""

    folder: Path

    @classmethod
    def chosen(cls) -> Self:
        """Return the folder that CORESYNC_HOME names, else `.local` in the checkout."""
        return cls(Path(os.environ.get("CORESYNC_HOME") or ROOT / ".local").absolute())

    @property
    def logs(self) -> Path:
        """One log for each process."""
        return self.folder / "logs"

    @property
    def records(self) -> Path:
        """What runs, so that the next start can end what a crash left behind."""
        return self.folder / "run"

    @property
    def lock(self) -> Path:
        """Held while the system runs."""
        return self.folder / "lock"

    @property
    def postgres(self) -> Path:
        """The database, unless we are root."""
        return self.folder / "postgres"

    @property
    def firestore(self) -> Path:
        """Chat sessions between two starts."""
        return self.folder / "firestore"

    @property
    def stores(self) -> Path:
        """What the stand-ins know; folders of older versions have this name, so it stays."""
        return self.folder / "shelves"

    @property
    def keys(self) -> Path:
        """The data key and the signing key, a file each."""
        return self.folder / "keys"

    @property
    def secrets(self) -> Path:
        """The secrets by name, readable by their owner alone."""
        return self.folder / "secrets.json"

    @property
    def clock(self) -> Path:
        """Seconds by which business time is ahead of real time, as text."""
        return self.folder / "clock"

    @property
    def ports(self) -> Path:
        """The ports of the last start."""
        return self.folder / "ports.json"

    @property
    def stack(self) -> Path:
        """Everything that a test from outside needs, while the system runs."""
        return self.folder / "stack.json"

    def furnish(self) -> None:
        """Make the folders that are missing; raise StartupError where there can be none."""
        try:
            for place in (self.logs, self.records, self.stores, self.keys):
                place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StartupError(
                f"{self.folder} can't hold the state ({error.strerror}); name another: CORESYNC_HOME=/path make run"
            ) from error
