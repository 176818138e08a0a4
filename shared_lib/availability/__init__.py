"""Which times are free for a visit, who and what would serve it, and why a time is not offered.

Pure rules over one snapshot of what is taken. Time is a row of bits, one for each minute: a minute is free or it is
not, and `n` free minutes in a row are found by shifting the row over itself.
"""
