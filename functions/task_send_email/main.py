"""Cloud Tasks: one mail at its time."""

from collections.abc import Mapping
from typing import Any

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.web.tasks import task

from .mails import mail_of


@functions_framework.http
@task(lambda: services().task_caller)
def task_send_email(body: Mapping[str, Any]) -> None:
    """Send what the task asks for, once; what can't be sent now is brought again."""
    send = mail_of(body)
    send(body, services())
