"""Which Firestore and Pub/Sub are used: Google's emulators where they are installed, else stand-ins of ours."""

import os

from infra.local.cloud_sdk import jar, java
from infra.local.startup_error import StartupError

GOOGLE = "google"
EMBEDDED = "embedded"


def chosen_emulators() -> str:
    """Return what EMULATORS says, GOOGLE or EMBEDDED; where it says nothing, what there is."""
    wanted = os.environ.get("EMULATORS", "")
    if wanted == EMBEDDED:
        return EMBEDDED
    if wanted not in {"", GOOGLE}:
        raise StartupError(f'EMULATORS must be "{GOOGLE}" or "{EMBEDDED}", and it is "{wanted}"')
    why = _missing()
    if why and wanted:
        raise StartupError(f"EMULATORS={GOOGLE} asks for Google's emulators. {why}")
    return EMBEDDED if why else GOOGLE


def why_not_google() -> str:
    """Return why Google's emulators are not used, "" where they are: one sentence, with what installs them."""
    return (
        _missing() if chosen_emulators() == GOOGLE or not os.environ.get("EMULATORS") else "EMULATORS=embedded is set."
    )


def _missing() -> str:
    try:
        java()
        jar("firestore")
        jar("pubsub")
    except StartupError as trouble:
        return str(trouble)
    return ""
