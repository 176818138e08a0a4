"""SendGrid, templates, invitations, and the log of mails."""
