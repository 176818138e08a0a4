-- What comes in from Google Calendar: how far each calendar has been read, the channels on which Google calls, and how
-- the calendars stood against the bookings each night. No titles and no names come in.
create table coresync.calendar_reads (
    calendar_id text primary key,
    spa_id      text not null references coresync.spas,
    revision    integer not null default 0,                        -- grows with each reading that was taken
    sync_token  text,                                              -- null: the next reading is a whole one
    technicians integer[] not null default '{}',                   -- for whom it was read
    read_at     timestamptz,                                       -- until here what we know is sure to be so
    failed_at   timestamptz,                                       -- since when nobody can read it, null while all is well
    trouble     text,                                              -- the code of why
    check ((failed_at is null) = (trouble is null))
);

create table coresync.calendar_channels (
    id          uuid primary key,
    spa_id      text not null references coresync.spas,
    calendar_id text not null,
    resource_id text,                                              -- null until Google has answered
    opened_at   timestamptz not null,
    ends_at     timestamptz not null,
    closed_at   timestamptz
);
create index calendar_channels_open on coresync.calendar_channels (calendar_id) where closed_at is null;

create table coresync.calendar_drift_reports (
    id     bigint generated always as identity primary key,
    spa_id text not null references coresync.spas,
    at     timestamptz not null,
    counts jsonb not null,                                         -- by kind of drift
    items  jsonb not null                                          -- ids and kinds, no personal data
);
create index calendar_drift_reports_by_time on coresync.calendar_drift_reports (spa_id, at);

-- Google tells of a deleted event by its id alone.
create index bookings_by_calendar_event on coresync.bookings (google_calendar_event_id)
    where google_calendar_event_id is not null;
