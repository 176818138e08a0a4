"""What all pages share: one look, strict templates, guarded forms, versioned assets."""

from collections.abc import Callable, Collection, Sequence
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Request, Response, abort, request
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from werkzeug.wrappers import Response as WsgiResponse

from shared_lib.kernel.errors import ExternalServiceError, TryAgain
from shared_lib.kernel.formatting import say_zone
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.plain_json import is_plain_text
from shared_lib.kernel.spa import Spa
from shared_lib.web.assets import SHARED, Assets
from shared_lib.web.bodies import throw_away
from shared_lib.web.http import HEADERS
from shared_lib.web.page_errors import error_page, log_unavailable
from shared_lib.web.page_security import FormGuard, names_of, page_headers

Page = str | tuple[str, int] | WsgiResponse
"""What a page's endpoint answers: its words, with a status where it is not 200, or a whole response."""
LARGEST_FORM = 64 * 1024
_SHARED_TEMPLATES = Path(__file__).parent / "templates"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def page_app(
    name: str,
    folder: Path,
    *,
    spa: Spa,
    public_url: str,
    assets_at: str,
    form_key: bytes | None = None,
    form_targets: Sequence[str] = (),
    other_hosts: Sequence[str] = (),
    private: bool = False,
    open_forms: Collection[str] = (),
) -> Flask:
    """Return the app of one page function: `templates/` and `assets/` in its folder, our headers on each answer.

    `assets_at` is the path of its own assets; `form_targets` are foreign origins that its forms lead to; without a
    `form_key` every POST is refused; the answers of a `private` one are kept by nobody. `open_forms` are endpoints
    whose POST comes from no page of ours, such as a mail client's.
    """
    app = Flask(name, root_path=str(folder), static_folder=None)
    app.config.update(TRUSTED_HOSTS=[*names_of(public_url), *other_hosts], MAX_CONTENT_LENGTH=LARGEST_FORM)
    _speak(app, spa, folder)
    app.before_request(_refuse_odd_text)
    _serve_assets(app, own=Assets(folder / "assets", at=assets_at))
    _guard_forms(app, FormGuard(key=form_key, public_url=public_url) if form_key else None, open_forms)
    _add_headers(app, page_headers(public_url=public_url, form_targets=form_targets), private=private)
    app.register_error_handler(Exception, error_page)
    return app


def serve(app_of: Callable[[], Flask], sent: Request) -> WsgiResponse:
    """Answer a request of the functions framework by a page's own app, built at the first request.

    Where it can't be built, since somebody that we depend on is away, a page says so that needs nobody.
    """
    try:
        app = app_of()
    except (ExternalServiceError, TryAgain) as failure:
        log_unavailable(failure)
        text = (_SHARED_TEMPLATES / "away.html").read_text(encoding="utf-8")
        return WsgiResponse(text, HTTPStatus.SERVICE_UNAVAILABLE, HEADERS | {"Retry-After": "10"}, mimetype="text/html")
    answer = WsgiResponse.from_app(app, sent.environ)
    if (sent.content_length or 0) > LARGEST_FORM:
        throw_away(sent)  # the page has refused it, and the framework would read all of it
    return answer


def _speak(app: Flask, spa: Spa, folder: Path) -> None:
    """Give the templates the house's words: strict names, money, the zone."""
    env = app.jinja_env
    env.loader = ChoiceLoader([FileSystemLoader(folder / "templates"), FileSystemLoader(_SHARED_TEMPLATES)])
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(spa=spa, zone_words=say_zone(spa))
    env.filters["money"] = say_cents


def _serve_assets(app: Flask, *, own: Assets) -> None:
    shared = Assets(SHARED, at="/assets/shared")
    for endpoint, assets in (("asset", own), ("shared", shared)):
        app.jinja_env.globals[endpoint] = assets.url
        app.add_url_rule(f"{assets.at}/<version>/<name>", endpoint, assets.send)


def _guard_forms(app: Flask, guard: FormGuard | None, open_forms: Collection[str]) -> None:
    if guard is None:
        app.before_request(_refuse_forms)
        return
    app.jinja_env.globals["csrf_token"] = guard.token
    app.before_request(lambda: None if _is_open(open_forms) else guard.check(request))
    app.after_request(guard.keep)


def _refuse_odd_text() -> None:
    """Refuse what no store of ours can carry: 404 for such a path, 400 for such a query or form."""
    if not is_plain_text(request.path):
        abort(404)
    sent = (*request.args.items(multi=True), *request.form.items(multi=True))
    if not all(is_plain_text(text) for _, text in sent):
        abort(400)


def _is_open(open_forms: Collection[str]) -> bool:
    return request.method in _READING or request.endpoint in open_forms


def _refuse_forms() -> None:
    if request.method not in _READING:
        abort(403)


def _add_headers(app: Flask, headers: dict[str, str], *, private: bool) -> None:
    def add(response: Response) -> Response:
        response.headers.update(headers)
        response.headers.setdefault("Cache-Control", "no-store" if private else "no-cache")
        return response

    app.after_request(add)
