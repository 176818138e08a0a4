"""What follows from what a guest means: one question at a time, until a visit is booked."""
