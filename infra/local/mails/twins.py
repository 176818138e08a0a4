"""How one mail looks to different readers: on a dark and on a light ground, and the line that a list of mails shows."""

import html
import re
from enum import StrEnum

_ASKS_FOR_LIGHT = "@media (prefers-color-scheme: light)"
_PREVIEW = re.compile(r'<div class="preview"[^>]*>(.*?)</div>', re.DOTALL)


class Ground(StrEnum):
    """What a reader's mail client asks for; most never ask, and get the dark one."""

    DARK = "dark"
    LIGHT = "light"


def on(ground: Ground, page: str) -> str:
    """Return a mail's page as on one ground, whatever the system of whoever looks at it asks for."""
    return page.replace(_ASKS_FOR_LIGHT, "@media all" if ground == Ground.LIGHT else "@media not all")


def preview_of(page: str) -> str:
    """Return the line that a list of mails shows below the subject."""
    found = _PREVIEW.search(page)
    return " ".join(html.unescape(found[1]).split()) if found else ""
