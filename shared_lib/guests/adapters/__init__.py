"""Guests in PostgreSQL."""
