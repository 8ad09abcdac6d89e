"""One file for each schema, used by one process at a time."""
