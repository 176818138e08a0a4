"""The website as a browser and a crawler meet it."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from functions.page_website.coming import COMING
from functions.page_website.site import build_site
from infra.local.routes import function_for
from shared_lib.web.legal.documents import TITLES, LegalDocument, LegalVersion, legal_documents
from tests.functions.sample_site import BOOK, NOW, SPA, sample_site

HTTPS = "https://coresync.life"
VERSIONS = [version for document in legal_documents().values() for version in document.versions]
PAGES = ["/", *(f"/{name}" for name in (*TITLES, *COMING)), *(version.path for version in VERSIONS)]


@pytest.fixture
def browser() -> FlaskClient:
    return sample_site().test_client()


class Markup(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


def read(browser: FlaskClient, path: str) -> str:
    return browser.get(path, base_url=HTTPS).get_data(as_text=True)


@pytest.mark.parametrize("path", [*PAGES, "/nowhere"])
def test_each_answer_carries_the_headers_that_guard_it(browser, path):
    headers = browser.get(path, base_url=HTTPS).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Strict-Transport-Security"].startswith("max-age=")
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_leads_guests_to_their_visits(browser, path):
    assert "/account" in Markup(read(browser, path)).values("href")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_script_or_style_of_its_own(browser, path):
    markup = Markup(read(browser, path))
    assert all(attributes.get("src") for tag, attributes in markup.tags if tag == "script")
    assert not [tag for tag, _ in markup.tags if tag == "style"]
    assert not markup.values("style")
    assert not [name for _, attributes in markup.tags for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("path", ["/", "/terms", "/privacy", "/card-on-file"])
def test_no_page_shows_a_price(browser, path):
    html = read(browser, path)
    assert "$" not in html
    assert not re.search(r"\b(240|375|700)\b", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_ours_leads_somewhere(browser, path):
    markup = Markup(read(browser, path))
    anchors = set(markup.values("id"))
    for target in [*markup.values("href"), *markup.values("src")]:
        if target.startswith("#"):
            assert target[1:] in anchors
        elif function_for(target) == "page_website":
            assert browser.get(target, base_url=HTTPS).status_code == 200


@pytest.mark.parametrize("path", ["/staff", "/staff/sign-in", "/admin", "/admin/day"])
def test_what_is_not_open_yet_says_so_and_what_works_today(browser, path):
    html = read(browser, path)
    assert "not open yet" in html
    assert "What to do until then" in html
    assert "+1 555 010 0142" in html
    assert 'content="noindex"' in html


@pytest.mark.parametrize(("path", "ground"), [("/", None), ("/staff", "light"), ("/admin", "light")])
def test_staff_pages_stand_on_the_light_ground(browser, path, ground):
    [(_, attributes)] = [tag for tag in Markup(read(browser, path)).tags if tag[0] == "html"]
    assert attributes.get("data-ground") == ground


def test_the_hours_are_those_of_the_price_book(browser):
    words = " ".join(re.sub(r"<[^>]+>", " ", read(browser, "/")).split())
    assert "Sunday to Thursday 10:00 AM to midnight Friday 10:00 AM to 4:00 PM Saturday Closed" in words
    assert "Saturday 6:00 PM to 1:00 AM" in words


def test_the_refunds_page_follows_the_policies(browser):
    words = " ".join(re.sub(r"<[^>]+>", " ", read(browser, "/refunds")).split())
    assert "Cancelled 48 hours before or earlier 100% of the price comes back" in words
    assert "Cancelled later than that No refund" in words


@pytest.fixture
def later(monkeypatch) -> FlaskClient:
    """A browser when the terms have a version before and one after the one in force."""
    since = {"2026-10": date(2026, 10, 1), "2026-11": date(2026, 11, 25), "2026-12": date(2026, 12, 1)}
    versions = [
        LegalVersion("terms", name, day, f"New in {name}.", f"<p>Text of {name}</p>") for name, day in since.items()
    ]
    document = LegalDocument("terms", tuple(reversed(versions)))
    monkeypatch.setattr("functions.page_website.site.legal_documents", lambda: {"terms": document})
    site = build_site(spa=SPA, price_book=lambda: BOOK, clock=lambda: NOW, public_url=HTTPS)
    return site.test_client()


def test_the_version_whose_day_has_come_is_served_and_each_one_stays_at_its_address(later):
    current = read(later, "/terms")
    assert "Text of 2026-11" in current
    assert all(f'href="/terms/{name}"' in current for name in ("2026-10", "2026-11", "2026-12"))
    assert "noindex" not in current
    assert 'An earlier version; the one in force is <a href="/terms">2026-11</a>.' in read(later, "/terms/2026-10")
    assert 'Not in force yet; until then it is <a href="/terms">2026-11</a>.' in read(later, "/terms/2026-12")
    own_address = read(later, "/terms/2026-11")
    assert "Text of 2026-11" in own_address
    assert 'class="notice"' not in own_address
    assert "noindex" in own_address


@pytest.mark.parametrize("name", ["2020-01", "..", "%2e%2e", "2026-11.html", "2026-11/more"])
def test_a_version_that_never_was_is_not_there(browser, name):
    assert browser.get(f"/terms/{name}", base_url=HTTPS).status_code == 404


def test_what_is_in_a_version_does_not_follow_the_price_book(browser):
    """A version says what it said: today's numbers stand beside the version in force, under no version's address."""
    assert "For a booking made today" in read(browser, "/refunds")
    assert all("For a booking made today" not in read(browser, version.path) for version in VERSIONS)


def test_assets_are_kept_for_a_year_under_a_name_made_from_their_content(browser):
    sheet = next(url for url in Markup(read(browser, "/")).values("href") if url.endswith("tokens.css"))
    answer = browser.get(sheet, base_url=HTTPS)
    assert re.search(r"/[0-9a-f]{12}/", sheet)
    assert answer.cache_control.max_age == 31_536_000
    assert answer.cache_control.immutable
    again = browser.get(sheet, base_url=HTTPS, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_an_asset_of_another_deployment_comes_but_is_not_kept(browser):
    answer = browser.get("/assets/shared/000000000000/tokens.css", base_url=HTTPS)
    assert answer.status_code == 200
    assert answer.cache_control.max_age is None
    assert answer.cache_control.no_cache


@pytest.mark.parametrize("name", ["nothing.css", "..%2Fpages.py", "%2e%2e%2fpages.py", "pages.py", ".css"])
def test_nothing_but_assets_leaves_their_folder(browser, name):
    assert browser.get(f"/assets/shared/000000000000/{name}", base_url=HTTPS).status_code == 404


def test_the_first_view_weighs_less_than_120_kb_without_pictures(browser):
    html = read(browser, "/")
    scripts = [f"chat{part}.js" for part in ("", "_memory", "_paper", "_wire", "_words")]
    urls = {url for url in Markup(html).values("href") if url.endswith((".css", ".woff2"))}
    folder = next(url for url in urls if url.endswith("tokens.css")).removesuffix("tokens.css")
    urls |= {folder + name for name in [*scripts, "dm-mono.woff2"]}
    weight = len(html) + sum(len(browser.get(url, base_url=HTTPS).data) for url in urls)
    assert weight < 120_000


def test_a_foreign_host_name_is_refused(browser):
    assert browser.get("/", base_url="https://evil.example").status_code == 400


def test_nothing_can_be_posted_to_the_website(browser):
    assert browser.post("/", base_url=HTTPS).status_code == 403


def test_a_page_that_is_not_there_is_told_in_the_houses_words(browser):
    answer = browser.get("/<script>alert(1)</script>", base_url=HTTPS)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "alert(1)" not in answer.text
