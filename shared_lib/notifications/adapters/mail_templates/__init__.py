"""How our mails read and look: one template for each kind, told twice, with and without a look."""

from shared_lib.notifications.adapters.mail_templates.renderer import TemplateRenderer

__all__ = ["TemplateRenderer"]
