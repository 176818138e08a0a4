"""What a guest says of their health in a chat stands nowhere but sealed, at the case and at the visit."""

import json
from contextlib import suppress

from shared_lib.agent.language.care import marker, trouble_in
from shared_lib.agent.language.care.trouble import Trouble
from shared_lib.concierge.case import CaseKind, NewCase
from shared_lib.concierge.medical_note import attach_health_cases
from shared_lib.concierge.open_case import open_case
from shared_lib.concierge.promise import promise_at
from shared_lib.kernel.errors import InvalidSignature
from tests.guests.test_erasure import PURPOSES, opened
from tests.guests.test_export import NINA

SAID = "I have a pacemaker and take warfarin"
HEALTH = "case.told"


def heard(house, session, text):
    """Do what a turn does with trouble: a case for it, a marker in the transcript."""
    trouble = trouble_in(text, "en", house.price_books.current("new-york").names)
    assert trouble == Trouble("health")
    promise = promise_at(house.now, spa=house.spa, hours=house.price_books.current("new-york").hours.values())
    new = NewCase(
        key=f"chat:{session}:1",
        kind=CaseKind(trouble.kind),
        text=text,
        lang="en",
        promise_at=promise,
        session_id=session,
    )
    open_case(new, cases=house.cases, spa=house.spa, now=house.now)
    house.chatted(session, marker(trouble), "go on", contact=NINA)


def test_words_of_health_are_in_no_store_but_sealed(house):
    heard(house, "hers", SAID)
    booking = house.visited(contact=NINA, session="hers")
    attach_health_cases("hers", booking.id, notes=house.medical_notes, now=house.now)
    tables = house.rows("select table_name as name from information_schema.tables where table_schema = 'coresync'")
    rows = {table["name"]: house.rows(f"select * from coresync.{table['name']}") for table in tables}
    for collection in ("sessions", "messages", "events"):
        documents = house.sessions._client.collection_group(collection).stream()
        rows[collection] = [document.to_dict() for document in documents]
    vendors = json.dumps([house.google.state(), house.sendgrid.store.all("mails")], default=str)
    assert "pacemaker" not in repr(rows) + vendors
    sealed = {
        name: {
            purpose for purpose in PURPOSES for value in values(found) if "pacemaker" in text_of(house, value, purpose)
        }
        for name, found in rows.items()
    }
    assert {name: purposes for name, purposes in sealed.items() if purposes} == {
        "cases": {HEALTH},
        "medical_notes": {HEALTH},
    }
    assert "[health]" in " ".join(word for value in values(rows["messages"]) for word in opened(house, value))


def values(found):
    """Return all bytes of rows or documents."""
    return [value for row in found for value in row.values() if isinstance(value, bytes)]


def text_of(house, value, purpose):
    """Return what is sealed in some bytes for one purpose, "" where nothing is."""
    with suppress(InvalidSignature):
        return house.cipher.open(value, purpose=purpose)
    return ""
