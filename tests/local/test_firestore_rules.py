"""firestore.rules, asked by the emulator's REST API with the tokens that browsers would carry."""

import base64
import json

import pytest
import requests

PROJECT = "demo-rules"
OURS = {"Authorization": "Bearer owner"}
"""How the emulator knows a server, to which no rule applies."""

SESSION = "sessions/s1"
READABLE = (SESSION, f"{SESSION}/messages/m1", f"{SESSION}/events/e1")
STAFF = [{"role": "manager"}, {"role": "owner"}]
OTHERS = {
    "nobody": None,
    "a guest": {},
    "a guest who is anonymous": {"firebase": {"sign_in_provider": "anonymous"}},
    "a technician": {"role": "technician"},
    "a stranger with a list of roles": {"role": ["manager", "owner"]},
    "a stranger with a role that looks alike": {"role": "Manager"},
    "a stranger with a role of another name": {"roles": "manager", "admin": True},
    "a stranger with a role somewhere else": {"firebase": {"role": "owner"}},
}
FOREVER = 4102444800


def part(claims):
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")


def bearing(claims):
    if claims is None:
        return {}
    who = {"iss": f"https://securetoken.google.com/{PROJECT}", "aud": PROJECT, "sub": "u1", "iat": 0, "exp": FOREVER}
    return {"Authorization": f"Bearer {part({'alg': 'none', 'typ': 'JWT'})}.{part(who | claims)}."}


@pytest.fixture(scope="module")
def documents(google_firestore):
    """The address of all documents; what staff may read is there, and something that no rule names."""
    address = f"http://{google_firestore}/v1/projects/{PROJECT}/databases/(default)/documents"
    for path in (*READABLE, "prices/p1"):
        requests.patch(f"{address}/{path}", json={"fields": {}}, headers=OURS, timeout=10).raise_for_status()
    return address


def reads(documents, headers):
    everything = [*READABLE, "sessions", f"{SESSION}/messages", f"{SESSION}/events"]
    return {path: requests.get(f"{documents}/{path}", headers=headers, timeout=10).status_code for path in everything}


def writes(documents, headers):
    def ask(method, path, **words):
        return requests.request(method, f"{documents}{path}", headers=headers, timeout=10, **words).status_code

    resource = documents.partition("/v1/")[2]
    update = {"update": {"name": f"{resource}/{SESSION}/events/e2", "fields": {}}}
    return {
        "create": ask("POST", "/sessions?documentId=s2", json={"fields": {}}),
        "commit": ask("POST", ":commit", json={"writes": [update]}),
        **{f"change {path}": ask("PATCH", f"/{path}", json={"fields": {}}) for path in READABLE},
        **{f"delete {path}": ask("DELETE", f"/{path}") for path in READABLE},
    }


@pytest.mark.parametrize("claims", STAFF)
def test_staff_read_sessions_messages_and_events(documents, claims):
    assert set(reads(documents, bearing(claims)).values()) == {200}


@pytest.mark.parametrize("claims", OTHERS.values(), ids=OTHERS)
def test_nobody_else_reads_anything(documents, claims):
    assert set(reads(documents, bearing(claims)).values()) == {403}


@pytest.mark.parametrize("claims", [*STAFF, *OTHERS.values()], ids=["a manager", "an owner", *OTHERS])
def test_nobody_writes(documents, claims):
    assert set(writes(documents, bearing(claims)).values()) == {403}


@pytest.mark.parametrize("claims", [*STAFF, *OTHERS.values()], ids=["a manager", "an owner", *OTHERS])
def test_what_no_rule_names_is_read_by_nobody(documents, claims):
    assert requests.get(f"{documents}/prices/p1", headers=bearing(claims), timeout=10).status_code == 403


def test_messages_of_all_sessions_at_once_are_read_by_nobody(documents):
    query = {"structuredQuery": {"from": [{"collectionId": "messages", "allDescendants": True}]}}
    asked = requests.post(f"{documents}:runQuery", json=query, headers=bearing(STAFF[0]), timeout=10)
    assert asked.status_code == 403


def test_a_token_that_is_none_opens_nothing(documents):
    assert set(reads(documents, {"Authorization": "Bearer manager"}).values()) <= {400, 401, 403}
