-- A line that waited elsewhere while the database was away is added once, by a token of its own.
ALTER TABLE audit ADD COLUMN token TEXT;

CREATE UNIQUE INDEX audit_once ON audit (token) WHERE token IS NOT NULL;

-- What is known of the database and of the bot that uses it, such as the commands that Discord has.
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
