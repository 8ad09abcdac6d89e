-- A line that waited elsewhere while the database was away is added once, by a token of its own.
ALTER TABLE audit ADD COLUMN token TEXT COLLATE "C";

CREATE UNIQUE INDEX audit_once ON audit (token) WHERE token IS NOT NULL;

-- What is known of the database and of the bot that uses it, such as the commands that Discord has.
CREATE TABLE facts (
    name TEXT COLLATE "C" PRIMARY KEY,
    value TEXT NOT NULL
);

-- The processes of this bot, as they last said they are.
CREATE TABLE processes (
    id TEXT COLLATE "C" PRIMARY KEY,
    name TEXT NOT NULL,
    shards TEXT NOT NULL,
    edition BIGINT NOT NULL,
    latency DOUBLE PRECISION NOT NULL,
    memory BIGINT NOT NULL,
    doing TEXT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    leads BIGINT NOT NULL
);

-- When one of them began a session with Discord's gateway.
CREATE TABLE identifies (
    at TIMESTAMPTZ NOT NULL,
    turn BIGINT NOT NULL
);

CREATE INDEX identifies_by_time ON identifies (at);
