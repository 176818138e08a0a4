"""What guests chose to hear, in PostgreSQL, by the keyed hash of each contact point."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from psycopg import Connection
from typing_extensions import override

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.ports import Preferences
from shared_lib.guests.preferences import Preference, Topic, check_choice
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher

_CHOSEN = """
select topic, channel, allowed from coresync.contact_preferences
 where spa_id = %(spa_id)s and contact_hash = %(hash)s and topic = any(%(topics)s) and channel = any(%(channels)s)
"""
_CHOOSE = """
insert into coresync.contact_preferences (spa_id, contact_hash, topic, channel, allowed, updated_at)
select %(spa_id)s, hash, topic, channel, allowed, %(now)s
  from unnest(%(hashes)s::bytea[]) as hash,
       unnest(%(topics)s::text[], %(channels)s::text[], %(allowed)s::boolean[]) as choice (topic, channel, allowed)
 order by hash, topic, channel
on conflict (spa_id, contact_hash, topic, channel) do update
   set allowed = excluded.allowed, updated_at = excluded.updated_at
"""


class PostgresPreferences(Preferences):
    """`contact_preferences`: one row for each choice."""

    def __init__(self, database: Database, cipher: Cipher, *, spa_id: str) -> None:
        self._database = database
        self._cipher = cipher
        self._spa_id = spa_id

    @override
    def chosen(self, contact_point: ContactPoint) -> Mapping[tuple[Topic, Channel], bool]:
        asked = {"spa_id": self._spa_id, "hash": contact_point.hashed(self._cipher)}
        asked |= {"topics": list(Topic), "channels": list(Channel)}
        rows = self._database.rows(_CHOSEN, asked)
        return {(Topic(row["topic"]), Channel(row["channel"])): row["allowed"] for row in rows}

    @override
    def choose(self, contact_hashes: Sequence[bytes], choices: Sequence[Preference], *, now: datetime) -> None:
        with self._database.connection() as connection:
            keep_choices(connection, contact_hashes, choices, spa_id=self._spa_id, now=now)


def keep_choices(
    connection: Connection[Row],
    contact_hashes: Sequence[bytes],
    choices: Sequence[Preference],
    *,
    spa_id: str,
    now: datetime,
) -> None:
    """Keep choices in somebody's transaction; raise PreferenceLocked."""
    for choice in choices:
        check_choice(choice)
    parameters = {
        "spa_id": spa_id,
        "hashes": list(contact_hashes),
        "topics": [str(choice.topic) for choice in choices],
        "channels": [str(choice.channel) for choice in choices],
        "allowed": [choice.allowed for choice in choices],
        "now": now,
    }
    connection.execute(_CHOOSE, parameters)
