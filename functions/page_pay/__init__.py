"""The payment page of one booking."""
