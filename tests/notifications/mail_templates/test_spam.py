"""What a filter thinks of our mails: SpamAssassin with its local rules alone, as it comes from Debian."""

import mailbox
import re
import shutil
import subprocess
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from infra.local.mails.catalogue import catalogue
from infra.local.mails.samples import NOW, SENDER
from shared_lib.notifications.mail import MailKind
from tests.availability.properties.sizes import EFFORT
from tests.conftest import NOT_PROVED

PROGRAM = shutil.which("spamassassin")
SPAM = 5.0
"""Points that make a mail spam."""
OF_THE_DOMAIN = {"FROM_SUSPICIOUS_NTLD", "FROM_SUSPICIOUS_NTLD_FP", "PDS_OTHER_BAD_TLD"}
"""What `.life` costs before a word is written; signatures, which only the real way has, weigh against it."""
OF_THE_WAY = {"HTML_MESSAGE", "NO_RECEIVED", "NO_RELAYS"}
"""What holds for each mail with two parts that was never on its way."""
VERDICT = re.compile(
    r"^X-Spam-Status: \w+, score=(-?[\d.]+).*?tests=(.*?)\s+autolearn.*?^Message-ID: <(\S+)\.as-sent@",
    re.MULTILINE | re.DOTALL,
)


def as_sent(name, mail):
    """Return the message as SendGrid would hand it over, signatures aside."""
    message = EmailMessage()
    message["Return-Path"] = f"<bounces@em.{SENDER.partition('@')[2]}>"
    message["From"] = f"CoreSync <{SENDER}>"
    message["To"] = "Daniel Example <daniel@example.com>"
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(NOW)
    message["Message-ID"] = f"<{name}.as-sent@coresync.life>"
    if mail.unsubscribe_url:
        message["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    for file in mail.attachments:
        main, _, sub = file.content_type.partition("/")
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.filename)
    return message


def judged(box):
    """Return points and rules for each mail of a box by its name; what the program learns stays in the box's folder."""
    words = [PROGRAM, "-t", "-L", "--mbox", str(box)]
    home = {"HOME": str(box.parent), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(words, env=home, capture_output=True, text=True, check=True, timeout=300)
    return {name: (float(score), set(re.split(r",\s*", rules))) for score, rules, name in VERDICT.findall(done.stdout)}


def mails_to_judge():
    """Return the mails by name: one of each kind, or with PROOF=full each in all its states."""
    return {name: mail for name, mail in catalogue().items() if EFFORT == "full" or name == mail.kind}


@pytest.mark.proof
@pytest.mark.skipif(PROGRAM is None, reason=f"{NOT_PROVED} by SpamAssassin: apt-get install spamassassin")
def test_nothing_in_how_a_mail_is_written_speaks_against_it(tmp_path):
    mails = mails_to_judge()
    assert {mail.kind for mail in mails.values()} == set(MailKind)
    box = mailbox.mbox(tmp_path / "mails")
    for name, mail in mails.items():
        box.add(as_sent(name, mail))
    box.close()
    verdicts = judged(tmp_path / "mails")
    assert verdicts.keys() == mails.keys()
    against = {name: rules - OF_THE_DOMAIN - OF_THE_WAY for name, (_, rules) in verdicts.items()}
    assert {name: rules for name, rules in against.items() if rules} == {}
    assert max(points for points, _ in verdicts.values()) < SPAM
