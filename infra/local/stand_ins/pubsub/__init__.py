"""Cloud Pub/Sub as it behaves: kept until it is acknowledged, pushed or pulled, again and again, then a dead letter."""

from infra.local.stand_ins.pubsub.stand_in import PubSubStandIn

__all__ = ["PubSubStandIn"]
