"""Cases and notes in PostgreSQL."""
