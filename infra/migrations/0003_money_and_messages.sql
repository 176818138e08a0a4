-- Payments, what came in, what goes out, and what was done.
create table coresync.payments (
    id                uuid primary key,
    booking_id        uuid not null references coresync.bookings,
    attempt           integer not null check (attempt > 0),
    status            text not null check (status in ('opening', 'open', 'paid', 'expired')),
    amount_cents      integer not null check (amount_cents > 0),
    refunded_cents    integer not null default 0 check (refunded_cents >= 0 and refunded_cents <= amount_cents),
    currency          text not null default 'usd' check (currency = 'usd'),
    checkout_id       text unique,
    checkout_url      text,
    payment_intent_id text unique,
    ends_at           timestamptz not null,                        -- real time: when the service's page ends
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    unique (booking_id, attempt),
    check (status <> 'open' or checkout_id is not null),
    check (status <> 'paid' or payment_intent_id is not null),
    check (refunded_cents = 0 or status = 'paid')
);
create unique index one_open_payment on coresync.payments (booking_id) where status in ('opening', 'open');

create table coresync.refunds (
    id               uuid primary key,
    payment_id       uuid not null references coresync.payments,
    amount_cents     integer not null check (amount_cents > 0),
    reason           text not null check (reason in ('place_taken', 'cancelled', 'paid_twice', 'goodwill')),
    status           text not null check (status in ('due', 'sent', 'succeeded', 'failed')),
    attempt          integer not null default 1 check (attempt > 0),
    stripe_refund_id text unique,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);
create index refunds_due on coresync.refunds (created_at) where status = 'due';

-- Double entry: the lines of one entry add up to nothing.
create table coresync.ledger_entries (
    entry_id    uuid not null,
    line        integer not null check (line > 0),
    booking_id  uuid references coresync.bookings,
    payment_id  uuid references coresync.payments,
    account     text not null,
    cents       integer not null,                                  -- debit positive, credit negative
    occurred_at timestamptz not null,
    primary key (entry_id, line)
);
create function coresync.entry_balances() returns trigger language plpgsql as $$
begin
    if (select sum(cents) from coresync.ledger_entries where entry_id = new.entry_id) <> 0 then
        raise exception 'the ledger entry % does not balance', new.entry_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger entry_balances after insert on coresync.ledger_entries
    deferrable initially deferred for each row execute function coresync.entry_balances();

-- Every outside event once: its id is claimed in the transaction of its effect.
create table coresync.inbox (
    source      text not null,
    event_id    text not null,
    received_at timestamptz not null,
    primary key (source, event_id)
);

-- Events that have to get out; published by whoever made them, else by job_relay_outbox.
create table coresync.outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid not null unique,
    type         text not null,
    booking_id   uuid not null references coresync.bookings,
    version      integer not null,
    body         jsonb not null,                                   -- no personal data
    created_at   timestamptz not null,
    published_at timestamptz
);
create index outbox_waiting on coresync.outbox (id) where published_at is null;

-- A mail is claimed once for (booking, version, kind), then sent.
create table coresync.email_log (
    id            uuid primary key,                                -- the message id that the vendor's events carry
    booking_id    uuid not null references coresync.bookings,
    version       integer not null,
    kind          text not null,
    status        text not null check (status in ('claimed', 'accepted', 'delivered', 'bounced', 'refused')),
    attempt       integer not null default 1,
    vendor_id     text,
    claimed_at    timestamptz not null,
    updated_at    timestamptz not null,
    unique (booking_id, version, kind)
);

create table coresync.work_logs (
    id            uuid primary key,
    technician_id integer not null references coresync.technicians,
    day           date not null,
    minutes       integer not null check (minutes between 0 and 1440),
    status        text not null check (status in ('logged', 'approved', 'refused')),
    created_at    timestamptz not null
);

-- What was done, by whom; nobody changes it afterwards.
create table coresync.audit_log (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       text not null,                                     -- guest, stripe, job_expire_holds, a staff id ...
    action      text not null,
    booking_id  uuid,
    detail      jsonb not null default '{}'                        -- no personal data
);
create index on coresync.audit_log (booking_id);
create function coresync.audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_is_append_only before update or delete or truncate on coresync.audit_log
    for each statement execute function coresync.audit_is_append_only();

-- How often somebody asked, in windows of time; losing it in a crash costs nothing.
create unlogged table coresync.rate_limits (
    bucket      text not null,                                     -- hashed: no address is kept
    window_from timestamptz not null,
    asked       integer not null,
    primary key (bucket, window_from)
);
