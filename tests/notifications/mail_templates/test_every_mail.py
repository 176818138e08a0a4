"""What holds for every mail in every state: as it was looked at, told twice in the same words, fit for all readers."""

import colorsys
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import css_inline
import pytest

from infra.local.mails.catalogue import LINKS, catalogue
from infra.local.mails.golden import GOLDEN, golden_files
from infra.local.mails.twins import preview_of
from shared_lib.guests.preferences import LOCKED
from shared_lib.notifications.links import unsubscribed_of
from shared_lib.notifications.mail import TOPICS, MailKind

MAILS = catalogue()
WITHOUT_BUTTON = {MailKind.CODE, MailKind.MANAGER_ALERT}
CLIPS_AT = 102_000
"""Bytes of a page at which Gmail cuts it off."""
FOR_LABELS = 3.0
"""The contrast that WCAG asks of large type and of controls."""
GOLDS = {"#c9a96e", "#7d5f26"}
VOID = {"meta", "br", "link"}
LIGHT_RULES = re.compile(r"@media \(prefers-color-scheme: light\) \{(.*)\}\s*</style>", re.DOTALL)
each_mail = pytest.mark.parametrize("mail", MAILS.values(), ids=MAILS)


class Reader(HTMLParser):
    """Reads a page as a screen shows it: pieces of text with their colours, and links."""

    def __init__(self, page):
        super().__init__()
        self.links, self.pieces, self._open = [], [], [("", {})]
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        styles = dict(re.findall(r"(?:^|;)\s*([\w-]+):\s*([^;]+)", told.get("style") or ""))
        if tag == "a":
            self.links.append(told["href"])
        if tag not in VOID:
            mine = {name: styles[name].split()[0] for name in ("color", "background-color") if name in styles}
            skipped = tag in ("head", "title", "style") or told.get("class", "").split()[:1] == ["preview"]
            sign = {"sign": True} if "sign" in told.get("class", "").split() else {}
            self._open.append((tag, {**self._open[-1][1], **mine, **sign, **({"skipped": True} if skipped else {})}))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data):
        look = self._open[-1][1]
        if data.strip() and "skipped" not in look:
            self.pieces.append((flat(data), look))


def flat(text):
    return " ".join(text.split())


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def is_label(look):
    """Tell whether it is the sign over the title, which says it again, or the words of the button."""
    return "sign" in look or look["background-color"] in GOLDS


def legibility(look, turned):
    return contrast(turned(look["color"]), turned(look["background-color"]))


def inverted(colour):
    """Return a colour as clients turn it round that force dark or light on a mail: its hue kept, its lightness not."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)))
    turned = colorsys.hls_to_rgb(hue, 1 - lightness, saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in turned)


def in_light(page):
    """Return the page as a client shows it that asks for light."""
    rules = LIGHT_RULES.search(page)
    return css_inline.CSSInliner().inline(page.replace(rules[0], rules[1] + "</style>"))


def test_the_mails_are_those_that_were_looked_at():
    written = dict(golden_files(MAILS))
    held = {path.name: path.read_bytes().decode() for path in GOLDEN.iterdir()}
    differ = sorted(name for name in written.keys() | held.keys() if written.get(name) != held.get(name))
    assert differ == [], "look at them, then `make mails ARGS=--golden`"


def test_there_is_a_mail_of_every_kind():
    assert {mail.kind for mail in MAILS.values()} == set(MailKind)


@each_mail
def test_every_sentence_and_every_link_of_the_page_is_in_the_text(mail):
    page, text = Reader(mail.html), flat(mail.text)
    told = [piece for piece, look in page.pieces if "sign" not in look]
    assert len(told) > 5
    assert [piece for piece in told if piece not in text] == []
    reachable = text.replace(" ", "")
    assert [link for link in page.links if link.removeprefix("tel:") not in reachable] == []


@each_mail
def test_a_mail_fetches_nothing_leads_only_out_and_asks_for_one_thing(mail):
    assert not re.search(r"<img|<script|<link|url\(|@import|<form|\son\w+=", mail.html)
    assert {urlsplit(link).scheme for link in Reader(mail.html).links} <= {"https", "tel", "mailto"}
    assert mail.html.count('class="button"') == (mail.kind not in WITHOUT_BUTTON)
    assert len(mail.html.encode()) < 0.6 * CLIPS_AT


@each_mail
def test_a_mail_speaks_calmly_and_briefly_before_it_is_opened(mail):
    preview = preview_of(mail.html)
    assert 0 < len(mail.subject) <= 78
    assert 15 <= len(preview) <= 140
    assert preview not in mail.subject
    assert not re.search(r"[!\u2600-\U0001faff]", mail.subject + mail.text)
    assert not re.search(r"\b[A-Z]{4,}\b", mail.subject)
    assert max(map(len, mail.text.splitlines())) < 200


@each_mail
def test_every_word_can_be_read_on_dark_on_light_and_where_a_client_turns_colours_round(mail):
    for page, ground in ((mail.html, "#0b0b0c"), (in_light(mail.html), "#faf8f4")):
        pieces = Reader(page).pieces
        assert ground in {look["background-color"] for _, look in pieces}
        assert [text for text, look in pieces if legibility(look, str) < 4.5] == []
        turned = [(text, legibility(look, inverted), look) for text, look in pieces]
        assert [text for text, ratio, look in turned if ratio < (FOR_LABELS if is_label(look) else 4.5)] == []


@each_mail
def test_a_ground_outlives_a_client_that_drops_styles_of_the_body(mail):
    bare = re.sub(r'(<(?:body|table)[^>]*) style="[^"]*"', r"\1", mail.html)
    assert bare.count('bgcolor="#0b0b0c"') == 2
    assert re.findall(r'class="raised"[^>]*', bare) == [
        tag for tag in re.findall(r'class="raised"[^>]*', bare) if 'bgcolor="#141416"' in tag
    ]


@each_mail
def test_mails_that_are_a_guests_choice_say_how_to_end_them_and_no_others(mail):
    topic = TOPICS.get(mail.kind)
    is_choice = topic is not None and topic not in LOCKED
    assert bool(mail.unsubscribe_url) == is_choice
    assert ("Mails like this one are your choice." in flat(mail.text)) == is_choice
    if is_choice:
        assert unsubscribed_of(mail.unsubscribe_url.rsplit("/", 1)[1], LINKS.signer) == (topic, bytes(32))
        assert mail.unsubscribe_url in mail.text


def test_a_code_is_in_the_letter_and_not_where_a_locked_screen_shows_it():
    mail = MAILS["code"]
    assert "402861" not in mail.subject + preview_of(mail.html)
    for twin in (mail.text, mail.html):
        assert twin.count("402861") == 1
    assert "good for 10 minutes, until Wednesday 25 November, 10:10 AM" in flat(mail.text)
