-- What a person has to answer: troubles that guests told of, and questions that nobody could answer for us. The words are
-- encrypted and never leave this database.
create table coresync.cases (
    id              uuid primary key,
    idempotency_key text not null unique,
    spa_id          text not null references coresync.spas,
    kind            text not null check (kind in (
        'emergency', 'distress', 'harassment', 'injury_here', 'discrimination', 'double_charge', 'lost_thing', 'bad_service',
        'health', 'question', 'person', 'late', 'wish')),
    status          text not null check (status in ('open', 'answered', 'closed')),
    owner           text not null check (owner in ('manager', 'desk')),
    told            bytea,                                         -- encrypted; null once it was erased
    contact         bytea,                                         -- encrypted
    contact_hashes  bytea[] not null default '{}',                 -- keyed: of the address and of the number
    booking_id      uuid references coresync.bookings,
    session_id      text,
    atlas_call_id   text,
    lang            text not null,
    created_at      timestamptz not null,
    promise_at      timestamptz not null,                          -- by when somebody answers
    closed_at       timestamptz,
    closed_by       text,
    check ((status = 'closed') = (closed_at is not null)),
    check ((closed_at is null) = (closed_by is null))
);
create index cases_waiting on coresync.cases (spa_id, promise_at) where status = 'open';
create index cases_newest on coresync.cases (spa_id, created_at desc);
create index cases_by_session on coresync.cases (session_id) where session_id is not null;
create index cases_by_booking on coresync.cases (booking_id) where booking_id is not null;
create index cases_by_contact on coresync.cases using gin (contact_hashes);

-- What a guest says of their health, at the visit that it is about: encrypted, for the technician, nowhere else.
create table coresync.medical_notes (
    id         uuid not null,                                      -- of the case that it was told in, where there is one
    booking_id uuid not null references coresync.bookings,
    note       bytea not null,                                     -- encrypted
    added_at   timestamptz not null,
    primary key (booking_id, id)
);
