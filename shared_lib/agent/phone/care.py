"""Words of health and of distress on the phone: a person is there for that, and nothing is sold on."""

from shared_lib.agent.language.care import trouble_in
from shared_lib.agent.phone.action_calls import Call
from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say

WHO = frozenset({"slot", "name", "email", "phone"})
"""Parameters that say who comes, and what we gave out ourselves."""


def require_no_care(call: Call, context: CallContext) -> None:
    """Raise Declined with the front desk's sentence where a caller speaks of health or distress."""
    said = " . ".join(text for name, text in call.parameters.items() if name not in WHO and isinstance(text, str))
    trouble = trouble_in(said, "en", context.book.names) if said else None
    kind = "health" if trouble and trouble.kind == "health" else "distress"
    if trouble:
        raise Declined(sorry(kind.upper(), say(f"care_{kind}", phone=context.phone)))
