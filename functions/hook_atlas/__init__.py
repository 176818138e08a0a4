"""The voice agent Atlas, in the middle of a call."""
