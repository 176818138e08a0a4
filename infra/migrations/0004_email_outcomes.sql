-- A mail may also be known not to have gone out, and a refusal has its reason.
alter table coresync.email_log drop constraint email_log_status_check;
alter table coresync.email_log add constraint email_log_status_check
    check (status in ('claimed', 'unsent', 'accepted', 'delivered', 'bounced', 'refused'));
alter table coresync.email_log add column reason text check (reason is null or status = 'refused');  -- no personal data

-- A mail asks what was before: confirmed once, refunded since.
create index outbox_by_booking on coresync.outbox (booking_id);
create index refunds_by_payment on coresync.refunds (payment_id);
