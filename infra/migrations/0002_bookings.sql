-- Guests, bookings and the time they occupy. An overlap is impossible, whatever the code does.
create table coresync.guests (
    id            uuid primary key,
    spa_id        text not null references coresync.spas,
    contact       bytea not null,                                  -- encrypted: name, e-mail, phone, notes
    medical_notes bytea,                                           -- encrypted; never leaves this database
    email_hash    bytea,                                           -- keyed hashes, for look-up only
    phone_hash    bytea,
    created_at    timestamptz not null,
    check (email_hash is not null or phone_hash is not null),
    unique (spa_id, email_hash),
    unique (spa_id, phone_hash)
);

create table coresync.memberships (
    id         uuid primary key,
    guest_id   uuid not null references coresync.guests,
    spa_id     text not null,
    tier       text not null,
    status     text not null check (status in ('active', 'past_due', 'frozen', 'ended')),
    started_at timestamptz not null,
    ends_at    timestamptz,
    foreign key (spa_id, tier) references coresync.membership_tiers (spa_id, name)
);
create unique index one_live_membership on coresync.memberships (guest_id) where status <> 'ended';

create sequence coresync.booking_reference;

create table coresync.bookings (
    id                       uuid primary key,
    reference                text not null unique check (reference ~ '^CS-[0-9]{4}-[0-9]{6,}$'),
    spa_id                   text not null references coresync.spas,
    status                   text not null check (status in ('held', 'paying', 'confirmed', 'completed', 'cancelled', 'expired', 'no_show')),
    version                  integer not null default 1 check (version > 0),
    starts_at                timestamptz not null,
    ends_at                  timestamptz not null,
    held_until               timestamptz not null,
    guest_id                 uuid references coresync.guests,
    contact                  bytea,                                -- encrypted; kept here until the guest has proved who they are
    email_hash               bytea,
    tier                     text not null,
    party                    integer not null check (party between 1 and 20),
    source                   text not null check (source in ('chat', 'phone', 'staff', 'account')),
    idempotency_key          text not null unique,
    price_book_version       integer not null,
    net_cents                integer not null check (net_cents >= 0),
    tax_cents                integer not null check (tax_cents >= 0),
    total_cents              integer not null check (total_cents = net_cents + tax_cents),
    policy                   jsonb not null,                       -- the rules that it was sold under
    technician_wish          text,
    ai_session_id            text,
    atlas_call_id            text,
    google_calendar_event_id text,
    policy_accepted          bytea,                                -- encrypted: version, time and address
    created_at               timestamptz not null,
    updated_at               timestamptz not null,
    foreign key (spa_id, price_book_version) references coresync.price_books (spa_id, version),
    check (ends_at > starts_at),
    check (held_until > created_at),
    check (status not in ('confirmed', 'completed', 'no_show') or contact is not null or guest_id is not null)
);
create index bookings_waiting on coresync.bookings (held_until) where status in ('held', 'paying');
create index bookings_by_start on coresync.bookings (starts_at);
create index bookings_by_session on coresync.bookings (ai_session_id) where ai_session_id is not null;

create table coresync.booking_lines (
    booking_id   uuid not null references coresync.bookings,
    position     integer not null check (position > 0),
    kind         text not null check (kind in ('treatment', 'add_on')),
    item_id      text not null,
    name         text not null,
    minutes      integer not null check (minutes >= 0),
    list_cents   integer not null check (list_cents >= 0),         -- a non-member's price
    price_cents  integer not null check (price_cents >= 0),
    tax_class    text not null,
    tax_rate     integer not null check (tax_rate >= 0),           -- thousandths of a percent
    tax_cents    integer not null check (tax_cents >= 0),
    primary key (booking_id, position)
);

create table coresync.booking_resources (
    booking_id    uuid not null references coresync.bookings,
    resource_kind text not null check (resource_kind in ('room', 'technician')),
    resource_id   integer not null,
    occupied      tstzrange not null check (
        not isempty(occupied) and lower_inc(occupied) and not upper_inc(occupied)
        and lower(occupied) is not null and upper(occupied) is not null
    ),
    active        boolean not null default true,
    primary key (booking_id, resource_kind, resource_id, occupied),
    constraint nobody_is_double_booked
        exclude using gist (resource_kind with =, resource_id with =, occupied with &&) where (active)
);
create index booking_resources_in_time on coresync.booking_resources using gist (occupied) where (active);

-- A booking's status moves only along these ways; a trigger asks here.
create table coresync.booking_moves (
    old_status text not null,
    new_status text not null,
    primary key (old_status, new_status)
);
insert into coresync.booking_moves values
    ('held', 'paying'), ('held', 'confirmed'), ('held', 'expired'), ('held', 'cancelled'),
    ('paying', 'held'), ('paying', 'confirmed'), ('paying', 'expired'), ('paying', 'cancelled'),
    ('confirmed', 'completed'), ('confirmed', 'cancelled'), ('confirmed', 'no_show'),
    ('completed', 'no_show'), ('no_show', 'completed'),
    ('expired', 'confirmed');                                      -- a payment that came late, the place taken again

create function coresync.keep_booking_in_step() returns trigger language plpgsql as $$
begin
    if new.status <> old.status then
        if not exists (select from coresync.booking_moves where old_status = old.status and new_status = new.status) then
            raise exception 'a booking can not go from % to %', old.status, new.status using errcode = 'check_violation';
        end if;
        update coresync.booking_resources
           set active = new.status in ('held', 'paying', 'confirmed', 'completed')
         where booking_id = new.id
           and active is distinct from (new.status in ('held', 'paying', 'confirmed', 'completed'));
    end if;
    if new.version < old.version then
        raise exception 'a booking''s version never goes back' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger booking_in_step before update on coresync.bookings
    for each row execute function coresync.keep_booking_in_step();

-- A resource occupies time exactly while its booking does.
create function coresync.keep_resource_in_step() returns trigger language plpgsql as $$
begin
    if new.active is distinct from (
        select status in ('held', 'paying', 'confirmed', 'completed') from coresync.bookings where id = new.booking_id
    ) then
        raise exception 'a resource is active exactly while its booking is' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger resource_in_step after insert or update on coresync.booking_resources
    deferrable initially deferred for each row execute function coresync.keep_resource_in_step();
