"""Everything that is written down is answered for: by a store of personal data, or by a reason why it is none."""

from collections import Counter

HARMLESS_TYPES = """
'integer', 'bigint', 'boolean', 'date', 'timestamp with time zone', 'uuid', 'tstzrange', 'tstzmultirange'
"""
"""Numbers, times and ids say nothing of anybody by themselves."""

NOT_PERSONAL = {
    "a word of ours: a kind, a status, a name that the house gave": """
        audit_log.actor audit_log.action booking_lines.kind booking_lines.item_id booking_lines.name
        booking_lines.tax_class booking_moves.old_status booking_moves.new_status booking_resources.resource_kind
        bookings.status bookings.tier bookings.source bookings.lang calendar_reads.trouble email_log.kind
        email_log.status email_log.reason inbox.source ledger_entries.account manager_alerts.kind outbox.type
        proof_codes.lang payments.status payments.currency refunds.reason refunds.status waitlist_entries.status
        waitlist_entries.tier waitlist_entries.source cases.kind cases.status cases.owner cases.lang cases.closed_by
         webhook_payloads.vendor webhook_payloads.outcome work_logs.status
    """,
    "an id or key, ours or a vendor's, that names nobody without the record behind it": """
        bookings.reference bookings.idempotency_key bookings.ai_session_id bookings.atlas_call_id
        bookings.google_calendar_event_id booking_answers.idempotency_key calendar_channels.calendar_id
        calendar_channels.resource_id calendar_reads.calendar_id calendar_reads.sync_token email_log.vendor_id
        inbox.event_id payments.checkout_id payments.checkout_url payments.payment_intent_id refunds.stripe_refund_id
        waitlist_entries.idempotency_key cases.idempotency_key cases.session_id cases.atlas_call_id
        webhook_payloads.event_id manager_alerts.key rate_limits.bucket
        booking_answers.asked busy_times.source_id
    """,
    "facts without personal data, by the rule of whoever writes them": """
        audit_log.detail booking_answers.answer bookings.policy calendar_drift_reports.counts
        calendar_drift_reports.items manager_alerts.facts outbox.body erasures.certificate
    """,
    "the spa, its people and what it sells; staff is not a guest": """
        rooms.name rooms.kind rooms.area spas.id spas.name spas.zone spas.address spas.phone spas.website
        technicians.name technicians.gender technicians.specialties technicians.calendar_id treatments.id
        treatments.name treatments.category membership_tiers.name price_books.content price_books.fingerprint
        calendar_reads.technicians schema_migrations.name schema_migrations.checksum
    """,
}
NOT_PERSONAL_FIELDS = {
    "when, and what of ours it is about": """
        sessions.touched_at sessions.expires_at messages.at messages.expires_at events.type events.booking_id events.at
        events.expires_at
    """,
}
"""Of documents in Firestore."""


def listed(reasons: dict[str, str]) -> Counter[str]:
    return Counter(name for names in reasons.values() for name in names.split())


def covered(house) -> Counter[str]:
    return Counter(name for store in house.personal_data_stores for name in store.covers)


def test_every_column_is_answered_for(house):
    columns = house.rows(
        "select table_name || '.' || column_name as name from information_schema.columns"
        f" where table_schema = 'coresync' and column_name <> 'spa_id' and data_type not in ({HARMLESS_TYPES})"
    )
    answered = covered(house) + listed(NOT_PERSONAL) + listed(NOT_PERSONAL_FIELDS)
    fields = {"sessions.context", "messages.said", *listed(NOT_PERSONAL_FIELDS)}
    assert {row["name"] for row in columns} == set(answered) - fields
    assert [name for name, times in answered.items() if times > 1] == []


def test_every_field_of_a_document_is_answered_for(house):
    house.chatted("session-1", "hello")
    session = house.sessions._client.document("sessions/session-1")
    found = {f"sessions.{field}" for field in session.get().to_dict()}
    for collection in session.collections():
        found |= {f"{collection.id}.{field}" for document in collection.stream() for field in document.to_dict()}
    assert found <= set(covered(house)) | set(listed(NOT_PERSONAL_FIELDS))
    assert found >= {"sessions.context", "messages.said", "events.type"}


def test_every_store_has_a_name_of_its_own(house):
    names = [store.name for store in house.personal_data_stores]
    assert len(set(names)) == len(names)
