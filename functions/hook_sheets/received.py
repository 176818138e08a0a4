"""What a verified call of the workbook's script does, now or when it is applied again."""

from shared_lib.bootstrap import Services
from shared_lib.kernel.ports import APPLIED, IGNORED
from shared_lib.pricing.publish_prices import publish_prices

VENDOR = "sheets"


def apply_once(call: str, deps: Services) -> str:
    """Read the workbook, once for each call; one that failed may come again."""
    if not deps.inbox.claim(VENDOR, call, now=deps.clock()):
        return IGNORED
    try:
        return _publish(deps)
    except Exception:
        deps.inbox.release(VENDOR, call)
        raise


def replay(_body: bytes, deps: Services) -> str:
    """Read the workbook again: a version that is in force is not published twice."""
    return _publish(deps)


def _publish(deps: Services) -> str:
    publish_prices(
        workbook=deps.workbook,
        books=deps.price_books,
        resources=deps.resources,
        alerts=deps.manager_alerts,
        spa=deps.spa,
        now=deps.clock(),
    )
    return APPLIED
