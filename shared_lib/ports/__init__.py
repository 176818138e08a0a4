"""What we need from outside, small protocols named after our need."""
