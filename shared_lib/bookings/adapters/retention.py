"""When a booking forgets who made it, and what is answered no more."""

from collections.abc import Mapping
from typing import LiteralString

FORGET: Mapping[str, LiteralString] = {
    # Who paid once has a sale in the books: their contact stays with it.
    "unpaid_contacts": """
update coresync.bookings set contact = null, email_hash = null, phone_hash = null, holders = '{}' where id in (
  select b.id from coresync.bookings b
   where b.status in ('expired', 'cancelled') and (b.contact is not null or b.holders <> '{}')
     and b.held_until <= %(before)s
     and not exists (select from coresync.payments p where p.booking_id = b.id and p.status = 'paid')
   order by b.held_until limit %(limit)s for update of b skip locked)
""",
    "policy_acceptances": """
update coresync.bookings set policy_accepted = null where id in (
  select id from coresync.bookings
   where starts_at <= %(before)s and ends_at <= %(before)s and policy_accepted is not null
   limit %(limit)s for update skip locked)
""",
    "booking_answers": """
delete from coresync.booking_answers where ctid = any(array(
  select ctid from coresync.booking_answers where created_at <= %(before)s limit %(limit)s))
""",
}
"""From the end of a hold and of a visit, and from the answer."""
