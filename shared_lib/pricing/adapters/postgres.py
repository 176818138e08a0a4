"""Published versions of the price book in PostgreSQL."""

import hashlib
import json
from datetime import datetime

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import NotFound
from shared_lib.pricing.ports import PriceBooks
from shared_lib.pricing.price_book import PriceBook

_ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('price_books'), hashtext(%s))"
_NEWEST = "select max(version) as version from coresync.price_books where spa_id = %s"
_READ = "select content from coresync.price_books where spa_id = %s and version = %s"
_IN_FORCE = """
    select version, fingerprint from coresync.price_books where spa_id = %s order by version desc limit 1
"""
_PUBLISH = """
    insert into coresync.price_books (spa_id, version, content, fingerprint, published_at)
    values (%(spa)s, %(version)s, %(content)s, %(fingerprint)s, %(now)s)
"""
_WITHDRAW = "update coresync.treatments set offered = false where spa_id = %s and offered and id <> all(%s)"
_OFFER = """
    insert into coresync.treatments (spa_id, id, name, category, minutes, offered)
    values (%(spa)s, %(id)s, %(name)s, %(category)s, %(minutes)s, true)
    on conflict (spa_id, id) do update
       set name = excluded.name, category = excluded.category, minutes = excluded.minutes, offered = true
"""
_TIER = """
    insert into coresync.membership_tiers (spa_id, name, monthly_cents, days_ahead, discount)
    values (%(spa)s, %(name)s, %(monthly_cents)s, %(days_ahead)s, %(discount)s)
    on conflict (spa_id, name) do update
       set monthly_cents = excluded.monthly_cents, days_ahead = excluded.days_ahead, discount = excluded.discount
"""


class PostgresPriceBooks(PriceBooks):
    """Versions never change, so each is read and parsed once in a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[tuple[str, int], PriceBook] = {}

    @override
    def current(self, spa_id: str) -> PriceBook:
        newest = self._database.rows(_NEWEST, (spa_id,))[0]["version"]
        if newest is None:
            raise NotFound(f"no price book of {spa_id}")
        return self.version(spa_id, newest)

    @override
    def version(self, spa_id: str, version: int) -> PriceBook:
        if (spa_id, version) not in self._read:
            found = self._database.rows(_READ, (spa_id, version))
            if not found:
                raise NotFound(f"no price book {version} of {spa_id}")
            self._read[spa_id, version] = PriceBook.from_json(version, found[0]["content"])
        return self._read[spa_id, version]

    @override
    def publish(self, spa_id: str, book: PriceBook, *, now: datetime, after: int | None = None) -> PriceBook:
        """Make the content a new version and return it, or return the one in force if nothing changed.

        So it does where the one in force is not `after`, the version that the content was compared with.
        """
        version = self._database.transaction(lambda connection: _publish(connection, spa_id, book, now, after))
        return self.version(spa_id, version)


def _publish(connection: Connection[Row], spa_id: str, book: PriceBook, now: datetime, after: int | None) -> int:
    """Write a version unless the one in force says the same; whoever comes at the same time waits for the lock."""
    content = book.to_json()
    fingerprint = _fingerprint(content)
    connection.execute(_ONE_AT_A_TIME, (spa_id,))
    newest = connection.execute(_IN_FORCE, (spa_id,)).fetchone()
    before = int(newest["version"]) if newest else 0
    if newest and (newest["fingerprint"] == fingerprint or after not in {None, before}):
        return before
    version = before + 1
    connection.execute(
        _PUBLISH,
        {"spa": spa_id, "version": version, "content": Jsonb(content), "fingerprint": fingerprint, "now": now},
    )
    _offer(connection, spa_id, book)
    return version


def _fingerprint(content: object) -> str:
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _offer(connection: Connection[Row], spa_id: str, book: PriceBook) -> None:
    connection.execute(_WITHDRAW, (spa_id, [treatment.id for treatment in book.treatments]))
    with connection.cursor() as cursor:
        cursor.executemany(
            _OFFER,
            [
                {"spa": spa_id, "id": one.id, "name": one.name, "category": one.category, "minutes": one.minutes}
                for one in book.treatments
            ],
        )
        cursor.executemany(
            _TIER,
            [
                {
                    "spa": spa_id,
                    "name": tier.name,
                    "monthly_cents": tier.monthly_cents,
                    "days_ahead": tier.days_ahead,
                    "discount": tier.discount,
                }
                for tier in book.tiers
            ],
        )
