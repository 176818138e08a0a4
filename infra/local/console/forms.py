"""The forms of a page, as somebody who reads it would fill them in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

_HEADINGS = ("h1", "h2")


@dataclass(frozen=True)
class Form:
    """Where a form is sent, and its fields as they stand, with every box ticked."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """A page as a guest meets it: its first heading, what is said in alarm, and its forms."""

    url: str
    status: int
    heading: str
    alert: str
    forms: tuple[Form, ...]

    def form(self, name: str) -> Form | None:
        """Return the form that has a field of this name."""
        return next((form for form in self.forms if name in form.fields), None)


def read_page(url: str, status: int, html: str) -> Page:
    """Read a page; `url` is where it was found, for its relative addresses."""
    reader = _Reader(url)
    reader.feed(html)
    return Page(url, status, _line(reader.texts["heading"]), _line(reader.texts["alert"]), tuple(reader.forms))


class _Reader(HTMLParser):
    """Collects forms with their inputs and buttons, and the words of the first heading and alert."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.texts: dict[str, list[str]] = {"heading": [], "alert": []}
        self._url = url
        self._open: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(urljoin(self._url, said.get("action", ""))))
        elif tag in {"input", "button"} and self.forms and "name" in said:
            self.forms[-1].fields.setdefault(said["name"], said.get("value", "on"))
        kind = "alert" if said.get("role") == "alert" else "heading" if tag in _HEADINGS else None
        if kind and self._open is None and not self.texts[kind]:
            self._open = (kind, tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[1]:
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[0]].append(data)


def _line(texts: list[str]) -> str:
    return " ".join(" ".join(texts).split())
