"""The owner's workbook tells us that somebody edited it."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.hooks import KIB, hook
from shared_lib.web.http import Reply, read_json
from shared_lib.web.webhook_payloads import digest, kept

from .received import VENDOR, apply_once

LIMIT = 16 * KIB
"""The workbook's script names a spreadsheet, a tab and a range."""


@functions_framework.http
@hook("/api/sheets/changes", limit=LIMIT)
def hook_sheets(request: Request) -> Reply:
    """Take a genuine call as a hint, once, and read the whole workbook again; what it says of the edit is not used."""
    deps, body = services(), request.get_data()
    signature = request.headers.get("X-Sheet-Signature", "")
    deps.sheets_signature.verify(signature, body)
    read_json(request)
    call = digest(deps.sheets_signature.stamp_of(signature).encode(), body)
    with kept(deps.webhook_payloads, VENDOR, call, body, now=deps.clock()) as payload:
        payload.outcome = apply_once(call, deps)
    return "", 204
