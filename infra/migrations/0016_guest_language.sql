-- The language that a guest was spoken to when the place was held: mails and the payment page follow it.

alter table coresync.bookings
    add column lang text not null default 'en' check (lang in ('en', 'es', 'ru', 'uk', 'he'));
