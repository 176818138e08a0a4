"""Visits that have ended."""
