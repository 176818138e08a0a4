-- The ledger is append-only like the audit log: an entry that balanced would not stay so under an update or a delete.
create function coresync.ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_is_append_only before update or delete or truncate on coresync.ledger_entries
    for each statement execute function coresync.ledger_is_append_only();
