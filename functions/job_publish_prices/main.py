"""Each five minutes: the poll behind the workbook's hook."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.pricing.publish_prices import publish_prices
from shared_lib.web.http import Reply, json_endpoint


@functions_framework.http
@json_endpoint
def job_publish_prices(_request: Request) -> Reply:
    """Publish what the hook has missed, and answer how things stand."""
    deps = services()
    published = publish_prices(
        workbook=deps.workbook, books=deps.price_books, resources=deps.resources, spa=deps.spa, now=deps.clock()
    )
    return {
        "version": published.version,
        "changed": published.changed,
        "problems": len(published.problems),
        "waiting": len(published.doubts.sentences),
    }
