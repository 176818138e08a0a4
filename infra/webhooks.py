"""What vendors told us in the last forty days, to be looked at and applied again: `python -m infra.webhooks list`.

It is told what a function is told, by its environment: in the cloud it runs as a job with the settings of the hook.
Whatever is applied again passes through the same use case: what was done is not done twice.
"""

import argparse
import importlib
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from shared_lib.bootstrap import Services
from shared_lib.config import Settings
from shared_lib.kernel.errors import CoreSyncError
from shared_lib.kernel.ports import WebhookPayload

MOST = 200
REPLAYS: Mapping[str, str] = {
    "stripe": "functions.hook_stripe.received",
    "sendgrid": "functions.hook_sendgrid.received",
    "sheets": "functions.hook_sheets.received",
    "calendar": "functions.hook_calendar.received",
    "atlas": "functions.hook_atlas.received",
}
"""Which module applies the payloads of a vendor."""


def said_of(payload: WebhookPayload) -> dict[str, Any]:
    """Return what may be shown of a payload without opening it."""
    return {
        "id": payload.id,
        "vendor": payload.vendor,
        "event_id": payload.event_id,
        "received_at": payload.received_at.isoformat(),
        "outcome": payload.outcome,
        "attempts": payload.attempts,
    }


def replay(payload_id: int, deps: Services) -> str:
    """Apply a payload again and note what became of it; raise NotFound, or what went wrong."""
    payload, body = deps.webhook_payloads.open(payload_id)
    apply = importlib.import_module(REPLAYS[payload.vendor]).replay
    try:
        outcome = str(apply(body, deps))
    except CoreSyncError as error:
        deps.webhook_payloads.keep(payload.vendor, payload.event_id, body, outcome=error.code, now=deps.clock())
        raise
    deps.webhook_payloads.keep(payload.vendor, payload.event_id, body, outcome=outcome, now=deps.clock())
    return outcome


def main(words: Sequence[str], *, deps: Services | None = None) -> int:
    """Run the command; return its exit status."""
    asked = _parser().parse_args(words)
    try:
        print(*_said(asked, deps or Services(Settings.read())), sep="\n")
    except CoreSyncError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _said(asked: argparse.Namespace, deps: Services) -> list[str]:
    if asked.command == "replay":
        return [replay(asked.id, deps)]
    if asked.command == "show":
        return [deps.webhook_payloads.open(asked.id)[1].decode(errors="replace")]
    kept = deps.webhook_payloads.newest(limit=asked.limit, vendor=asked.vendor)
    return ["  ".join(str(fact) for fact in said_of(payload).values()) for payload in kept]


def _how_many(word: str) -> int:
    number = int(word)
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"must be a number from 1 to {MOST}")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.webhooks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", help="the newest, with what became of them")
    listing.add_argument("--vendor", choices=sorted(REPLAYS))
    listing.add_argument("--limit", type=_how_many, default=50)
    for name, does in (("show", "print a body"), ("replay", "apply it again")):
        commands.add_parser(name, help=does).add_argument("id", type=int)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
