"""Chat sessions in Firestore."""
