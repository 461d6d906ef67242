"""Values, errors, settings, paths and clocks that every room may use."""
