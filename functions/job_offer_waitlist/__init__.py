"""Holds that nobody paid for."""
