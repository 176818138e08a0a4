-- One booking holds one or several visits: guests side by side, treatments one after another. What it sells and what it
-- occupies belongs to one of them; a guest who was taken out of a booking leaves their visits behind, marked.
create table coresync.booking_visits (
    booking_id uuid not null references coresync.bookings,
    number     integer not null check (number > 0),
    guest      integer not null check (guest > 0),                -- counted within the booking
    starts_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > starts_at),
    wish       text,                                               -- the technician's name or the gender wished for
    left_at    timestamptz,
    primary key (booking_id, number)
);
insert into coresync.booking_visits select id, 1, 1, starts_at, ends_at, technician_wish, null from coresync.bookings;

alter table coresync.bookings drop column technician_wish;

alter table coresync.booking_lines add column visit integer not null default 1;
alter table coresync.booking_lines drop constraint booking_lines_booking_id_fkey,
    add foreign key (booking_id, visit) references coresync.booking_visits;

alter table coresync.booking_resources add column visit integer not null default 1;
alter table coresync.booking_resources drop constraint booking_resources_booking_id_fkey,
    add foreign key (booking_id, visit) references coresync.booking_visits;

-- A hold is one statement, whole or not at all: it ends itself where somebody else has one of its places.
create function coresync.all_places(taken bigint, asked integer) returns bigint language plpgsql as $$
begin
    if taken < asked then
        raise exception 'somebody else has the place' using errcode = 'CS001';
    end if;
    return taken;
end $$;

-- Who comes again is found by the hash of their address.
create index bookings_by_email on coresync.bookings (email_hash, starts_at) where email_hash is not null;
