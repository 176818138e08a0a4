-- Every hold asks how many unpaid places its holders keep already. Found by the holder, it costs the same on a day on
-- which thousands of places are held; found by what waits for a payment, it read them all.
create index bookings_by_holder on coresync.bookings using gin (holders) with (fastupdate = off);

-- The unpaid places that a session, a telephone, an address or an e-mail keeps at an instant. `is true` keeps the
-- planner from the small indexes over all that waits: it takes them for empty, which they are but for the busiest hours.
create function coresync.unpaid_holds_of(holder bytea, at timestamptz)
returns setof coresync.bookings language sql stable as $$
    select * from coresync.bookings b
     where (b.status in ('held', 'paying') and b.held_until > at) is true and b.source in ('chat', 'phone')
       and (b.email_hash = holder or b.holders @> array[holder])
$$;

create or replace function coresync.within_hold_limits(asked_key text, keys bytea[], most integer[], at timestamptz)
returns boolean language plpgsql as $$
begin
    if keys = '{}' or exists (select from coresync.bookings where idempotency_key = asked_key) then
        return true;
    end if;
    perform coresync.lock_holders(keys);
    if exists (
        select from unnest(keys, most) as holder (key, most)
         where holder.most <= (select count(*) from coresync.unpaid_holds_of(holder.key, at))
    ) then
        raise exception 'as many unpaid holds as anybody may keep' using errcode = 'CS002';
    end if;
    return true;
end $$;
