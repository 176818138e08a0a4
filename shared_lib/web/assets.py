"""Style sheets, scripts and fonts: each folder has a version made from its content, and so is cached for good."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from flask import Response, abort, request

YEAR = 365 * 24 * 3600
SHARED = Path(__file__).parent / "assets"

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
"""What is served at all, whatever the machine's own table of types says; no other file leaves a folder."""


class Assets:
    """The files of one flat folder, at `<at>/<version>/<name>`, so that they can name each other relatively."""

    def __init__(self, folder: Path, *, at: str) -> None:
        self._folder = folder
        self.at = at

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        paths = (path for path in sorted(self._folder.iterdir()) if path.suffix in MEDIA_TYPES)
        return {path.name: path.read_bytes() for path in paths}

    @cached_property
    def version(self) -> str:
        """Return twelve hex digits that change with any file of the folder."""
        digest = hashlib.sha256()
        for name, content in self._files.items():
            digest.update(name.encode() + b"\0" + content)
        return digest.hexdigest()[:12]

    def url(self, name: str) -> str:
        """Return the path of a file; raise KeyError, so that no page names what is not there."""
        if name not in self._files:
            raise KeyError(name)
        return f"{self.at}/{self.version}/{name}"

    def send(self, version: str, name: str) -> Response:
        """Answer with a file, or 404; a page of another deployment gets it too, but may not keep it."""
        if name not in self._files:
            abort(404)
        response = Response(self._files[name], mimetype=MEDIA_TYPES[Path(name).suffix])
        if version == self.version:
            response.cache_control.max_age = YEAR
            response.cache_control.public = response.cache_control.immutable = True
        else:
            response.cache_control.no_cache = True
        response.set_etag(self.version)
        response.make_conditional(request)
        return response
