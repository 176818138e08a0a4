"""Single mails at their time."""
