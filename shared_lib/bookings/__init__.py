"""A booking from its hold to its end, a verb for each module."""
