"""Booking events for the chat session that waits for them."""
