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
