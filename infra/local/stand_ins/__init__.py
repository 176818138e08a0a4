"""Vendors as they behave, on loopback, spoken to by their own client libraries."""
