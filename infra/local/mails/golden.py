"""The mails as they were last looked at: what the tests hold them to."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from infra.local.home import ROOT
from infra.local.mails.twins import preview_of
from shared_lib.notifications.mail import Mail

GOLDEN = ROOT / "tests" / "notifications" / "mail_templates" / "golden"


def golden_files(mails: Mapping[str, Mail]) -> Iterator[tuple[str, str]]:
    """Yield each file's name and content: the text under what else a reader sees, and a kind's page in its first state.

    Another test holds each page to the sentences of its text, so the pages of the other states would say nothing more.
    """
    for name, mail in mails.items():
        yield f"{name}.txt", f"{_head(mail)}\n\n{mail.text}"
        if name == mail.kind:
            yield f"{name}.html", mail.html


def write_golden(mails: Mapping[str, Mail], folder: Path = GOLDEN) -> None:
    """Put the mails as they are now in the place of those before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in golden_files(mails):
        (folder / name).write_text(content, encoding="utf-8", newline="")


def _head(mail: Mail) -> str:
    lines = [f"Subject: {mail.subject}", f"Preview: {preview_of(mail.html)}"]
    lines += [f"Attached: {file.filename} ({file.content_type})" for file in mail.attachments]
    lines += [f"Unsubscribe: {mail.unsubscribe_url}"] * bool(mail.unsubscribe_url)
    return "\n".join(lines)
