"""Finds Java and the emulators of the Google Cloud SDK; what is missing is named with the command that installs it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from infra.local.startup_error import StartupError

_OLDEST_JAVA = 17
_PACKAGED = Path("/usr/lib/google-cloud-sdk")
_JARS = {
    "firestore": "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar",
    "pubsub": "platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar",
}
_COMPONENTS = {"firestore": "cloud-firestore-emulator", "pubsub": "pubsub-emulator"}
_PACKAGES = {"firestore": "google-cloud-cli-firestore-emulator", "pubsub": "google-cloud-cli-pubsub-emulator"}


def java() -> str:
    """Return a Java that is new enough for the emulators."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")
    version = _java_version(found) if found else 0
    if not found or version < _OLDEST_JAVA:
        yours = f"yours is {version}" if version else "there is none"
        raise StartupError(
            f"The emulators need Java {_OLDEST_JAVA} or newer and {yours}: apt-get install openjdk-17-jre-headless"
        )
    return found


def jar(emulator: str) -> Path:
    """Return the jar of the "firestore" or "pubsub" emulator."""
    roots = [root for root in _candidates() if (root / "platform").is_dir()]
    if not roots:
        raise StartupError("The Google Cloud SDK is missing: see https://cloud.google.com/sdk/docs/install")
    for root in roots:
        if found := sorted(root.glob(_JARS[emulator])):
            return found[-1]
    raise StartupError(f"The Google Cloud SDK lacks the {emulator} emulator: {_how_to_install(roots[0], emulator)}")


def _java_version(program: str) -> int:
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found[1]) if found else 0


def _candidates() -> Iterator[Path]:
    """Return the places where the SDK may be; where somebody named one, it is nowhere else."""
    if named := os.environ.get("CLOUDSDK_ROOT"):
        yield Path(named)
        return
    if gcloud := shutil.which("gcloud"):
        yield Path(gcloud).resolve().parents[1]
    yield _PACKAGED
    yield Path.home() / "google-cloud-sdk"


def _how_to_install(root: Path, emulator: str) -> str:
    """Debian's packages switch the SDK's own installer off."""
    if root == _PACKAGED:
        return f"apt-get install {_PACKAGES[emulator]}"
    return f"gcloud components install {_COMPONENTS[emulator]}"
