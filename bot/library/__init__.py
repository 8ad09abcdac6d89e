"""The briefings we hold: reading sources, keeping editions in SQLite, serving the current one."""
