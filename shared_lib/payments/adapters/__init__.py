"""Stripe, and what PostgreSQL knows of payments."""
