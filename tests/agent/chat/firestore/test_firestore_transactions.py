"""Transactions: what was read is still so when they commit, or they are refused.

Google's emulator locks what is read and refuses who waits too long; ours lets everybody write and refuses the commit
whose reads have changed. Both refuse with ABORTED, and the client tries again: these stories hold for either way.
"""

import pytest
from google.api_core import exceptions
from google.cloud.firestore_v1 import transactional, types

READ_WRITE: dict[str, object] = {"read_write": {}}
READ_ONLY: dict[str, object] = {"read_only": {}}


def begin(raw, options):
    return raw.call("begin_transaction", database=raw.database, options=options).transaction


def read(raw, path, transaction):
    [answer] = raw.call(
        "batch_get_documents", database=raw.database, documents=[raw.name(path)], transaction=transaction
    )
    return answer


def aborted(write):
    """Say whether a write was refused because of somebody else's."""
    try:
        write()
    except exceptions.Aborted:
        return True
    return False


def test_what_a_transaction_writes_is_written_at_its_end(client):
    document = client.document("rooms/sauna")
    document.set({"free": 2})

    @transactional
    def take(transaction):
        free = document.get(transaction=transaction).get("free")
        transaction.update(document, {"free": free - 1})
        assert document.get().get("free") == free
        return free

    assert take(client.transaction()) == 2
    assert document.get().get("free") == 1


def test_a_transaction_that_fails_writes_nothing(client):
    document = client.document("rooms/sauna")

    @transactional
    def take(transaction):
        document.get(transaction=transaction)
        transaction.create(document, {})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        take(client.transaction())
    assert not document.get().exists


def test_of_two_transactions_that_read_the_same_one_is_refused(raw):
    raw.commit(raw.write("rooms/sauna", {"free": 1}))
    both = [begin(raw, READ_WRITE) for _ in range(2)]
    for transaction in both:
        read(raw, "rooms/sauna", transaction)
    taken = [raw.write("rooms/sauna", {"by": number}) for number in range(2)]
    refused = [aborted(lambda: raw.commit(taken[n], transaction=both[n])) for n in range(2)]  # noqa: B023 -- used at once
    assert sorted(refused) == [False, True]
    kept = raw.call("get_document", name=raw.name("rooms/sauna")).fields["by"].integer_value
    assert not refused[kept]


def test_somebody_who_writes_meanwhile_and_the_transaction_do_not_both_win(raw):
    raw.commit(raw.write("rooms/sauna", {"free": 1}))
    transaction = begin(raw, READ_WRITE)
    read(raw, "rooms/sauna", transaction)
    outside = aborted(lambda: raw.commit(raw.write("rooms/sauna", {"free": 0})))
    inside = aborted(lambda: raw.commit(raw.write("rooms/sauna", {"free": 9}), transaction=transaction))
    assert sorted([outside, inside]) == [False, True]


def test_what_was_missing_is_watched_too(raw):
    transaction = begin(raw, READ_WRITE)
    assert read(raw, "rooms/sauna", transaction).missing
    outside = aborted(lambda: raw.commit(raw.write("rooms/sauna", {"by": "somebody"})))
    inside = aborted(lambda: raw.commit(raw.write("rooms/pool", {"by": "us"}), transaction=transaction))
    assert sorted([outside, inside]) == [False, True]


def test_what_a_query_would_have_found_is_watched_too(raw):
    raw.commit(raw.write("rooms/sauna", {"free": 1}))
    transaction, query = begin(raw, READ_WRITE), types.StructuredQuery({"from_": [{"collection_id": "rooms"}]})
    list(raw.call("run_query", parent=raw.root, structured_query=query, transaction=transaction))
    outside = aborted(lambda: raw.commit(raw.write("rooms/pool", {"free": 1})))
    inside = aborted(lambda: raw.commit(raw.write("counts/rooms", {"n": 1}), transaction=transaction))
    assert sorted([outside, inside]) == [False, True]


def test_strangers_do_not_disturb_each_other(raw):
    raw.commit(raw.write("rooms/sauna", {"free": 1}), raw.write("rooms/pool", {"free": 1}))
    transaction = begin(raw, READ_WRITE)
    read(raw, "rooms/sauna", transaction)
    raw.commit(raw.write("rooms/pool", {"free": 0}))
    raw.commit(raw.write("rooms/sauna", {"free": 0}), transaction=transaction)
    later = begin(raw, READ_ONLY)
    free = [read(raw, path, later).found.fields["free"].integer_value for path in ("rooms/sauna", "rooms/pool")]
    assert free == [0, 0]


def test_a_read_may_begin_its_transaction(raw):
    asked = {"database": raw.database, "documents": [raw.name("rooms/sauna")], "new_transaction": READ_WRITE}
    begun, missing = raw.call("batch_get_documents", **asked)
    assert missing.missing == raw.name("rooms/sauna")
    raw.commit(raw.write("rooms/sauna", {}), transaction=begun.transaction)


def test_a_transaction_that_only_reads_sees_one_moment(raw):
    raw.commit(raw.write("rooms/sauna", {"free": 1}))
    transaction = begin(raw, READ_ONLY)
    before = read(raw, "rooms/sauna", transaction).found
    raw.commit(raw.write("rooms/sauna", {"free": 0}))
    assert read(raw, "rooms/sauna", transaction).found == before
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(raw.write("rooms/sauna", {}), transaction=transaction)


def test_a_transaction_that_only_reads_ends_with_an_empty_commit(raw):
    transaction = begin(raw, READ_ONLY)
    raw.commit(transaction=transaction)
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(transaction=transaction)


def test_a_transaction_that_ended_is_over(raw):
    committed, rolled_back, refused = (begin(raw, READ_WRITE) for _ in range(3))
    raw.commit(raw.write("rooms/sauna", {}), transaction=committed)
    raw.call("rollback", database=raw.database, transaction=rolled_back)
    raw.call("rollback", database=raw.database, transaction=rolled_back)
    with pytest.raises(exceptions.AlreadyExists):
        raw.commit(raw.write("rooms/sauna", {}, current_document={"exists": False}), transaction=refused)
    for transaction in (committed, rolled_back, refused):
        with pytest.raises(exceptions.InvalidArgument):
            raw.commit(raw.write("rooms/sauna", {}), transaction=transaction)
        with pytest.raises(exceptions.InvalidArgument):
            read(raw, "rooms/sauna", transaction)


def test_a_transaction_that_never_was_is_refused(raw):
    for call in (
        lambda: raw.commit(raw.write("rooms/sauna", {}), transaction=b"never"),
        lambda: read(raw, "rooms/sauna", b"never"),
        lambda: raw.call("rollback", database=raw.database, transaction=b"never"),
        lambda: begin(raw, {"read_write": {"retry_transaction": b"never"}}),
        lambda: raw.call("begin_transaction", database="nope"),
    ):
        with pytest.raises(exceptions.InvalidArgument):
            call()


def test_a_transaction_may_be_a_second_try(raw):
    first = begin(raw, READ_WRITE)
    raw.call("rollback", database=raw.database, transaction=first)
    assert begin(raw, {"read_write": {"retry_transaction": first}}) != first
