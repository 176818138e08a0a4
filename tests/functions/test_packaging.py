"""Each function as it is deployed: its own files, the framework's console script, the settings of the list."""

import base64
import compileall
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from infra.deploy.catalogue import Function, Trigger, read_catalogue
from infra.deploy.settings import caller_settings, environment, read_settings
from infra.deploy.smoke import UNKNOWN_EVENT, ask, complaint
from infra.deploy.target import DeployTarget
from infra.local.children import Command
from infra.local.cloud_sdk import jar
from infra.local.demo import TITLE, load_demo, workbook
from infra.local.ports import answers, free_port
from infra.local.stand_ins.sheets import SheetsStandIn
from infra.local.waiting import holds_within
from shared_lib.kernel.adapters.database import Database

ROOT = Path(__file__).parents[2]
CATALOGUE = read_catalogue()
PRODUCTION = ROOT / "infra/deploy/production.yaml"
NOW = datetime(2026, 1, 7, 15, tzinfo=UTC)
PRICE_BOOK = "price-book"
AT_ONCE = 2
SECONDS = 60

MALFORMED = UNKNOWN_EVENT | {"message": {"messageId": "m1", "data": "", "attributes": {}}}


@pytest.fixture(scope="module")
def upload(tmp_path_factory):
    """A copy of what gcloud itself would upload."""
    gcloud = jar("firestore").parents[2] / "bin/gcloud"
    told = os.environ | {"CLOUDSDK_CONFIG": str(tmp_path_factory.mktemp("gcloud"))}
    words = [str(gcloud), "meta", "list-files-for-upload", str(ROOT)]
    listed = subprocess.run(words, env=told, capture_output=True, text=True, check=True).stdout.split("\n")
    folder = tmp_path_factory.mktemp("workspace")
    for name in filter(None, listed):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def test_only_what_functions_need_is_uploaded(upload):
    assert {entry.name for entry in upload.iterdir()} == {"functions", "shared_lib", "requirements.txt"}


def test_everything_that_is_uploaded_compiles(upload):
    assert compileall.compile_dir(upload, quiet=1, force=True)


def a_public_key() -> str:
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    return base64.b64encode(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory, postgres, migrated):
    """What the functions can reach: a database with the demo spa, the owner's workbook, keys; no other vendor."""
    database_url = postgres.create_database("packaging", template=migrated)
    database = Database(database_url)
    load_demo(database, now=NOW)
    database.close()
    keys = tmp_path_factory.mktemp("keys")
    (keys / "data").write_text(json.dumps({"1": base64.b64encode(bytes(32)).decode()}))
    (keys / "signing").write_text("a signing key\n")
    with SheetsStandIn(hook_url="http://127.0.0.1:9/", hook_secret="secret") as sheets:
        sheets.create_workbook(PRICE_BOOK, TITLE, workbook())
        yield {
            "DATABASE_URL": database_url,
            "DATA_KEY_FILE": str(keys / "data"),
            "SIGNING_KEY_FILE": str(keys / "signing"),
            "SHEETS_API_BASE": sheets.url,
            "SENDGRID_WEBHOOK_PUBLIC_KEY": a_public_key(),
        }


def told(function: Function, surroundings, workspace: Path) -> dict[str, str]:
    """The environment that the deployment gives, with words of our own where people or Secret Manager fill in."""
    target = DeployTarget("demo-coresync", "42", "us-east1")
    listed = read_settings(PRODUCTION, target) | caller_settings(function, target)
    settings = {name: value or "word" for name, value in listed.items()} | {"PRICE_BOOK_ID": PRICE_BOOK}
    secrets = {name: "word" for name in function.settings if name in CATALOGUE.secrets}
    deployed: dict[str, str] = environment(function, CATALOGUE, settings) | secrets | surroundings
    return deployed | {"PYTHONPATH": str(workspace), "PATH": os.defpath, "FUNCTION_SIGNATURE_TYPE": "http"}


@dataclass(frozen=True)
class Seen:
    """What a function answered to its probe and to an event that is none, and its log."""

    complaint: str
    malformed: int | None
    log: str


@contextmanager
def running(function: Function, children, environ, workspace) -> Iterator[tuple[str, Path]]:
    port = free_port()
    words = [sys.executable, "-P", str(Path(sys.executable).with_name("functions-framework"))]
    words += ["--target", function.name, "--source", f"functions/{function.name}/main.py"]
    words += ["--host", "127.0.0.1", "--port", str(port)]
    child = children.start(f"packaged-{function.name}", Command(words, env=environ, cwd=workspace))
    try:
        assert holds_within(SECONDS, lambda: not child.alive or answers(port))
        assert child.alive, child.last_words(20)
        yield f"http://127.0.0.1:{port}", child.log
    finally:
        children.stop(child)


def look(function: Function, children, environ, workspace) -> Seen:
    with running(function, children, environ, workspace) as (url, log):
        problem = complaint(function, ask(url, function))
        event = function.trigger is Trigger.EVENTS
        malformed = requests.post(url, json=MALFORMED, timeout=SECONDS).status_code if event else None
    return Seen(problem, malformed, log.read_text())


@pytest.fixture(scope="module")
def seen(upload, surroundings, children):
    """Each function, started and asked; two at a time, as many as we have patience for."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            function.name: pool.submit(look, function, children, told(function, surroundings, upload), upload)
            for function in CATALOGUE.functions
        }


@pytest.mark.parametrize("function", CATALOGUE.functions, ids=lambda function: function.name)
def test_a_deployed_function_answers_by_its_own_code(function, seen: dict[str, Future[Seen]]):
    found = seen[function.name].result(timeout=SECONDS * len(CATALOGUE.functions))
    assert found.complaint == "", found.log[-2000:]
    if function.trigger is Trigger.EVENTS:
        assert found.malformed == 401
        assert f'"endpoint": "{function.name}"' in found.log
