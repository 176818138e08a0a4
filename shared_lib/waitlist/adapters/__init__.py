"""The waitlist in PostgreSQL."""
