"""Firestore as it behaves: documents, preconditions, transforms, queries and transactions, kept over a restart."""

from infra.local.stand_ins.firestore.stand_in import FirestoreStandIn

__all__ = ["FirestoreStandIn"]
