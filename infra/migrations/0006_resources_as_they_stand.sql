-- A resource is compared with its booking as both stand at the end: what a transaction did on its way does not count.
create or replace function coresync.keep_resource_in_step() returns trigger language plpgsql as $$
begin
    if exists (
        select from coresync.booking_resources r join coresync.bookings b on b.id = r.booking_id
         where r.booking_id = new.booking_id
           and r.active is distinct from (b.status in ('held', 'paying', 'confirmed', 'completed'))
    ) then
        raise exception 'a resource is active exactly while its booking is' using errcode = 'check_violation';
    end if;
    return null;
end $$;
