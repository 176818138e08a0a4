"""Twilio as it behaves: strict about a text, forgetful about repeats, deaf to whoever said STOP."""

from infra.local.stand_ins.twilio.stand_in import TwilioStandIn

__all__ = ["TwilioStandIn"]
