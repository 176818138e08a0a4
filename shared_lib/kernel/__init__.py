"""What every capability speaks: errors, money, time, events, the spa, and the ports that all need."""
