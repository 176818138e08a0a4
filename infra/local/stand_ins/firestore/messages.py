"""Firestore's messages as plain protobuf: the client's own wrappers cost many times as much for each field read.

They are annotated as the client's classes, whose fields are the same.
"""

from typing import TypeVar

from google.cloud.firestore_v1 import types

Message = TypeVar("Message")


def plain(wrapper: type[Message]) -> type[Message]:
    """Return the class of the messages beneath a wrapper of the client's."""
    message: type[Message] = wrapper.pb()  # type: ignore[attr-defined]  # its metaclass has no types
    return message


BatchGetDocumentsResponse = plain(types.BatchGetDocumentsResponse)
BatchWriteResponse = plain(types.BatchWriteResponse)
BeginTransactionResponse = plain(types.BeginTransactionResponse)
CommitResponse = plain(types.CommitResponse)
Cursor = plain(types.Cursor)
Document = plain(types.Document)
ListCollectionIdsResponse = plain(types.ListCollectionIdsResponse)
ListDocumentsResponse = plain(types.ListDocumentsResponse)
RunAggregationQueryResponse = plain(types.RunAggregationQueryResponse)
RunQueryResponse = plain(types.RunQueryResponse)
StructuredQuery = plain(types.StructuredQuery)
Value = plain(types.Value)
Write = plain(types.Write)
WriteResult = plain(types.WriteResult)
