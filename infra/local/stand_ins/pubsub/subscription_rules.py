"""What Pub/Sub refuses in a subscription, and what it fills in."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import grpc
from google.pubsub_v1 import DeadLetterPolicy, ExpirationPolicy, PushConfig, RetryPolicy, Subscription

from infra.local.stand_ins.pubsub.names import check_labels
from infra.local.stand_ins.tasks.rpc import Refused, invalid, not_known_here

ACK_DEADLINES = (10, 600)
RETENTION = (timedelta(minutes=10), timedelta(days=31))
ATTEMPTS = (5, 100)
PAUSES = (timedelta(0), timedelta(minutes=10))
SHORTEST_LIFE = timedelta(days=1)
_UNKNOWN = (
    "bigquery_config",
    "cloud_storage_config",
    "bigtable_config",
    "message_transforms",
    "filter",
    "enable_exactly_once_delivery",
)
"""What a subscription may have at Google's and not here; a filter that was ignored would be worse than none."""

Rule = Callable[[Subscription], bool]

RULES: tuple[tuple[Rule, str], ...] = (
    (
        lambda asked: ACK_DEADLINES[0] <= asked.ack_deadline_seconds <= ACK_DEADLINES[1],
        "Invalid ack deadline given: it must be between 10 and 600 seconds",
    ),
    (
        lambda asked: RETENTION[0] <= asked.message_retention_duration <= RETENTION[1],
        "message_retention_duration out of bounds",
    ),
    (
        lambda asked: not asked.expiration_policy.ttl or asked.expiration_policy.ttl >= SHORTEST_LIFE,
        "The value for expiration_policy.ttl is too small: the minimum is one day",
    ),
    (lambda asked: is_endpoint(asked.push_config.push_endpoint), "Unsupported push_endpoint"),
)


def is_endpoint(url: str) -> bool:
    """Tell whether messages can be pushed there, or not at all; Google wants https, and here is loopback."""
    parts = urlsplit(url)
    return not url or (parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in url)


def filled(asked: Subscription) -> Subscription:
    """Return the subscription with the vendor's defaults for what was left open."""
    made = Subscription(asked)
    made.ack_deadline_seconds = asked.ack_deadline_seconds or ACK_DEADLINES[0]
    made.message_retention_duration = asked.message_retention_duration or timedelta(days=7)
    made.push_config = asked.push_config or PushConfig()
    if "expiration_policy" not in asked:
        made.expiration_policy = ExpirationPolicy(ttl=timedelta(days=31))
    if "retry_policy" in asked:
        made.retry_policy = _pauses(asked.retry_policy)
    if "dead_letter_policy" in asked:
        made.dead_letter_policy.max_delivery_attempts = asked.dead_letter_policy.max_delivery_attempts or ATTEMPTS[0]
    return made


def check(asked: Subscription) -> None:
    """Refuse a subscription that Pub/Sub would refuse; its defaults must be filled in already."""
    unknown = [field for field in _UNKNOWN if field in asked and getattr(asked, field)]
    unknown += [field for field in ("no_wrapper", "attributes") if field in asked.push_config]
    if unknown:
        raise not_known_here(f"Subscription.{unknown[0]}")
    check_labels(list(asked.labels))
    for holds, why in RULES:
        if not holds(asked):
            raise invalid(why)
    if "retry_policy" in asked:
        _check_pauses(asked.retry_policy)
    if "dead_letter_policy" in asked:
        _check_attempts(asked.dead_letter_policy)


def _pauses(asked: RetryPolicy) -> RetryPolicy:
    shortest = asked.minimum_backoff if "minimum_backoff" in asked else timedelta(seconds=10)
    longest = asked.maximum_backoff if "maximum_backoff" in asked else timedelta(seconds=600)
    return RetryPolicy(minimum_backoff=shortest, maximum_backoff=longest)


def _check_pauses(policy: RetryPolicy) -> None:
    for name in ("minimum_backoff", "maximum_backoff"):
        if not PAUSES[0] <= getattr(policy, name) <= PAUSES[1]:
            raise invalid(f"The value for {name} is out of bounds: it must be between 0s and 600s.")
    if policy.maximum_backoff < policy.minimum_backoff:
        raise invalid("The value for maximum_backoff is too small: the minimum is minimum_backoff.")


def _check_attempts(policy: DeadLetterPolicy) -> None:
    """Refuse as OUT_OF_RANGE, alone among our refusals, because Google's own emulator does."""
    if not ATTEMPTS[0] <= policy.max_delivery_attempts <= ATTEMPTS[1]:
        raise Refused(
            grpc.StatusCode.OUT_OF_RANGE,
            f"The value for max_delivery_attempts is {policy.max_delivery_attempts}: it must be between 5 and 100.",
        )
