"""Firestore by its messages: says what the client's own checks would not let through."""

from collections.abc import Mapping, Sequence
from typing import Any

from google.cloud.firestore_v1 import Client, types
from google.cloud.firestore_v1._helpers import encode_dict, encode_value

FieldTransform = types.DocumentTransform.FieldTransform


class RawFirestore:
    """One database; paths are relative to its root."""

    def __init__(self, client: Client) -> None:
        self.api = client._firestore_api
        self.database = client._database_string
        self.root = f"{self.database}/documents"
        self.metadata = client._rpc_metadata

    def name(self, path: str) -> str:
        return f"{self.root}/{path}"

    def call(self, method: str, **request: Any) -> Any:
        """Call a method once, without the client's repetitions."""
        return getattr(self.api, method)(request=request, retry=None, metadata=self.metadata)

    def commit(self, *writes: types.Write, **rest: Any) -> types.CommitResponse:
        return self.call("commit", database=self.database, writes=list(writes), **rest)

    def document(self, path: str, fields: Mapping[str, Any]) -> types.Document:
        return types.Document(name=self.name(path), fields=encode_dict(fields))

    def write(self, path: str, fields: Mapping[str, Any], **rest: Any) -> types.Write:
        return types.Write(update=self.document(path, fields), **rest)

    def put_value(self, value: types.Value) -> types.CommitResponse:
        """Store one value as it is."""
        return self.commit(types.Write(update=types.Document(name=self.name("v/1"), fields={"v": value})))

    def transform(self, path: str, **transforms: Mapping[str, Any]) -> Sequence[types.Value]:
        """Transform fields and return what Firestore says of them."""
        asked = [FieldTransform(field_path=field, **what) for field, what in transforms.items()]
        write = self.write(path, {}, update_mask=types.DocumentMask(), update_transforms=asked)
        return self.commit(write).write_results[0].transform_results

    def query(self, query: Mapping[str, Any], parent: str = "") -> list[types.RunQueryResponse]:
        name = self.name(parent) if parent else self.root
        return list(self.call("run_query", parent=name, structured_query=types.StructuredQuery(query)))


def field_filter(path: str, op: str, value: Any) -> dict[str, Any]:
    literal = value if isinstance(value, types.Value) else encode_value(value)
    return {"field_filter": {"field": {"field_path": path}, "op": op, "value": literal}}


def order(path: str, direction: str = "ASCENDING") -> dict[str, Any]:
    return {"field": {"field_path": path}, "direction": direction}
