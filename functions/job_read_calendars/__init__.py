"""Each minute: the poll behind Google Calendar's push."""
