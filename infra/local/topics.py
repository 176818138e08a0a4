"""Brings the local Pub/Sub in line with infra/functions.yaml, by the same code that deploys it."""

import dataclasses

from infra.deploy.subscriptions import bring_in_line, connect
from infra.local.environment import PROJECT
from infra.local.listed import listed

_SHORTEST_PAUSE = 1
_LONGEST_PAUSE = 60
"""Seconds: a developer sees the second try, and a vendor that was down for a while is tried soon after."""


def make_topics(host: str, *, front_door: str, secret: str) -> list[str]:
    """Make topics and subscriptions, which push to the functions through the front door; return the topics' names.

    Nobody here signs a push as Google does, so that its address carries a `secret`.
    """
    catalogue = listed()
    patient = dataclasses.replace(catalogue.delivery, shortest_pause=_SHORTEST_PAUSE, longest_pause=_LONGEST_PAUSE)
    with connect(PROJECT, host) as pubsub:
        changes = bring_in_line(
            pubsub,
            catalogue.functions,
            delivery=patient,
            endpoint=lambda function: (
                f"{front_door}/events/{function.name}/projects/{PROJECT}/topics/{function.topic}?token={secret}"
            ),
            account=None,
        )
        for stray in changes.strays:  # a subscription of a function that is gone would be pushed to nobody for days
            pubsub.subscriber.delete_subscription(subscription=pubsub.subscription(stray))
        topics = pubsub.publisher.list_topics(project=f"projects/{PROJECT}")
        return sorted(topic.name.rpartition("/")[2] for topic in topics)
