-- Holds that nobody has paid are counted for each session, contact and address; a hold may give way to a newer one.
alter table coresync.bookings
    add column holders bytea[] not null default '{}',              -- keyed hashes of who keeps it: session, telephone, address
    add column gave_way_to uuid references coresync.bookings;      -- the newer hold of the same holder, null for all others

-- Whoever holds a place waits here for others of the same session, contact or address, always in the same order and
-- before any row is locked. Each statement of a volatile function sees what was committed while it waited.
create function coresync.lock_holders(keys bytea[]) returns boolean language plpgsql as $$
declare
    holder bytea;
begin
    for holder in select distinct unnest(keys) order by 1 loop
        perform pg_advisory_xact_lock(('x' || encode(substring(holder from 1 for 8), 'hex'))::bit(64)::bigint);
    end loop;
    return true;
end $$;

-- Tells whether one more unpaid hold is within what its holders may keep (`most[n]` for `keys[n]`); raises where it is
-- not. A hold that is there already under this key is none more; what staff and the waitlist keep for a guest is not counted.
create function coresync.within_hold_limits(asked_key text, keys bytea[], most integer[], at timestamptz)
returns boolean language plpgsql as $$
begin
    if keys = '{}' or exists (select from coresync.bookings where idempotency_key = asked_key) then
        return true;
    end if;
    perform coresync.lock_holders(keys);
    if exists (
        select from unnest(keys, most) as holder (key, most)
         where holder.most <= (
             select count(*) from coresync.bookings b
              where b.status in ('held', 'paying') and b.held_until > at and b.source in ('chat', 'phone')
                and (b.email_hash = holder.key or b.holders @> array[holder.key]))
    ) then
        raise exception 'as many unpaid holds as anybody may keep' using errcode = 'CS002';
    end if;
    return true;
end $$;

-- A mail that an event asks for has a fate, or was asked for by nobody: then nobody looks at the event again.
alter table coresync.outbox add column mail_settled_at timestamptz;
create index outbox_mail_unsettled on coresync.outbox (created_at)
    where mail_settled_at is null and type in (
        'booking.held', 'booking.confirmed', 'booking.rescheduled', 'booking.cancelled', 'payment.refunded');

-- What vendors told us, as they sent it, to be looked at and applied again. Only what was genuine; 40 days.
create table coresync.webhook_payloads (
    id          bigint generated always as identity primary key,
    vendor      text not null,
    event_id    text not null,                                     -- the vendor's own, else a hash of what was signed
    received_at timestamptz not null,
    sealed      bytea not null,                                    -- encrypted: the body, byte for byte
    outcome     text not null,                                     -- applied, ignored, or the code of what went wrong
    attempts    integer not null default 1,
    expires_at  timestamptz not null,
    unique (vendor, event_id)
);
create index webhook_payloads_by_end on coresync.webhook_payloads (expires_at);
