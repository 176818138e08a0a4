"""PostgreSQL holds bookings, money and what was done."""
