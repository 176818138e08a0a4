-- What can be asked of a guest: what Stripe charges in one payment, from 50 cents to 999,999.99 dollars. The workbook's
-- reading and the domain hold prices to the same bounds (shared_lib/domain/money.py). A version that breaks them could
-- never be paid for; a release on which one was published stops here, before it serves.
create function coresync.has_legal_prices(content jsonb) returns boolean language sql immutable as $$
    select coalesce(bool_and(
        case when jsonb_typeof(cents) = 'number'
             then cents::numeric between 50 and 99999999 and cents::numeric = trunc(cents::numeric)
             else false end
    ), true)
      from (
        select jsonb_path_query(content, '$.treatments[*].prices.*')
        union all
        select jsonb_path_query(content, '$.add_ons[*].cents')
        union all
        select jsonb_path_query(content, '$.tiers[*] ? (@.name != "Non-Member").monthly_cents')
      ) as priced (cents)
$$;

alter table coresync.price_books add constraint prices_are_legal check (coresync.has_legal_prices(content));
alter table coresync.membership_tiers add constraint month_is_legal
    check (monthly_cents between 50 and 99999999 or (name = 'Non-Member' and monthly_cents = 0));
alter table coresync.payments add constraint amount_is_legal check (amount_cents between 50 and 99999999);
