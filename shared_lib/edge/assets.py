"""Style sheets, scripts and fonts: each folder has a version made from its content, and so is cached for good."""

import hashlib
from functools import cached_property
from pathlib import Path

from flask import Response, abort, send_from_directory

YEAR = 365 * 24 * 3600
SHARED = Path(__file__).parent / "assets"

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
"""What is served at all, whatever the machine's own table says; no other file leaves a folder."""


class Assets:
    """The files of one flat folder, at `<at>/<version>/<name>`, so that they can name each other relatively."""

    def __init__(self, folder: Path, *, at: str) -> None:
        self._folder = folder
        self.at = at

    @cached_property
    def version(self) -> str:
        """Return twelve hex digits that change with any file of the folder."""
        digest = hashlib.sha256()
        for path in sorted(path for path in self._folder.glob("*") if path.is_file()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:12]

    def url(self, name: str) -> str:
        """Return the path of a file; raise FileNotFoundError, so that no page names what is not there."""
        if not (self._folder / name).is_file():
            raise FileNotFoundError(name)
        return f"{self.at}/{self.version}/{name}"

    def send(self, version: str, name: str) -> Response:
        """Answer with a file, or 404; a page of another deployment gets it too, but may not keep it."""
        if Path(name).suffix not in MEDIA_TYPES:
            abort(404)
        current = version == self.version
        response = send_from_directory(
            self._folder,
            name,
            mimetype=MEDIA_TYPES[Path(name).suffix],
            etag=self.version,
            max_age=YEAR if current else None,
        )
        if current:
            response.cache_control.public = response.cache_control.immutable = True
        return response
