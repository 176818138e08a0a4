"""SendGrid as it behaves: strict about a mail, forgetful about repeats, talkative about what became of it."""

from infra.local.stand_ins.sendgrid.stand_in import SendGridStandIn

__all__ = ["SendGridStandIn"]
