"""Brings chat sessions over a restart: the Firestore emulator itself forgets everything."""

import http.client
import json
import shutil
from pathlib import Path

from infra.local.environment import PROJECT

_NAME = "sessions"
_SECONDS_TO_WRITE = 10


class SessionArchive:
    """An export of the emulator in a folder; a start that was killed leaves the one before it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def words(self) -> list[str]:
        """Return what the emulator is told at its start."""
        kept = self._folder / _NAME / f"{_NAME}.overall_export_metadata"
        return [f"--import-data={kept}"] if kept.exists() else []

    def save(self, host: str) -> None:
        """Write what the emulator holds; keep what was there before when it does not answer."""
        half = self._folder.with_name(f"{self._folder.name}.new")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        if _export(host, half):
            shutil.rmtree(self._folder, ignore_errors=True)
            half.rename(self._folder)


def _export(host: str, folder: Path) -> bool:
    wanted = {
        "database": f"projects/{PROJECT}/databases/(default)",
        "export_directory": str(folder),
        "export_name": _NAME,
    }
    connection = http.client.HTTPConnection(host, timeout=_SECONDS_TO_WRITE)
    try:
        path = f"/emulator/v1/projects/{PROJECT}:export"
        connection.request("POST", path, json.dumps(wanted), {"Content-Type": "application/json"})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
