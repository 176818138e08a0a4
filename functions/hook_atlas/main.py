"""Atlas, the voice agent, asks in the middle of a call; every answer is a sentence that can be spoken."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.hooks import KIB, hook, last_word
from shared_lib.web.http import Reply, read_json

from .authentication import require_genuine
from .received import answer_kept

LIMIT = 64 * KIB
"""A call's action and what the caller said."""


@functions_framework.http
@hook("/api/atlas/actions/", limit=LIMIT)
def hook_atlas(request: Request) -> Reply:
    """Do one action of a call.

    A refusal is a 200 with a sentence, since an agent that is told an error makes one up. Our own trouble stays a
    503: then the agent's platform says what was prepared for it, may ask again, and asking again is safe.
    """
    deps = services()
    require_genuine(request, deps.atlas_secrets)
    return answer_kept(last_word(request), read_json(request, any_text=True), deps)
