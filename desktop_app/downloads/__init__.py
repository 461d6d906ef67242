"""Moving audio to the disk without losing a byte."""
