-- Guests who have proved who they are, how they may be written to, and what was erased.

-- A guest is known by every contact that they have proved: an e-mail address, a telephone number, or several of both.
-- The hashes on `guests` itself are read by nobody any more.
do $$
declare found text;
begin
    for found in select conname from pg_constraint
                  where conrelid = 'coresync.guests'::regclass and contype = 'c' loop
        execute format('alter table coresync.guests drop constraint %I', found);
    end loop;
end $$;
alter table coresync.guests
    add column merged_into uuid references coresync.guests,        -- the record that this one was joined to
    add column erased_at timestamptz;

create table coresync.guest_contacts (
    spa_id    text not null references coresync.spas,
    hash      bytea not null,                                      -- keyed
    guest_id  uuid not null references coresync.guests,
    channel   text not null check (channel in ('email', 'sms')),
    sealed    bytea not null,                                      -- encrypted: the address or number
    proved_at timestamptz not null,
    primary key (spa_id, hash)
);
create index on coresync.guest_contacts (guest_id);

-- Six digits by which somebody proves that a contact is theirs; they exist in clear only while they are being sent.
create table coresync.proof_codes (
    id           uuid primary key,
    spa_id       text not null references coresync.spas,
    holder       bytea not null,                                   -- keyed hash of the browser, chat session or call
    channel      text not null check (channel in ('email', 'sms')),
    contact      bytea not null,                                   -- encrypted: where it goes
    contact_hash bytea not null,                                   -- keyed
    code_hash    bytea,                                            -- keyed; null until it is sent
    tries        integer not null default 0 check (tries >= 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    sent_at      timestamptz,
    used_at      timestamptz
);
create index on coresync.proof_codes (holder, created_at);
create index on coresync.proof_codes (expires_at);
create index proof_codes_unsent on coresync.proof_codes (created_at) where sent_at is null;

-- A browser in which a guest has proved who they are.
create table coresync.guest_sessions (
    id         uuid primary key,
    spa_id     text not null references coresync.spas,
    guest_id   uuid not null references coresync.guests,
    device     bytea not null,                                     -- encrypted: what the browser says of itself
    created_at timestamptz not null,
    proved_at  timestamptz not null,                               -- the last code: money and data ask for a fresh one
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index on coresync.guest_sessions (guest_id);
create index on coresync.guest_sessions (expires_at);

alter table coresync.bookings
    add column phone_hash bytea,                                   -- keyed
    add column attendance_confirmed_at timestamptz;                -- "I will come"; a move takes it back
create index bookings_by_phone on coresync.bookings (phone_hash, starts_at) where phone_hash is not null;
create index bookings_by_guest on coresync.bookings (guest_id, starts_at) where guest_id is not null;

-- The bookings that a guest may see: of their record and those that were joined to it, and what nobody has claimed under a
-- contact that they proved. Of a number only where the booking names no address: one that was mistyped shows nobody
-- another's visit.
create function coresync.bookings_of_guest(guest uuid, hashes bytea[]) returns setof uuid
language sql stable rows 20 as $$
    select id from coresync.bookings where guest_id = any(array(
        select g.id from coresync.guests g where g.id = guest or g.merged_into = guest))
    union select id from coresync.bookings where guest_id is null and email_hash = any(hashes)
    union select id from coresync.bookings where guest_id is null and email_hash is null and phone_hash = any(hashes)
$$;

create index waitlist_by_email on coresync.waitlist_entries (email_hash) where email_hash is not null;

-- Mails that are about no booking: a code, a membership, what the manager has to hear. `about` is the id of that.
-- A message by SMS has its own kind (sms_reminder beside reminder).
alter table coresync.email_log alter column booking_id drop not null;
alter table coresync.email_log
    add column about uuid,
    add column contact_hash bytea,                                 -- keyed: to whom it went
    add constraint about_something check ((booking_id is null) <> (about is null));
create unique index email_log_about on coresync.email_log (about, version, kind) where about is not null;
create index email_log_by_kind on coresync.email_log (kind, claimed_at);
create index email_log_by_contact on coresync.email_log (contact_hash) where contact_hash is not null;

-- Missed visits and declined cards are told by mail from now on; of those that were before nobody hears any more.
update coresync.outbox set mail_settled_at = created_at
 where mail_settled_at is null and type in ('booking.no_show', 'payment.failed');
drop index coresync.outbox_mail_unsettled;
create index outbox_mail_unsettled on coresync.outbox (created_at)
    where mail_settled_at is null and type in (
        'booking.held', 'booking.confirmed', 'booking.rescheduled', 'booking.cancelled', 'booking.no_show',
        'payment.failed', 'payment.refunded');

-- What may be sent, by contact: nothing here means that the house's default holds.
create table coresync.contact_preferences (
    spa_id       text not null references coresync.spas,
    contact_hash bytea not null,                                   -- keyed
    topic        text not null,
    channel      text not null check (channel in ('email', 'sms', 'push')),
    allowed      boolean not null,
    updated_at   timestamptz not null,
    primary key (spa_id, contact_hash, topic, channel)
);

-- Addresses that came back or complained: nothing is written to them any more.
create table coresync.suppressed_contacts (
    spa_id       text not null references coresync.spas,
    contact_hash bytea not null,                                   -- keyed
    reason       text not null check (reason in ('bounced', 'complained', 'refused')),
    since        timestamptz not null,
    primary key (spa_id, contact_hash)
);

-- What the manager has to hear of, once for each key; mailed together.
create table coresync.manager_alerts (
    id        uuid primary key,
    spa_id    text not null references coresync.spas,
    kind      text not null,
    key       text not null,
    facts     jsonb not null default '{}',                         -- no personal data
    raised_at timestamptz not null,
    mailed_at timestamptz,
    unique (spa_id, kind, key)
);
create index manager_alerts_waiting on coresync.manager_alerts (raised_at) where mailed_at is null;

-- What guests asked us to forget, and the certificate of what was erased and what the law keeps.
create table coresync.erasures (
    id           uuid primary key,
    spa_id       text not null references coresync.spas,
    guest_id     uuid not null references coresync.guests,
    requested_at timestamptz not null,
    attempts     integer not null default 0,
    certificate  jsonb not null default '{}',                      -- by store: counts and dates, no personal data
    contacts     bytea,                                            -- encrypted: by what their data is found; null when done
    tried_at     timestamptz,
    done_at      timestamptz,
    check ((contacts is null) = (done_at is not null))
);
create unique index one_open_erasure on coresync.erasures (guest_id) where done_at is null;

-- Each night asks for what has been kept long enough.
create index bookings_unpaid_contacts on coresync.bookings (held_until)
    where status in ('expired', 'cancelled') and (contact is not null or holders <> '{}');
create index guests_merged on coresync.guests (merged_into) where merged_into is not null;
