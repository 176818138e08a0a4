-- Guests who wait for a place. An offer is a booking of its own source; its key names the entry that it was made for,
-- so that what became of the offers is read from the bookings and from nowhere else.
alter table coresync.bookings drop constraint bookings_source_check,
    add constraint bookings_source_check check (source in ('chat', 'phone', 'staff', 'account', 'waitlist'));
create index bookings_of_waitlist on coresync.bookings (split_part(idempotency_key, ':', 2)) where source = 'waitlist';

create table coresync.waitlist_entries (
    id              uuid primary key,
    idempotency_key text not null unique,
    spa_id          text not null references coresync.spas,
    status          text not null check (status in ('waiting', 'booked', 'ended', 'left')),
    tier            text not null,
    treatments      text not null,                                 -- their ids, with commas between them
    asked           jsonb not null,                                -- the wish, apart from its windows and tier
    windows         tstzmultirange not null check (not isempty(windows)),
    contact         bytea,                                         -- encrypted; gone as soon as nobody waits any more
    email_hash      bytea,
    source          text not null check (source in ('chat', 'phone', 'staff', 'account')),
    joined_at       timestamptz not null,
    ended_at        timestamptz,
    foreign key (spa_id, tier) references coresync.membership_tiers (spa_id, name),
    check ((status = 'waiting') = (ended_at is null)),
    check ((status = 'waiting') = (contact is not null)),
    check ((contact is null) = (email_hash is null)),
    constraint nobody_waits_twice
        exclude using gist (spa_id with =, email_hash with =, treatments with =, windows with &&) where (status = 'waiting')
);
create index waitlist_waiting on coresync.waitlist_entries (spa_id, joined_at) where status = 'waiting';
