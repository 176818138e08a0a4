"""Which action a request is for."""

from flask import Request

from shared_lib.kernel.errors import NotFound

ACTIONS_PATH = "/api/atlas/actions/"


def action_of(request: Request) -> str:
    """Return the last word of an action's path; raise NotFound for what is none."""
    path = request.path.rstrip("/")
    if request.method != "POST" or not path.startswith(ACTIONS_PATH):
        raise NotFound("there is no such call")
    return path.removeprefix(ACTIONS_PATH)
