"""SendGrid's Event Webhook."""
