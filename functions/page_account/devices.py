"""What people call the browser that they are signed in with."""

from collections.abc import Sequence

_BROWSERS: Sequence[tuple[str, str]] = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_MACHINES: Sequence[tuple[str, str]] = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Macintosh", "Mac"),
    ("Windows", "Windows"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """Return what a browser's own words come down to: `Safari on iPhone`."""
    browser, machine = _first(_BROWSERS, user_agent), _first(_MACHINES, user_agent)
    return " on ".join(filter(None, (browser or "A browser", machine)))


def _first(names: Sequence[tuple[str, str]], user_agent: str) -> str:
    return next((name for sign, name in names if sign in user_agent), "")
