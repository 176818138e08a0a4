"""What follows from a booking (mails, calendars, the chat's messages), held back while a measure runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from google.pubsub_v1 import PushConfig

from infra.deploy.subscriptions import connect
from infra.local.environment import PROJECT
from infra.local.waiting import holds_within
from tests.e2e.whole.system import WholeSystem

PATIENCE = 120
# A hold by phone is mailed its link; what runs out before its turn came is not.
UNMAILED = """
select from coresync.bookings b
 where b.status = 'held' and b.source = 'phone'
   and not exists (select from coresync.email_log log where log.booking_id = b.id and log.status <> 'claimed')
 limit 1
"""


@contextmanager
def held_back(system: WholeSystem) -> Iterator[None]:
    """Let Pub/Sub keep its messages, as where functions that follow have machines of their own; then wait for them.

    A subscription without an address is one that nobody is pushed from: it is how Google says to pause one.
    """
    with connect(PROJECT, system.system.pubsub_host) as pubsub:
        found = pubsub.subscriber.list_subscriptions(project=f"projects/{PROJECT}")
        pushed = [subscription for subscription in found if subscription.push_config.push_endpoint]
        for subscription in pushed:
            pubsub.subscriber.modify_push_config(subscription=subscription.name, push_config=PushConfig())
        try:
            yield
        finally:
            for subscription in pushed:
                pubsub.subscriber.modify_push_config(
                    subscription=subscription.name, push_config=subscription.push_config
                )
    wait_for_mails(system)


def wait_for_mails(system: WholeSystem) -> None:
    """Wait until every hold by phone has its mail, within two minutes: what is measured next is alone."""
    holds_within(PATIENCE, lambda: not system.rows(UNMAILED))
