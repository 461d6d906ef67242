"""What a title says: speaker, fellowship, place, year, steps, part. Pure."""
