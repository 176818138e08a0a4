-- Rooms, technicians and their hours change a few times a year and are needed by every search: each change raises the
-- number of the roster, so that a process reads one once and asks for it by its number.
alter table coresync.spas add column roster_version bigint not null default 1;

-- Readers see a change and its number together, since both are in one transaction; who changes a roster at the same
-- time waits for the row of the spa. All spas of a database are raised: there is one, and reading once more is harmless.
create function coresync.raise_roster_version() returns trigger language plpgsql as $$
begin
    update coresync.spas set roster_version = roster_version + 1;
    return null;
end $$;

create trigger roster_changed after insert or update or delete or truncate on coresync.rooms
    execute function coresync.raise_roster_version();
create trigger roster_changed after insert or update or delete or truncate on coresync.technicians
    execute function coresync.raise_roster_version();
create trigger roster_changed after insert or update or delete or truncate on coresync.schedules
    execute function coresync.raise_roster_version();
create trigger roster_changed after insert or update or delete or truncate on coresync.schedule_exceptions
    execute function coresync.raise_roster_version();

-- also where triggers are left out, as by a restore or a bulk load into a database that is in use
alter table coresync.rooms enable always trigger roster_changed;
alter table coresync.technicians enable always trigger roster_changed;
alter table coresync.schedules enable always trigger roster_changed;
alter table coresync.schedule_exceptions enable always trigger roster_changed;

-- Tells whether places that were offered under a version of the price book and of the roster can be held as they are:
-- both versions are in force, nobody has the places, and no technician's calendar takes the time in which they are with
-- the guest (their turnaround may run into it). What this statement does not see yet, the exclusion constraint does.
create function coresync.is_still_free(
    spa text, book bigint, roster bigint, kinds text[], ids integer[], begins timestamptz[], ends timestamptz[],
    attended_until timestamptz[])
returns boolean language plpgsql stable as $$
begin
    return book = (select max(version) from coresync.price_books where spa_id = spa)
       and roster = (select roster_version from coresync.spas where id = spa)
       and not exists (
           select from unnest(kinds, ids, begins, ends) as place (kind, id, begins, ends)
             join coresync.booking_resources r
               on r.active and r.resource_kind = place.kind and r.resource_id = place.id
                  and r.occupied && tstzrange(place.begins, place.ends))
       and not exists (
           select from unnest(kinds, ids, begins, attended_until) as place (kind, id, begins, ends)
             join coresync.busy_times b
               on place.kind = 'technician' and b.technician_id = place.id
                  and b.during && tstzrange(place.begins, place.ends));
end $$;
