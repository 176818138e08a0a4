"""Twilio: carries our text messages."""

from shared_lib.notifications.adapters.twilio.messenger import TwilioMessenger

__all__ = ["TwilioMessenger"]
