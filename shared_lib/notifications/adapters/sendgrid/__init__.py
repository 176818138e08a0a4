"""SendGrid: carries our mails, and tells later what became of them."""

from shared_lib.notifications.adapters.sendgrid.mailer import SendGridMailer
from shared_lib.notifications.adapters.sendgrid.reports import SendGridReports

__all__ = ["SendGridMailer", "SendGridReports"]
