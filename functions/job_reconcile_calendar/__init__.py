"""Each night: the calendars against the bookings."""
