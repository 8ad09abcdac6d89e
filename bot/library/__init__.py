"""The briefings we hold: reading sources, keeping editions, serving the current one."""
