"""Both directions of the calendars."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.bookings import BookingServices

if TYPE_CHECKING:
    from shared_lib.calendars.adapters.google import GoogleAccount, GoogleCalendars
    from shared_lib.calendars.adapters.watch_channels import PostgresWatchChannels
    from shared_lib.calendars.mirror_booking import CalendarIds
    from shared_lib.calendars.sync import CalendarSync
    from shared_lib.calendars.watch_channels import WatchChannels


class CalendarServices(BookingServices):
    """Google Calendar, and what is known of it."""

    @cached_property
    def google_account(self) -> "GoogleAccount":
        """The way to Google Calendar."""
        from shared_lib.calendars.adapters.google import GoogleAccount

        return GoogleAccount(api_base=self.settings.calendar_api_base or None)

    @cached_property
    def calendars(self) -> "GoogleCalendars":
        """The Google calendars of the spa."""
        from shared_lib.calendars.adapters.google import GoogleCalendars

        return GoogleCalendars(self.google_account)

    @cached_property
    def calendar_channels(self) -> "PostgresWatchChannels":
        """The channels on which Google tells of changes."""
        from shared_lib.calendars.adapters.watch_channels import PostgresWatchChannels

        return PostgresWatchChannels(self.database)

    @property
    def watch_channels(self) -> "WatchChannels":
        """Keeps those channels open."""
        from shared_lib.calendars.adapters.google import GoogleCalendarFeed
        from shared_lib.calendars.watch_channels import WatchChannels

        address = f"{self.public_url}/api/calendar/events"
        feed = GoogleCalendarFeed(self.google_account)
        return WatchChannels(feed, self.calendar_channels, self.signer, address, self.settings.spa_id)

    @cached_property
    def calendar_sync(self) -> "CalendarSync":
        """What it takes to read calendars and to put back what is ours."""
        from shared_lib.calendars.adapters.drift_log import PostgresDriftLog
        from shared_lib.calendars.adapters.google import GoogleCalendarFeed
        from shared_lib.calendars.adapters.reads import PostgresCalendarReads
        from shared_lib.calendars.sync import CalendarSync

        return CalendarSync(
            spa=self.spa,
            ids=self.calendar_ids,
            bookings=self.bookings,
            calendars=self.calendars,
            feed=GoogleCalendarFeed(self.google_account),
            reads=PostgresCalendarReads(self.database),
            drift_log=PostgresDriftLog(self.database, self.cipher),
            alerts=self.manager_alerts,
        )

    @property
    def calendar_ids(self) -> "CalendarIds":
        """Where bookings are shown."""
        from shared_lib.calendars.mirror_booking import CalendarIds

        settings = self.settings
        return CalendarIds(settings.calendar_master, settings.calendar_technicians, settings.calendar_private)
