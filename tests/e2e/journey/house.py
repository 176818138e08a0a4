"""The house behind the pages: its clock, its books, and what the vendors' stand-ins saw."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, LiteralString
from zoneinfo import ZoneInfo

import requests

from infra.local.stack import Stack
from infra.local.stand_ins.stand_in import StandIn
from shared_lib.kernel.adapters.database import Database, Row

ZONE = ZoneInfo("America/New_York")
PATIENCE = 60
"""Seconds for a call: a function may have to start first."""

Document = dict[str, Any]


class House:
    """Reads and moves what no guest can; `wednesday` is 10 AM of the day on which a story begins."""

    def __init__(self, stack: Stack, database: Database, wednesday: datetime) -> None:
        self._stack = stack
        self._database = database
        self.url = stack.url
        self.wednesday = wednesday
        self.move_clock(at=wednesday.isoformat())

    def on_friday(self, hour: int) -> datetime:
        """Return an hour of the second day from now, as UTC."""
        return (self.wednesday + timedelta(days=2)).replace(hour=hour).astimezone(UTC)

    def move_clock(self, **move: object) -> None:
        """Move business time by `advance` seconds, or `at` an RFC 3339 time."""
        self.console("clock", move)

    def console(self, path: str, body: object, method: str = "POST") -> None:
        """Do what a developer does in the console."""
        answer = requests.request(method, f"{self.url}/console/api/{path}", json=body, timeout=PATIENCE)
        answer.raise_for_status()

    def rows(self, query: LiteralString, *parameters: object) -> list[Row]:
        """Read the database."""
        return self._database.rows(query, parameters)

    def booking(self, reference: str) -> Row:
        """Return the row of a booking."""
        [row] = self.rows("select * from coresync.bookings where reference = %s", reference)
        return row

    def vendor(self, name: str) -> StandIn:
        """Return the stand-in of a vendor."""
        return next(stand_in for stand_in in self._stack.system.vendors if stand_in.name == name)

    def mails(self, booking: Row) -> list[Document]:
        """Return the mails that went out for a booking, oldest first, each with the `kind` that the log has for it."""
        log = self.rows("select id::text, kind from coresync.email_log where booking_id = %s", booking["id"])
        kinds = {row["id"]: row["kind"] for row in log}
        sent = (
            (mail, mail["custom_args"].get("message_id")) for mail in self.vendor("sendgrid").state().get("mails", [])
        )
        return [mail | {"kind": kinds[key]} for mail, key in sent if key in kinds]

    def shown_in(self, calendar: str, booking: Row) -> list[Document]:
        """Return the living events of a booking in the MASTER, TECHNICIANS or PRIVATE calendar."""
        events = self.vendor("calendar").state()["events"][self._stack.facts["calendars"][f"CALENDAR_{calendar}"]]
        return [
            event
            for event in events
            if event["extendedProperties"]["private"]["booking_id"] == str(booking["id"])
            and event["status"] != "cancelled"
        ]

    def at_stripe(self, collection: str, booking: Row) -> list[Document]:
        """Return what Stripe has for a booking: its "payment_intents", "sessions" or "refunds"."""
        things = self.vendor("stripe").state()[collection]
        return [thing for thing in things if thing["metadata"].get("booking_id") == str(booking["id"])]

    @contextmanager
    def unanswered_by(self, vendor: str) -> Iterator[None]:
        """Let a vendor refuse every call for a while."""
        controls = f"{self.vendor(vendor).url}/_faults"
        requests.post(controls, json={"error_rate": 1.0}, timeout=PATIENCE).raise_for_status()
        try:
            yield
        finally:
            requests.delete(controls, timeout=PATIENCE)
