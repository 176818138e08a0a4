"""Tokens of Google's service accounts: believed only as they are signed, for us, from our caller, just now."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from flask import Flask, jsonify
from google.auth import crypt, jwt

from shared_lib.kernel.adapters.google_identity import GoogleIdentity
from shared_lib.kernel.errors import NotAuthenticated, VendorUnavailable
from tests.servers import serving

ACCOUNT = "pubsub-push@demo.iam.gserviceaccount.com"
AUDIENCE = "https://on-booking-email-42.us-east1.run.app"
CLAIMS = {"iss": "https://accounts.google.com", "aud": AUDIENCE, "email": ACCOUNT, "email_verified": True}


class Key:
    """A key that signs, and its certificate."""

    def __init__(self, key_id: str) -> None:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a test")])
        today = dt.datetime.now(dt.UTC)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        made = made.serial_number(x509.random_serial_number()).not_valid_before(today - dt.timedelta(days=1))
        made = made.not_valid_after(today + dt.timedelta(days=1))
        self.certificate = made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode()
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        self.signer = crypt.RSASigner.from_string(pem, key_id)

    def token(self, *, since: int = 0, **claims: object) -> str:
        now = int(time.time()) - since
        return jwt.encode(self.signer, CLAIMS | {"iat": now, "exp": now + 3600} | claims).decode()


class Google:
    """Shows certificates, and counts how often it is asked."""

    def __init__(self) -> None:
        self.shown: dict[str, str] = {}
        self.asked = 0
        self.status = 200

    def app(self) -> Flask:
        app = Flask("certificates")

        @app.get("/certs")
        def certificates():
            self.asked += 1
            return jsonify(self.shown), self.status

        return app


@pytest.fixture(scope="module")
def key() -> Key:
    return Key("k1")


@pytest.fixture
def google(key) -> Google:
    google = Google()
    google.shown = {"k1": key.certificate}
    return google


@pytest.fixture
def url(google) -> Iterator[str]:
    with serving(google.app()) as address:
        yield f"{address}/certs"


@pytest.fixture
def identity(url) -> GoogleIdentity:
    return GoogleIdentity(account=ACCOUNT, audience=AUDIENCE, certificates_url=url)


def test_our_caller_s_token_for_us_is_believed(identity, key):
    identity.verify(key.token())


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "https://on-booking-chat-42.us-east1.run.app"},
        {"email": "anybody@demo.iam.gserviceaccount.com"},
        {"email": None},
        {"email_verified": False},
        {"email_verified": "true"},
        {"iss": "https://accounts.example.com"},
        {"since": 7200},
        {"since": -600},
    ],
)
def test_a_genuine_token_for_something_else_is_refused(identity, key, claims):
    with pytest.raises(NotAuthenticated):
        identity.verify(key.token(**claims))


def test_a_token_that_somebody_else_signed_is_refused(identity):
    with pytest.raises(NotAuthenticated):
        identity.verify(Key("k1").token())


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "e30.e30.e30", "\u2603.\u2603.\u2603", "." * 100])
def test_what_is_no_token_is_refused_without_asking_google(identity, google, token):
    with pytest.raises(NotAuthenticated):
        identity.verify(token)
    assert google.asked == 0


def test_an_unsigned_token_is_refused(identity, key):
    header, claims, _ = key.token().split(".")
    with pytest.raises(NotAuthenticated):
        identity.verify(f"eyJhbGciOiJub25lIiwia2lkIjoiazEifQ.{claims}.")
    with pytest.raises(NotAuthenticated):
        identity.verify(f"{header}.{claims}.")


def test_certificates_are_fetched_once_and_again_only_for_a_key_that_is_new(url, google, key):
    clock = [0.0]
    identity = GoogleIdentity(account=ACCOUNT, audience=AUDIENCE, certificates_url=url, clock=lambda: clock[0])
    for _ in range(20):
        identity.verify(key.token())
    newer = Key("k2")
    for _ in range(20):  # strangers can't make us ask again and again
        with pytest.raises(NotAuthenticated):
            identity.verify(newer.token())
    assert google.asked == 1
    google.shown["k2"], clock[0] = newer.certificate, 61.0
    identity.verify(newer.token())
    assert google.asked == 2


def test_while_google_shows_no_certificates_a_push_has_to_come_again(identity, google, key):
    google.status = 500
    with pytest.raises(VendorUnavailable):
        identity.verify(key.token())


def test_nobody_is_let_in_by_a_setting_that_is_missing():
    with pytest.raises(ValueError, match="account and an audience"):
        GoogleIdentity(account="", audience=AUDIENCE)
