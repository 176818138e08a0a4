"""`make mails`: writes every mail in every state to one page to look at."""

import argparse
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from infra.local.home import ROOT, Home
from infra.local.mails.catalogue import catalogue
from infra.local.mails.golden import write_golden
from infra.local.mails.twins import Ground, on, preview_of
from shared_lib.notifications.mail import Mail

_HERE = Path(__file__).parent
_ASSETS = ROOT / "shared_lib" / "web" / "assets"


def write_page(folder: Path, mails: Mapping[str, Mail]) -> Path:
    """Write the page and what it shows into an empty folder; return the page's path."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for asset in ("tokens.css", "hanken-grotesk.woff2", "dm-mono.woff2"):
        shutil.copy(_ASSETS / asset, folder)
    for name, mail in mails.items():
        for file, content in _files(mail):
            place = folder / name / file
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
    page = folder / "index.html"
    env = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    page.write_text(env.get_template("page.html").render(mails=mails, preview=preview_of), encoding="utf-8")
    return page


def _files(mail: Mail) -> Iterator[tuple[str, bytes]]:
    yield from ((f"{ground}.html", on(ground, mail.html).encode()) for ground in Ground)
    yield from ((file.filename, file.content) for file in mail.attachments)


def main() -> None:
    """Write the page, and with --golden what the tests hold mails to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--golden", action="store_true", help="write the golden files of the tests too")
    chosen, mails = parser.parse_args(), catalogue()
    if chosen.golden:
        write_golden(mails)
    print(write_page(Home.chosen().folder / "mails", mails).as_uri())


if __name__ == "__main__":
    main()
