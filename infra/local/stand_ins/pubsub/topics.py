"""The topics: what can be published to."""

import json
from datetime import timedelta

from google.protobuf.empty_pb2 import Empty
from google.pubsub_v1 import (
    DeleteTopicRequest,
    GetTopicRequest,
    ListTopicsRequest,
    ListTopicsResponse,
    Topic,
    UpdateTopicRequest,
)

from infra.local.stand_ins.pubsub.masks import changed
from infra.local.stand_ins.pubsub.names import check_labels, check_name, check_project, page_of
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.rpc import invalid, missing, not_known_here, taken

_MUTABLE = ("labels", "message_retention_duration", "message_storage_policy", "kms_key_name")
_UNKNOWN = ("schema_settings", "ingestion_data_source_settings", "message_transforms")
"""What a topic may have at Google's and not here."""
RETENTION = (timedelta(minutes=10), timedelta(days=31))


class Topics:
    """The topics on a store, known by heart."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Topic] = {}
        self.recall()

    def recall(self) -> None:
        """Learn by heart what is on the store."""
        documents = self._store.all("topics")
        self._known = {document["name"]: Topic.from_json(json.dumps(document)) for document in documents}

    def create(self, topic: Topic) -> Topic:
        """Make a topic, once for each name."""
        check_name("topics", topic.name)
        _check(topic)
        with self._store.exclusive():
            if topic.name in self._known:
                raise taken(topic.name)
            return self._keep(topic)

    def get(self, request: GetTopicRequest) -> Topic:
        """Return a topic."""
        return self.find(request.topic)

    def page(self, request: ListTopicsRequest) -> ListTopicsResponse:
        """Return a page of a project's topics."""
        check_project(request.project)
        ours = [name for name in self._known if name.startswith(f"{request.project}/")]
        names, token = page_of(ours, size=request.page_size, token=request.page_token)
        return ListTopicsResponse(topics=[self._known[name] for name in names], next_page_token=token)

    def update(self, request: UpdateTopicRequest) -> Topic:
        """Change what the mask names."""
        with self._store.exclusive():
            new: Topic = changed(self.find(request.topic.name), request.topic, request.update_mask, mutable=_MUTABLE)
            _check(new)
            return self._keep(new)

    def delete(self, request: DeleteTopicRequest) -> Empty:
        """Forget a topic; who follows it is not ours to know."""
        with self._store.exclusive():
            self.find(request.topic)
            del self._known[request.topic]
            self._store.remove("topics", request.topic)
        return Empty()

    def find(self, name: str) -> Topic:
        """Return a topic by its name, or refuse."""
        check_name("topics", name)
        if name not in self._known:
            raise missing(name)
        return self._known[name]

    def exists(self, name: str) -> bool:
        """Tell whether there is such a topic."""
        return name in self._known

    def _keep(self, topic: Topic) -> Topic:
        self._store.put("topics", topic.name, json.loads(Topic.to_json(topic, preserving_proto_field_name=True)))
        self._known[topic.name] = topic
        return topic


def _check(topic: Topic) -> None:
    check_labels(list(topic.labels))
    if unknown := [field for field in _UNKNOWN if field in topic]:
        raise not_known_here(f"Topic.{unknown[0]}")
    if "message_retention_duration" in topic and not RETENTION[0] <= topic.message_retention_duration <= RETENTION[1]:
        raise invalid("message_retention_duration out of bounds")
