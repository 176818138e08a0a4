"""`make legal`: lock new versions of the legal documents; one that is locked may neither change nor vanish.

A version that nobody has been shown yet may still be mended: take its line out of `versions.lock` first.
"""

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

from shared_lib.web.legal.documents import TEXTS

LOCK = TEXTS.parent / "versions.lock"


def main() -> int:
    """Add what is new to the lock; refuse, and write nothing, where something that was published is different now."""
    files, locked = digests(TEXTS), read_lock(LOCK)
    if different := sorted(name for name, digest in locked.items() if files.get(name) != digest):
        print(f"published, and different now: {', '.join(different)}; a changed text is a new version", file=sys.stderr)
        return 1
    LOCK.write_text("".join(f"{files[name]}  {name}\n" for name in sorted(files)), encoding="utf-8")
    return 0


def digests(folder: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each version, by its path in the folder."""
    files = folder.glob("*/*.html")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def read_lock(path: Path) -> Mapping[str, str]:
    """Return the digests that are locked, by the same paths; the lines are those of `sha256sum`."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


if __name__ == "__main__":
    sys.exit(main())
