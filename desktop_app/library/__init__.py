"""The database: all of the SQL lives here and nowhere else."""
