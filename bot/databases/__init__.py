"""Where things are kept: one interface, over SQLite or over PostgreSQL."""
