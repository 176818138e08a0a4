"""Twilio: carries our text messages."""

from shared_lib.notifications.adapters.twilio.twilio_messenger import TwilioMessenger

__all__ = ["TwilioMessenger"]
