"""What an action of Atlas does, now or when it is applied again."""

import json
from collections.abc import Mapping
from typing import Any

from shared_lib.agent.phone.answers import Answer
from shared_lib.bootstrap import Services
from shared_lib.kernel.plain_json import read_plain_json
from shared_lib.kernel.ports import APPLIED
from shared_lib.web.logs import log
from shared_lib.web.webhook_payloads import digest, kept

from .actions import answer
from .parameters import without_cards

VENDOR = "atlas"
CHANGING = frozenset({"book_appointment", "reschedule", "cancel_appointment", "join_waitlist"})
"""The actions that are kept: an answer that was only looked up is looked up afresh."""


def answer_kept(action: str, body: Mapping[str, Any], deps: Services) -> Answer:
    """Do an action, and keep what asked for it where it changes something."""
    body = without_cards(body)
    if action not in CHANGING:
        return _looked_up(action, body, deps)
    call = json.dumps({"action": action, "body": body}, sort_keys=True).encode()
    with kept(deps.webhook_payloads, VENDOR, digest(call), call, now=deps.clock()) as payload:
        done = answer(action, body, deps)
        payload.outcome = _outcome(done)
    return done


def _looked_up(action: str, body: Mapping[str, Any], deps: Services) -> Answer:
    done = answer(action, body, deps)
    log("webhook done", vendor=VENDOR, action=action, outcome=_outcome(done))
    return done


def _outcome(done: Answer) -> str:
    return APPLIED if done["ok"] else str(done["code"])


def replay(body: bytes, deps: Services) -> str:
    """Do the action again; what was made for the same call, action and parameters is not made twice."""
    call = read_plain_json(body, any_text=True)
    return _outcome(answer(call["action"], call["body"], deps))
