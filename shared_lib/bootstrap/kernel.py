"""What every capability works with: settings, clock, database, keys, events."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.config import Settings
from shared_lib.kernel.adapters.clock import BusinessClock
from shared_lib.kernel.clock import real_now

if TYPE_CHECKING:
    from datetime import datetime

    from shared_lib.kernel.adapters.cipher import DataCipher
    from shared_lib.kernel.adapters.cloud_tasks import CloudTaskQueue
    from shared_lib.kernel.adapters.database import Database
    from shared_lib.kernel.adapters.dead_letters import PubSubDeadLetters
    from shared_lib.kernel.adapters.inbox import PostgresInbox
    from shared_lib.kernel.adapters.manager_alerts import PostgresManagerAlerts
    from shared_lib.kernel.adapters.rate_limits import PostgresRateLimits
    from shared_lib.kernel.adapters.signer import TokenSigner
    from shared_lib.kernel.adapters.webhook_payloads import PostgresWebhookPayloads
    from shared_lib.kernel.dispatch_events import EventDispatcher
    from shared_lib.kernel.spa import Spa
    from shared_lib.web.pushes import Caller, Pushes


class KernelServices:
    """The spa, its database and keys; nothing is connected before it is asked for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = BusinessClock(settings.path("clock_file"))

    def real_now(self) -> "datetime":
        """Return the real instant, for vendors' time-outs and signatures."""
        return real_now()

    @property
    def public_url(self) -> str:
        """Return the website's address, without a slash at its end."""
        return self.settings.public_url

    @cached_property
    def database(self) -> "Database":
        """The bookings' database."""
        from shared_lib.kernel.adapters.database import Database

        return Database(self.settings.database_url, max_connections=self.settings.database_pool_max)

    @cached_property
    def cipher(self) -> "DataCipher":
        """The house's data key, unwrapped once."""
        from shared_lib.kernel.adapters.cipher import DataCipher
        from shared_lib.kernel.adapters.keys import data_keys_from_file, data_keys_from_kms

        path = self.settings.path("data_key_file")
        keys = (
            data_keys_from_file(path)
            if path
            else data_keys_from_kms(self.settings.data_key_kms, self.settings.data_key_wrapped)
        )
        return DataCipher(keys)

    @cached_property
    def signer(self) -> "TokenSigner":
        """Tokens for sessions and payment links."""
        from shared_lib.kernel.adapters.keys import signing_keys_from_file
        from shared_lib.kernel.adapters.signer import TokenSigner

        path = self.settings.path("signing_key_file")
        return TokenSigner(signing_keys_from_file(path) if path else [])

    @property
    def form_key(self) -> bytes:
        """The key that signs the forms of our pages."""
        return self.signer.sign("forms", purpose="form-key").encode()

    @cached_property
    def spa(self) -> "Spa":
        """The spa that this deployment serves."""
        from shared_lib.kernel.adapters.spas import PostgresSpas

        return PostgresSpas(self.database).get(self.settings.spa_id)

    @cached_property
    def rate_limits(self) -> "PostgresRateLimits":
        """How often somebody asked."""
        from shared_lib.kernel.adapters.rate_limits import PostgresRateLimits

        return PostgresRateLimits(self.database, self.cipher)

    @cached_property
    def dispatcher(self) -> "EventDispatcher":
        """Tells the followers of bookings what was committed."""
        from shared_lib.kernel.adapters.outbox import PostgresOutbox
        from shared_lib.kernel.adapters.pubsub import PubSubPublisher
        from shared_lib.kernel.dispatch_events import EventDispatcher

        settings = self.settings
        publisher = PubSubPublisher(
            project=settings.project, topic=settings.booking_topic, emulator=settings.pubsub_emulator_host
        )
        return EventDispatcher(PostgresOutbox(self.database), publisher)

    @cached_property
    def inbox(self) -> "PostgresInbox":
        """Outside events that were dealt with."""
        from shared_lib.kernel.adapters.inbox import PostgresInbox

        return PostgresInbox(self.database)

    @cached_property
    def dead_letters(self) -> "PubSubDeadLetters":
        """What consumers of events gave up on."""
        from shared_lib.kernel.adapters.dead_letters import PubSubDeadLetters

        return PubSubDeadLetters(project=self.settings.project, emulator=self.settings.pubsub_emulator_host)

    @cached_property
    def manager_alerts(self) -> "PostgresManagerAlerts":
        """What the manager has to hear of."""
        from shared_lib.kernel.adapters.manager_alerts import PostgresManagerAlerts

        return PostgresManagerAlerts(self.database, spa_id=self.settings.spa_id)

    @cached_property
    def webhook_payloads(self) -> "PostgresWebhookPayloads":
        """What vendors told us, as they sent it."""
        from shared_lib.kernel.adapters.webhook_payloads import PostgresWebhookPayloads

        return PostgresWebhookPayloads(self.database, self.cipher)

    @cached_property
    def pushes(self) -> "Pushes":
        """Who may push events to us, and which events there are."""
        from shared_lib.kernel.adapters.google_identity import GoogleIdentity
        from shared_lib.kernel.adapters.outbox import PostgresOutbox
        from shared_lib.web.pushes import Pushes, SecretCaller, TokenCaller

        settings, outbox = self.settings, PostgresOutbox(self.database)
        if settings.push_secret:
            return Pushes(SecretCaller(settings.push_secret), outbox)
        identity = GoogleIdentity(account=settings.push_account, audience=settings.push_audience)
        return Pushes(TokenCaller(identity), outbox)

    @cached_property
    def tasks(self) -> "CloudTaskQueue":
        """What is done off the way of whoever waits, or at its time."""
        from shared_lib.kernel.adapters.cloud_tasks import CloudTaskQueue, connect

        settings = self.settings
        return CloudTaskQueue(
            client=connect(settings.tasks_api or None),
            queue=settings.tasks_queue,
            target=lambda function: settings.tasks_target.format(function=function, service=function.replace("_", "-")),
            service_account=settings.tasks_account or None,
        )

    @cached_property
    def task_caller(self) -> "Caller":
        """Who may call a task's function: Cloud Tasks, by its account, or on one machine whoever knows the secret."""
        from shared_lib.kernel.adapters.google_identity import GoogleIdentity
        from shared_lib.web.pushes import SecretCaller, TokenCaller

        settings = self.settings
        if settings.push_secret:
            return SecretCaller(settings.push_secret)
        return TokenCaller(GoogleIdentity(account=settings.tasks_account, audience=settings.tasks_audience))
