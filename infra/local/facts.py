"""`.local/stack.json`: everything that a test from outside needs to know of a system that runs."""

import json
import os
from pathlib import Path
from typing import Any

from infra.local.emulator_choice import EMBEDDED, GOOGLE
from infra.local.environment import CALENDARS, PRICE_BOOK_ID, PROJECT, SPA_ID, Surroundings
from infra.local.routes import HOOKS

_SESSIONS = "sessions"
_TOLD = ("atlas", "stripe_webhook", "sheets", "calendar", "push")
"""The secrets that outsiders sign with; the others stay inside."""


def facts(system: Surroundings, topics: list[str]) -> dict[str, Any]:
    """Return what is where, by the names that others rely on."""
    return {
        "url": system.public_url,
        "database_url": system.database_url,
        "project": PROJECT,
        "spa_id": SPA_ID,
        "firestore": {"host": system.firestore_host, "sessions": _SESSIONS},
        "pubsub": {"host": system.pubsub_host, "topics": topics},
        "console_url": f"{system.public_url}/console",
        "emulators": EMBEDDED if system.embedded else GOOGLE,
        "stand_ins": {stand_in.name: stand_in.url for stand_in in system.vendors} | dict(system.embedded),
        "grpc": {"tasks": system.vendors.tasks.address, "scheduler": system.vendors.scheduler.address},
        "hooks": {name: system.public_url + path for name, path in HOOKS.items()},
        "secrets": {name: system.keys.words[name] for name in _TOLD},
        "manager_login": system.keys.manager_login,
        "price_book": PRICE_BOOK_ID,
        "calendars": CALENDARS,
        "pid": os.getpid(),
        "logs": str(system.home.logs),
    }


def write_whole(file: Path, content: dict[str, Any]) -> None:
    """Write a file that nobody ever sees half; only its owner may read it."""
    half = file.with_suffix(".new")
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    half.write_text(json.dumps(content, indent=2))
    half.replace(file)
