"""The vendors' stand-ins, and how each is wired to the rest of the local system."""

import dataclasses
from collections.abc import Iterator
from typing import Any, Self

from infra.local.environment import QUEUE, SMS_ACCOUNT, SMS_SENDER
from infra.local.home import Home
from infra.local.keys import LocalKeys
from infra.local.ports import KeptPorts
from infra.local.routes import HOOKS
from infra.local.stand_ins.calendar import CalendarStandIn
from infra.local.stand_ins.scheduler import SchedulerStandIn
from infra.local.stand_ins.sendgrid import SendGridStandIn
from infra.local.stand_ins.sheets import SheetsStandIn
from infra.local.stand_ins.stand_in import StandIn
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.stripe import StripeStandIn
from infra.local.stand_ins.tasks import TasksStandIn
from infra.local.stand_ins.twilio import TwilioStandIn
from shared_lib.kernel.clock import Clock


@dataclasses.dataclass(frozen=True)
class Vendors:
    """One stand-in for each vendor, started and stopped together."""

    stripe: StripeStandIn
    sendgrid: SendGridStandIn
    sms: TwilioStandIn
    calendar: CalendarStandIn
    sheets: SheetsStandIn
    tasks: TasksStandIn
    scheduler: SchedulerStandIn

    @classmethod
    def open(cls, home: Home, *, front_door: str, keys: LocalKeys, clock: Clock) -> Self:
        """Start all, each on the port of its last start; `front_door` is the URL below which they call us."""
        ports = KeptPorts(home.ports)

        def place(name: str) -> dict[str, Any]:
            return {"store": Store(home.stores / f"{name}.sqlite"), "clock": clock, "port": ports.port(name)}

        hooks, words = {name: front_door + path for name, path in HOOKS.items()}, keys.words
        vendors = cls(
            stripe=StripeStandIn(hook_url=hooks["stripe"], webhook_secret=words["stripe_webhook"], **place("stripe")),
            sendgrid=SendGridStandIn(hook_url=hooks["sendgrid"], **place("sendgrid")),
            sms=TwilioStandIn(account=SMS_ACCOUNT, token=words["sms_token"], sender=SMS_SENDER, **place("sms")),
            calendar=CalendarStandIn(**place("calendar")),
            sheets=SheetsStandIn(hook_url=hooks["sheets"], hook_secret=words["sheets"], **place("sheets")),
            tasks=TasksStandIn(queues=[QUEUE], **place("tasks")),
            scheduler=SchedulerStandIn(**place("scheduler")),
        )
        for stand_in in vendors:
            stand_in.start()
        return vendors

    def __iter__(self) -> Iterator[StandIn]:
        return (getattr(self, field.name) for field in dataclasses.fields(self))

    def stop(self) -> None:
        """Stop all; what they know stays on their stores."""
        for stand_in in self:
            stand_in.stop()
            stand_in.store.close()
