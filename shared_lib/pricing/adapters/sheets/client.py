"""gspread's HTTP client with time-outs, and what its troubles mean to us."""

import contextlib
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import gspread
import requests
from google.auth.credentials import AnonymousCredentials, Credentials
from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError

from shared_lib.kernel.errors import ExternalServiceError, OutcomeUnknown, VendorRefused, VendorUnavailable

VENDOR = "google-sheets"
GOOGLE = "https://sheets.googleapis.com"
SCOPE = "https://www.googleapis.com/auth/spreadsheets"


class ClientAt(gspread.HTTPClient):
    """Speaks to another address than Google's, without keys."""

    def __init__(self, api_base: str) -> None:
        super().__init__(AnonymousCredentials(), requests.Session())  # type: ignore[no-untyped-call]
        self._api_base = api_base.rstrip("/")

    def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> requests.Response:  # noqa: ANN401
        """Send the request to the other address."""
        return super().request(method, endpoint.replace(GOOGLE, self._api_base, 1), *args, **options)


def own_credentials() -> Credentials:
    """Return those of the function's service account."""
    import google.auth

    credentials, _ = google.auth.default(scopes=[SCOPE])
    return credentials


@contextlib.contextmanager
def reading() -> Iterator[None]:
    """Translate the troubles of a call that changes nothing."""
    with _translated(lost=VendorUnavailable):
        yield


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Translate the troubles of a call that may have been carried out although its answer got lost."""
    with _translated(lost=OutcomeUnknown):
        yield


@contextlib.contextmanager
def _translated(lost: type[ExternalServiceError]) -> Iterator[None]:
    try:
        yield
    except APIError as error:
        raise _failure(error.response.status_code, lost) from None
    except GoogleAuthError as error:
        raise VendorUnavailable(VENDOR, type(error).__name__) from None
    except requests.RequestException as error:  # an answer that is no JSON is one of these too
        raise lost(VENDOR, type(error).__name__) from None


def _failure(status: int, lost: type[ExternalServiceError]) -> ExternalServiceError:
    detail = f"answered {status}"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return VendorUnavailable(VENDOR, detail)
    return (lost if status >= HTTPStatus.INTERNAL_SERVER_ERROR else VendorRefused)(VENDOR, detail)
