"""The service account's way to Google Calendar."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from typing import Any

import google.auth
import httplib2
from google.auth.credentials import AnonymousCredentials, Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build

from shared_lib.calendars.adapters.google.connection import Connection, translated

SCOPE = "https://www.googleapis.com/auth/calendar.events"


def own_credentials() -> Credentials:
    """Return those of the function's service account."""
    credentials, _ = google.auth.default(scopes=[SCOPE])
    return credentials


class GoogleAccount:
    """Opens conversations; at `api_base` without keys. `timeout` in seconds for each call, none is repeated by us."""

    def __init__(
        self,
        *,
        api_base: str | None = None,
        credentials: Callable[[], Credentials] | None = None,
        timeout: float = 10,
    ) -> None:
        self._api_base = api_base
        self._credentials_of = credentials or (AnonymousCredentials if api_base else own_credentials)
        self._timeout = timeout

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Lend a conversation for one operation on one thread; raise VendorUnavailable, or AccessLost."""
        # The service only writes requests; each operation carries its own over its own connection.
        with translated():
            transport = AuthorizedHttp(self._credentials, http=httplib2.Http(timeout=self._timeout))
            with closing(transport):
                yield Connection(self._service, transport)

    @cached_property
    def _credentials(self) -> Credentials:
        return self._credentials_of()

    @cached_property
    def _service(self) -> Any:  # noqa: ANN401 -- built from a document at run time
        options = {"api_endpoint": self._api_base} if self._api_base else {}
        return build(
            "calendar",
            "v3",
            http=httplib2.Http(timeout=self._timeout),
            client_options=options,
            static_discovery=True,
            cache_discovery=False,
        )
