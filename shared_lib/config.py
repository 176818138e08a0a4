"""The one place that reads the environment: every setting, once, into one frozen object."""

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from shared_lib.kernel.errors import CoreSyncError


class SettingMissing(CoreSyncError):
    """A setting that this function needs is not there: it must not start."""

    code = "SETTING_MISSING"


class SettingRefused(CoreSyncError):
    """A setting that is for one machine alone was given to a function that others can reach: it must not start."""

    code = "SETTING_REFUSED"


LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """Settings by the names of their environment variables in lower case; "" where a function has no need of one.

    `settings_required` lists, with commas, those without which this function must not serve: it comes from
    infra/functions.yaml. URLs of vendors are "" in the cloud, where the client libraries know them.
    """

    project: str
    spa_id: str
    public_url: str
    database_url: str = ""
    database_pool_max: int = 4
    booking_topic: str = "booking-events"
    pubsub_emulator_host: str = ""
    push_account: str = ""
    push_audience: str = ""
    push_secret: str = ""
    clock_file: str = ""
    data_key_file: str = ""
    data_key_kms: str = ""
    data_key_wrapped: str = ""
    signing_key_file: str = ""
    stripe_api_key: str = ""
    stripe_api_base: str = ""
    stripe_checkout_origin: str = "https://checkout.stripe.com"
    stripe_webhook_secret: str = ""
    sendgrid_api_key: str = ""
    sendgrid_api_base: str = "https://api.sendgrid.com"
    sendgrid_webhook_public_key: str = ""
    mail_sender: str = ""
    calendar_api_base: str = ""
    calendar_master: str = ""
    calendar_technicians: str = ""
    calendar_private: str = ""
    sheets_api_base: str = ""
    price_book_id: str = ""
    sheets_webhook_secret: str = ""
    atlas_secrets: str = ""
    tasks_api: str = ""
    tasks_queue: str = ""
    tasks_target: str = ""
    tasks_account: str = ""
    tasks_audience: str = ""
    sms_api_base: str = "https://api.twilio.com"
    sms_account: str = ""
    sms_token: str = ""
    sms_sender: str = ""
    sms_countries: str = "US,CA"
    manager_mail: str = ""
    mails_of_a_kind_per_hour: int = 500
    forwarded_hops: int = 1
    rate_session_messages_per_minute: int = 40
    rate_address_messages_per_minute: int = 240
    rate_booking_attempts_per_hour: int = 100
    rate_address_booking_attempts_per_hour: int = 1200
    unpaid_holds_per_session: int = 3
    unpaid_holds_per_contact: int = 4
    unpaid_holds_per_address: int = 12
    rate_call_actions_per_minute: int = 60
    rate_caller_bookings_per_hour: int = 100
    rate_campaign_actions_per_minute: int = 6000
    settings_required: str = ""

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Return the settings; raise SettingMissing naming all that are missing."""
        environment = os.environ if environment is None else environment
        fields = {field.name: field for field in dataclasses.fields(cls)}
        found = {name: environment[name.upper()] for name in fields if environment.get(name.upper())}
        needed = [name for name, field in fields.items() if field.default is dataclasses.MISSING]
        needed += [name.strip().lower() for name in found.get("settings_required", "").split(",") if name.strip()]
        if missing := sorted({name.upper() for name in needed if name not in found}):
            raise SettingMissing(f"not set: {', '.join(missing)}")
        if found.get("push_secret") and _is_reached_by_others(found["public_url"], environment):
            raise SettingRefused("PUSH_SECRET is for one machine alone")
        numbers = {name for name, field in fields.items() if field.type is int}
        return cls(**{name: int(value) if name in numbers else value for name, value in found.items()})  # type: ignore[arg-type]

    def path(self, name: str) -> Path | None:
        """Return a setting that names a file, None where it is not set."""
        value = getattr(self, name)
        return Path(value) if value else None


def _is_reached_by_others(public_url: str, environment: Mapping[str, str]) -> bool:
    """Return whether this is no developer's machine: Cloud Run names its service, and a website has a name."""
    return "K_SERVICE" in environment or urlsplit(public_url).hostname not in LOOPBACK
