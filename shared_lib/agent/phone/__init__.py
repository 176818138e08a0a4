"""The phone: what a voice agent asks for in the middle of a call, answered in sentences that can be spoken."""
