"""Which function answers which path: what the load balancer's URL map says in the cloud."""

import re

CONSOLE = "console"
"""Not a function: the local console."""

HOOKS = {
    "stripe": "/api/stripe/events",
    "atlas_actions": "/api/atlas/actions",
    "atlas_events": "/api/atlas/events",
    "sheets": "/api/sheets/changes",
    "calendar": "/api/calendar/events",
    "sendgrid": "/api/sendgrid/events",
}
"""Where the vendors call us."""

_PAGES = ("/", "/favicon.ico", "/robots.txt")
_UNDER = {
    "/terms": "page_website",  # the version in force; below it each version has an address of its own
    "/privacy": "page_website",
    "/refunds": "page_website",
    "/card-on-file": "page_website",
    "/mens-suite": "page_website",
    "/private": "page_website",
    "/assets": "page_website",
    "/pay": "page_pay",
    "/account": "page_account",
    "/visit": "page_account",
    "/unsubscribe": "page_account",
    "/staff": "page_website",  # these two say what comes, until they have functions of their own
    "/admin": "page_website",
    "/api/chat": "api_chat",
    "/api/stripe": "hook_stripe",
    "/api/sheets": "hook_sheets",
    "/api/sendgrid": "hook_sendgrid",
    "/api/calendar": "hook_calendar",
    "/api/atlas": "hook_atlas",
    "/console": CONSOLE,
}
_LONGEST_FIRST = sorted(_UNDER, key=len, reverse=True)
_BY_NAME = re.compile(r"/(?:events/(?=on_)|jobs/(?=job_)|tasks/(?=task_))([a-z_]+)(?:/|$)")
"""Pub/Sub, Scheduler and Tasks call their functions by name; the guests' domain has none of these paths."""


def function_for(path: str) -> str | None:
    """Return the name of the function that answers this path (without its query), or None."""
    if path in _PAGES:
        return "page_website"
    if named := _BY_NAME.match(path):
        return named[1]
    return next((_UNDER[prefix] for prefix in _LONGEST_FIRST if path == prefix or path.startswith(f"{prefix}/")), None)
