-- How the bot behaves on a server; what is null is as its operator set it.
CREATE TABLE servers (
    server INTEGER PRIMARY KEY,
    channels TEXT NOT NULL,
    private INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    feedback INTEGER NOT NULL,
    language TEXT,
    person_pace INTEGER,
    channel_pace INTEGER
) STRICT;

-- Who is a keyed hash. Rows go when they are older than the operator keeps them.
CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    words TEXT NOT NULL,
    verdict TEXT NOT NULL,
    unknown TEXT NOT NULL,
    cited TEXT NOT NULL,
    milliseconds REAL NOT NULL
) STRICT;

CREATE INDEX questions_by_time ON questions (at);
CREATE INDEX questions_by_person ON questions (person);

-- One vote of a person on an answer; a later one takes its place.
CREATE TABLE votes (
    question TEXT NOT NULL,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    helpful INTEGER NOT NULL,
    reason TEXT,
    remark TEXT NOT NULL,
    PRIMARY KEY (question, person)
) STRICT;

CREATE INDEX votes_by_time ON votes (at);
CREATE INDEX votes_by_person ON votes (person);

-- A person or a channel that is told of news; stopped while it cannot be reached.
CREATE TABLE followers (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'channel')),
    target INTEGER NOT NULL,
    language TEXT NOT NULL,
    told_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    stopped_at TEXT,
    stop_is_told INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, target)
) STRICT;

-- Of a topic's briefings those with a number above "seen" are news.
CREATE TABLE follows (
    follower INTEGER NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    label TEXT NOT NULL,
    since TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (follower, topic)
) STRICT;

-- A notice is claimed before it is sent, so that it is not sent again whatever happens meanwhile.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    follower INTEGER NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
    numbers TEXT NOT NULL,
    seen_before TEXT NOT NULL,
    claimed_at TEXT NOT NULL,
    sent_at TEXT
) STRICT;

CREATE INDEX notices_unsent ON notices (id) WHERE sent_at IS NULL;

-- Who changed a server's settings, and who was denied what. Rows are added, and never changed.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    did TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is only added to');
END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is only added to');
END;
