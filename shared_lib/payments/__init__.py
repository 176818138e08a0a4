"""Payments, refunds and the ledger; cents."""
