"""The channels on which Google calls, in PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from typing_extensions import override

from shared_lib.calendars.feed import Channel
from shared_lib.calendars.ports import Channels
from shared_lib.kernel.adapters.database import Database

_FIND = """
select id, calendar_id, resource_id, opened_at, ends_at from coresync.calendar_channels
 where id = %s and closed_at is null
"""
_ALL = """
select id, calendar_id, resource_id, opened_at, ends_at from coresync.calendar_channels
 where spa_id = %s and closed_at is null order by ends_at desc, id
"""
_OPENING = """
insert into coresync.calendar_channels (id, spa_id, calendar_id, opened_at, ends_at) values (%s, %s, %s, %s, %s)
"""


class PostgresWatchChannels(Channels):
    """A channel's row is older than the channel, and stays when it is closed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def find(self, channel_id: UUID) -> Channel | None:
        found = self._database.rows(_FIND, (channel_id,))
        return Channel(**found[0]) if found else None

    @override
    def all(self, spa_id: str) -> Sequence[Channel]:
        return [Channel(**row) for row in self._database.rows(_ALL, (spa_id,))]

    @override
    def opening(self, spa_id: str, channel: Channel) -> None:
        row = (channel.id, spa_id, channel.calendar_id, channel.opened_at, channel.ends_at)
        self._database.run(_OPENING, row)

    @override
    def opened(self, channel: Channel) -> None:
        self._database.run(
            "update coresync.calendar_channels set resource_id = %s, ends_at = %s where id = %s",
            (channel.resource_id, channel.ends_at, channel.id),
        )

    @override
    def closed(self, channel_id: UUID, *, now: datetime) -> None:
        self._database.run("update coresync.calendar_channels set closed_at = %s where id = %s", (now, channel_id))
