"""Push channels: who wants to hear of a calendar's changes, until when, and the telling."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote, urlsplit

from infra.local.stand_ins.google.errors import GoogleError, invalid, missing, not_found
from infra.local.stand_ins.google.webhook_delivery import WebhookDelivery
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock

Channel = dict[str, Any]

WEEK = timedelta(days=7)
KINDS = ("web_hook", "webhook")
LOOPBACK = ("127.0.0.1", "localhost")


class Channels:
    """The channels of one account; they end by the business clock, which also drives the job that renews them."""

    def __init__(self, store: Store, clock: Clock, delivery: WebhookDelivery) -> None:
        self._store = store
        self._clock = clock
        self._delivery = delivery

    def open(self, calendar_id: str, body: Channel) -> Channel:
        """Open a channel and say `sync` on it."""
        _check(body)
        if self._store.get("channels", body["id"]):
            raise GoogleError(400, "channelIdNotUnique", f"Channel id {body['id']} not unique", domain="push")
        uri = f"https://www.googleapis.com/calendar/v3/calendars/{quote(calendar_id)}/events?alt=json"
        channel = {
            "calendar": calendar_id,
            "address": body["address"],
            "messages": 0,
            "told": {
                "kind": "api#channel",
                "id": body["id"],
                "resourceId": quote(calendar_id, safe="").replace("%", "").replace(".", ""),
                "resourceUri": uri,
                "expiration": str(self._ending(body)),
                **({"token": body["token"]} if body.get("token") else {}),
            },
        }
        self._notify(channel, "sync")
        told: Channel = channel["told"]
        return told

    def stop(self, body: Channel) -> None:
        """Close a channel."""
        channel = self._store.get("channels", body.get("id") or "")
        if channel is None or channel["told"]["resourceId"] != body.get("resourceId"):
            raise not_found(f"Channel '{body.get('id')}' not found for project 'coresync'")
        self._store.remove("channels", body["id"])

    def notify(self, calendar_id: str) -> None:
        """Say on each living channel of a calendar that something changed."""
        for channel in self._store.all("channels"):
            if channel["calendar"] == calendar_id and int(channel["told"]["expiration"]) > self._now():
                self._notify(channel, "exists")

    def clear(self) -> None:
        """Forget all channels."""
        for channel in self._store.all("channels"):
            self._store.remove("channels", channel["told"]["id"])

    def _notify(self, channel: Channel, state: str) -> None:
        told = channel["told"]
        numbered = channel | {"messages": channel["messages"] + 1}
        self._store.put("channels", told["id"], numbered)
        headers = {
            "X-Goog-Channel-ID": told["id"],
            "X-Goog-Channel-Expiration": format_datetime(_moment(int(told["expiration"])), usegmt=True),
            "X-Goog-Resource-ID": told["resourceId"],
            "X-Goog-Resource-URI": told["resourceUri"],
            "X-Goog-Resource-State": state,
            "X-Goog-Message-Number": str(numbered["messages"]),
            **({"X-Goog-Channel-Token": told["token"]} if "token" in told else {}),
        }
        self._delivery.send(channel["address"], headers=headers)

    def _ending(self, body: Channel) -> int:
        seconds = int((body.get("params") or {}).get("ttl", WEEK.total_seconds()))
        latest = self._now() + seconds * 1000
        wanted = int(body.get("expiration") or latest)
        if wanted <= self._now():
            raise invalid("Channel expiration must be in the future.")
        return min(wanted, self._now() + int(WEEK.total_seconds()) * 1000)

    def _now(self) -> int:
        return int(self._clock().timestamp() * 1000)


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _check(body: Channel) -> None:
    for name in ("id", "type", "address"):
        if not body.get(name):
            raise missing(f"entity.{name} is required")
    if not re.fullmatch(r"[A-Za-z0-9\-_+/=]{1,64}", body["id"]):
        raise invalid("Channel id must be at most 64 characters of A-Z, a-z, 0-9, - _ + / =")
    if body["type"] not in KINDS:
        raise invalid(f"Unknown channel type: {body['type']}")
    address = urlsplit(body["address"])
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        raise GoogleError(
            400, "pushWebhookUrlNotHttps", f"WebHook callback must be HTTPS: {body['address']}", domain="push"
        )
