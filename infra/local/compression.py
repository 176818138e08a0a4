"""Text goes out compressed to those who take it, as from the cloud's balancer: from 1 KiB to 10 MiB, gzip."""

import gzip
import re
from http import HTTPStatus

from multidict import CIMultiDict

SIZES = range(1024, 10 * 1024 * 1024 + 1)
"""Bytes of a body that is worth it, and that is held in one piece for it."""
_TEXT = re.compile(
    r"(text/(?!event-stream)[\w.+-]+|application/(json|javascript|xml|[\w.-]+\+(json|xml))|image/svg\+xml)\s*(;|$)",
    re.IGNORECASE,
)
_WHOLE_ANSWERS = frozenset({HTTPStatus.OK, HTTPStatus.CREATED, *range(400, 600)})
"""Not a part (206), and nothing without a body."""


def takes_gzip(accepted: str) -> bool:
    """Tell whether an Accept-Encoding asks for gzip by name or by *, and not with a weight of zero."""
    weights = dict(map(_weight, accepted.lower().split(",")))
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def is_compressible(status: int, headers: CIMultiDict[str], length: int | None) -> bool:
    """Tell whether a body of so many bytes may be compressed; one of unknown length may be endless."""
    plain = "Content-Encoding" not in headers and "no-transform" not in headers.get("Cache-Control", "")
    worth_it = length in SIZES if length is not None else False
    return plain and worth_it and status in _WHOLE_ANSWERS and bool(_TEXT.match(headers.get("Content-Type", "")))


def compressed(headers: CIMultiDict[str], body: bytes) -> bytes:
    """Return the body compressed; change the headers that told of the plain one."""
    small = gzip.compress(body, compresslevel=6, mtime=0)
    headers["Content-Encoding"] = "gzip"
    headers.popall("Content-Length", None)
    if (tag := headers.get("ETag", "")).startswith('"'):
        headers["ETag"] = f"W/{tag}"  # the same content, and no longer the same bytes
    return small


def vary(headers: CIMultiDict[str]) -> None:
    """Tell caches that the answer depends on what the caller takes."""
    if "accept-encoding" not in headers.get("Vary", "").lower():
        headers["Vary"] = ", ".join(filter(None, [headers.get("Vary"), "Accept-Encoding"]))


def _weight(part: str) -> tuple[str, float]:
    coding, _, weight = part.partition(";")
    found = re.fullmatch(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", weight)
    return coding.strip(), float(found[1]) if found else 1.0
