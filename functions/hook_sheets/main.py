"""The owner's workbook tells us that somebody edited it."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.pricing.publish_prices import publish_prices
from shared_lib.web.http import Reply, json_endpoint, read_json


@functions_framework.http
@json_endpoint
def hook_sheets(request: Request) -> Reply:
    """Take a genuine call as a hint and read the whole workbook again; what it says of the edit is not used."""
    deps = services()
    deps.sheets_signature.verify(request.headers.get("X-Sheet-Signature", ""), request.get_data())
    read_json(request)
    publish_prices(
        workbook=deps.workbook, books=deps.price_books, resources=deps.resources, spa=deps.spa, now=deps.clock()
    )
    return "", 204
