"""Google Calendar, and what PostgreSQL knows of it."""
