"""Each five minutes: the poll behind the workbook's hook."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.pricing.publish_prices import publish_prices
from shared_lib.web.jobs import job


@functions_framework.http
@job
def job_publish_prices() -> Mapping[str, object]:
    """Publish what the hook has missed, and answer how things stand."""
    deps = services()
    published = publish_prices(
        workbook=deps.workbook,
        books=deps.price_books,
        resources=deps.resources,
        alerts=deps.manager_alerts,
        spa=deps.spa,
        now=deps.clock(),
    )
    return {
        "version": published.version,
        "changed": published.changed,
        "problems": len(published.problems),
        "waiting": len(published.doubts.sentences),
    }
