"""Documents and collections are listed, and removed in bulk, alike in both Firestores."""

import pytest
from google.api_core import exceptions


def write_all(client, *paths):
    batch = client.batch()
    for path in paths:
        batch.set(client.document(path), {"n": len(path)})
    batch.commit()


def listed(raw, collection_id, parent="", **rest):
    name = raw.name(parent) if parent else raw.root
    pages = raw.call("list_documents", parent=name, collection_id=collection_id, **rest)
    return [document.name.removeprefix(f"{raw.root}/") for document in pages]


def test_a_collection_is_listed_by_name_page_by_page(client, raw):
    write_all(client, *(f"rooms/{number:02}" for number in range(7)), "rooms/03/days/x", "other/y")
    assert listed(raw, "rooms") == listed(raw, "rooms", page_size=3) == [f"rooms/{number:02}" for number in range(7)]
    assert listed(raw, "days", "rooms/03") == ["rooms/03/days/x"]
    assert listed(raw, "none") == []


def test_a_list_goes_on_where_it_was_though_its_documents_are_deleted(client):
    write_all(client, *(f"rooms/{number:02}" for number in range(70)))
    for document in client.collection("rooms").list_documents(page_size=20):
        document.delete()
    assert client.collection("rooms").get() == []


def test_a_list_is_ordered_and_masked_as_asked(client, raw):
    for name, size in {"a": 1, "b": 3, "c": 3, "d": 2}.items():
        client.document(f"rooms/{name}").set({"size": size, "rest": {}})
    assert listed(raw, "rooms", order_by="size desc") == ["rooms/c", "rooms/b", "rooms/d", "rooms/a"]
    assert listed(raw, "rooms", order_by="size, __name__ desc") == ["rooms/a", "rooms/d", "rooms/c", "rooms/b"]
    masked = raw.call("list_documents", parent=raw.root, collection_id="rooms", mask={"field_paths": ["size"]})
    assert {name for document in masked for name in document.fields} == {"size"}


def test_names_that_only_have_documents_below_them_are_shown_when_asked(client, raw):
    write_all(client, "rooms/pool", "rooms/sauna/days/x", "rooms/sauna!/days/y", "rooms/pool/days/z")
    assert listed(raw, "rooms") == ["rooms/pool"]
    shown = ["rooms/pool", "rooms/sauna", "rooms/sauna!"]
    assert listed(raw, "rooms", show_missing=True, mask={"field_paths": ["n"]}) == shown
    assert [reference.path for reference in client.collection("rooms").list_documents()] == shown


def test_collections_are_named_below_a_document_and_the_root(client, raw):
    write_all(client, "rooms/sauna/days/x/hours/y", "rooms/sauna/notes/z", "rooms/sauna!/other/z", "guests/g")
    assert [collection.id for collection in client.collections()] == ["guests", "rooms"]
    assert [collection.id for collection in client.document("rooms/sauna").collections()] == ["days", "notes"]
    assert list(client.document("rooms/none").collections()) == []
    paged = raw.call("list_collection_ids", parent=raw.root, page_size=1)
    assert list(paged) == ["guests", "rooms"]


REFUSED = [
    {"page_size": -1},
    {"page_token": "nonsense"},
    {"order_by": "n sideways"},
    {"order_by": "n", "show_missing": True},
    {"collection_id": "__a__"},
    {"parent": "nope"},
    {"mask": {"field_paths": ["a..b"]}},
]


@pytest.mark.parametrize("change", REFUSED)
def test_a_list_that_cannot_be_is_refused(raw, change):
    with pytest.raises(exceptions.InvalidArgument):
        raw.call("list_documents", **({"parent": raw.root, "collection_id": "rooms"} | change))


def test_a_document_is_removed_with_all_that_lies_below(client):
    write_all(
        client, "rooms/sauna", "rooms/sauna/days/x", "rooms/sauna/days/x/hours/y", "rooms/sauna!", "rooms/sauna2/a/b"
    )
    assert client.recursive_delete(client.document("rooms/sauna")) == 3
    assert [reference.path for reference in client.collection("rooms").list_documents()] == [
        "rooms/sauna!",
        "rooms/sauna2",
    ]


def test_a_collection_is_removed_with_all_that_lies_below(client):
    write_all(client, "rooms/sauna/days/x", "rooms/pool", "roomsandmore/z")
    client.recursive_delete(client.collection("rooms"))
    assert [collection.id for collection in client.collections()] == ["roomsandmore"]


def test_many_writes_go_out_in_bulk(client):
    failed = []
    writer = client.bulk_writer()
    writer.on_write_error(lambda error, _: bool(failed.append(error.code)))
    client.document("rooms/7").set({"old": True})
    for number in range(50):
        writer.create(client.document(f"rooms/{number}"), {"n": number})
    writer.close()
    assert failed == [6]
    assert client.collection("rooms").count().get()[0][0].value == 50
    assert client.document("rooms/7").get().to_dict() == {"old": True}


def test_what_neither_serves_is_said_to_be_unimplemented(raw):
    asked = {"parent": raw.root, "structured_query": {"from_": [{"collection_id": "rooms"}]}, "partition_count": 2}
    with pytest.raises(exceptions.MethodNotImplemented):
        list(raw.call("partition_query", **asked))
