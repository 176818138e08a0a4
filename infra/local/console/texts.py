"""The text messages that Twilio's stand-in took, as telephones show them."""

from typing import Any

from infra.local.stand_ins.twilio import TwilioStandIn


def texts(twilio: TwilioStandIn) -> list[dict[str, Any]]:
    """Return all texts, newest first: `to`, `body`, `at`, `sid`, `status`, and in how many `segments` each went."""
    shown = ("to", "body", "at", "sid", "status", "segments")
    return [{name: text[name] for name in shown} for text in twilio.texts()]
