"""What the functions are told: on this machine by us, in the cloud by their deployment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from infra.local.home import Home
from infra.local.keys import LocalKeys

if TYPE_CHECKING:
    from infra.local.vendors import Vendors

PROJECT = "demo-coresync"
"""Google's clients and emulators know that a project whose name begins with "demo-" is none of theirs."""
SPA_ID = "new-york"
BOOKING_TOPIC = "booking-events"
REGION = f"projects/{PROJECT}/locations/us-east1"
QUEUE = f"{REGION}/queues/work"
PRICE_BOOK_ID = "price-book"
SMS_ACCOUNT = f"AC{0:032x}"
SMS_SENDER = "+15550100100"
CALENDARS = {
    "CALENDAR_MASTER": "master@group.calendar.google.com",
    "CALENDAR_TECHNICIANS": "technicians@group.calendar.google.com",
    "CALENDAR_PRIVATE": "private@group.calendar.google.com",
}
_HOPS = 2
"""The balancer, and so our front door, writes the caller's address and then its own."""


@dataclass(frozen=True)
class Surroundings:
    """Everything that a function of one local system can reach."""

    public_url: str
    database_url: str
    firestore_host: str
    pubsub_host: str
    vendors: Vendors
    keys: LocalKeys
    home: Home
    embedded: Mapping[str, str] = field(default_factory=dict)
    """Control addresses of our own Firestore and Pub/Sub, by name; none beside Google's emulators."""

    def settings(self) -> dict[str, str]:
        """Return the environment of a function."""
        return {
            "PROJECT": PROJECT,
            "GOOGLE_CLOUD_PROJECT": PROJECT,
            "SPA_ID": SPA_ID,
            "PUBLIC_URL": self.public_url,
            "FORWARDED_HOPS": str(_HOPS),
            "DATABASE_URL": self.database_url,
            "FIRESTORE_EMULATOR_HOST": self.firestore_host,
            "PUBSUB_EMULATOR_HOST": self.pubsub_host,
            "BOOKING_TOPIC": BOOKING_TOPIC,
            "PUSH_SECRET": self.keys.words["push"],
            "CLOCK_FILE": str(self.home.clock),
            "DATA_KEY_FILE": str(self.keys.data_key_file),
            "SIGNING_KEY_FILE": str(self.keys.signing_key_file),
            **self._vendors(),
        }

    def _vendors(self) -> dict[str, str]:
        words, vendors = self.keys.words, self.vendors
        return {
            "STRIPE_API_KEY": words["stripe_api"],
            "STRIPE_API_BASE": vendors.stripe.url,
            "STRIPE_CHECKOUT_ORIGIN": vendors.stripe.url,
            "STRIPE_WEBHOOK_SECRET": words["stripe_webhook"],
            "SENDGRID_API_KEY": words["sendgrid_api"],
            "SENDGRID_API_BASE": vendors.sendgrid.url,
            "SENDGRID_WEBHOOK_PUBLIC_KEY": vendors.sendgrid.public_key,
            "MAIL_SENDER": "info@coresync.life",
            "MANAGER_MAIL": "manager@coresync.life",
            "SMS_API_BASE": vendors.sms.url,
            "SMS_ACCOUNT": SMS_ACCOUNT,
            "SMS_TOKEN": words["sms_token"],
            "SMS_SENDER": SMS_SENDER,
            "CALENDAR_API_BASE": f"{vendors.calendar.url}/calendar/v3/",
            **CALENDARS,
            "SHEETS_API_BASE": vendors.sheets.url,
            "SHEETS_WEBHOOK_SECRET": words["sheets"],
            "ATLAS_SECRETS": words["atlas"],
            "PRICE_BOOK_ID": PRICE_BOOK_ID,
            "TASKS_API": vendors.tasks.address,
            "TASKS_QUEUE": QUEUE,
            "TASKS_TARGET": f"{self.public_url}/tasks/{{function}}?token={words['push']}",
            "SCHEDULER_API": vendors.scheduler.address,
        }
