BEGIN TRANSACTION;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    did TEXT NOT NULL,
    detail TEXT NOT NULL
, token TEXT) STRICT;
INSERT INTO "audit" VALUES(1,'2026-11-20T10:00:00Z','milo (1)','/settings','language: de',NULL);
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "facts" VALUES('people','00112233445566778899aabbccddeeff');
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
INSERT INTO "followers" VALUES(1,'person',200,'en',NULL,0,NULL,0);
CREATE TABLE follows (
    follower INTEGER NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    label TEXT NOT NULL,
    since TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (follower, topic)
) STRICT;
INSERT INTO "follows" VALUES(1,'karlsheim','Karlsheim','2026-11-20T10:00:00Z',3);
CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;
INSERT INTO "migrations" VALUES(1,'001_community','2026-11-20T10:00:00Z');
INSERT INTO "migrations" VALUES(2,'002_shared','2026-11-20T10:00:00Z');
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    follower INTEGER NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
    numbers TEXT NOT NULL,
    seen_before TEXT NOT NULL,
    claimed_at TEXT NOT NULL,
    sent_at TEXT
) STRICT;
INSERT INTO "notices" VALUES(1,1,'[3]','[]','2126-11-20T10:01:00Z','2126-11-20T10:01:01Z');
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
INSERT INTO "questions" VALUES('aaaaaaaaaaaa','2126-11-20T10:00:00Z','p','server','Who broke the dam?','nothing','["dam"]','[1, 2]',1.5);
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
INSERT INTO "servers" VALUES(100,'7 8',1,0,1,'de',5,NULL);
CREATE TABLE votes (
    question TEXT NOT NULL,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    helpful INTEGER NOT NULL,
    reason TEXT,
    remark TEXT NOT NULL,
    PRIMARY KEY (question, person)
) STRICT;
INSERT INTO "votes" VALUES('aaaaaaaaaaaa','p','2126-11-20T10:00:05Z',0,'wrong','No dam.');
CREATE INDEX questions_by_time ON questions (at);
CREATE INDEX questions_by_person ON questions (person);
CREATE INDEX votes_by_time ON votes (at);
CREATE INDEX votes_by_person ON votes (person);
CREATE INDEX notices_unsent ON notices (id) WHERE sent_at IS NULL;
CREATE UNIQUE INDEX audit_once ON audit (token) WHERE token IS NOT NULL;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is only added to');
END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is only added to');
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('notices',1);
INSERT INTO "sqlite_sequence" VALUES('audit',1);
COMMIT;
