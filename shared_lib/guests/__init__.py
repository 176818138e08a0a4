"""Guests: who somebody is, how they prove it, what they wish to hear, and what we forget."""
