-- Changes of a booking: moves that count, guests who were taken out, arrivals, visits that end.
alter table coresync.bookings
    add column moves integer not null default 0 check (moves >= 0),            -- those that count by its policy
    add column fees_cents integer not null default 0 check (fees_cents >= 0),  -- kept of guests who left, and of differences
    add column refund_at_most integer not null default 100 check (refund_at_most between 0 and 100),  -- the least share at a move
    add column arrived_at timestamptz;
create index bookings_to_complete on coresync.bookings (ends_at) where status = 'confirmed';

-- What was answered to a change under its key: whoever asks the same again hears the same, and nothing is done twice.
create table coresync.booking_answers (
    booking_id      uuid not null references coresync.bookings,
    idempotency_key text not null,
    asked           bytea not null,                                -- a hash of what was asked for
    answer          jsonb not null,                                -- no personal data
    created_at      timestamptz not null,
    primary key (booking_id, idempotency_key)
);

-- Why staff set a rule aside, in their words: the audit log has the id only, so that these can be erased.
create table coresync.override_reasons (
    id         uuid primary key,
    booking_id uuid not null references coresync.bookings,
    sealed     bytea not null,                                     -- encrypted
    created_at timestamptz not null
);
create index on coresync.override_reasons (booking_id);

-- A refund knows the sales tax in it: what failed at the bank is taken back as it was entered, whatever was sold since.
alter table coresync.refunds drop constraint refunds_reason_check,
    add constraint refunds_reason_check check (reason in (
        'place_taken', 'cancelled', 'paid_twice', 'goodwill', 'price_difference', 'guest_left', 'no_show'));
alter table coresync.refunds
    add column tax_cents integer not null default 0 check (tax_cents between 0 and amount_cents),
    add column sending_at timestamptz;                             -- from then on the money may have left
update coresync.refunds r set tax_cents = round(r.amount_cents::numeric * b.tax_cents / b.total_cents)
  from coresync.payments p join coresync.bookings b on b.id = p.booking_id
 where p.id = r.payment_id and b.total_cents > 0;
