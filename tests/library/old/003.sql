BEGIN TRANSACTION;
CREATE TABLE briefings (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES identities (number),
    valid_from INTEGER NOT NULL REFERENCES editions (number),
    valid_to INTEGER REFERENCES editions (number),
    content TEXT NOT NULL,
    text TEXT NOT NULL,
    title TEXT,
    date TEXT,
    source TEXT,
    url TEXT,
    tags TEXT NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL
, placed_in INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "briefings" VALUES(1,1,1,2,'e712e9ae8a6be5cc16b1e5b88bd87769','The dam at Karlsheim broke.',NULL,'2024-12-08',NULL,NULL,'["dams"]','a.jsonl',1,0);
INSERT INTO "briefings" VALUES(2,2,1,2,'8f435a1a1ec5bcc3324ed258a6f0d4ac','Rain in Ruritania.',NULL,NULL,NULL,NULL,'[]','a.jsonl',2,0);
INSERT INTO "briefings" VALUES(3,1,2,NULL,'0889feef4f633399936d84c09d0bb960','The dam at Karlsheim was mended.',NULL,'2024-12-09',NULL,NULL,'["dams"]','a.jsonl',1,0);
INSERT INTO "briefings" VALUES(4,3,2,NULL,'3d0b29fe97552dcf3cd3deef68c6dd52','Snow in Ruritania.',NULL,NULL,NULL,NULL,'[]','a.jsonl',2,0);
CREATE TABLE editions (
    number INTEGER PRIMARY KEY,
    created_at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    briefings INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    digest TEXT NOT NULL
) STRICT;
INSERT INTO "editions" VALUES(1,'2026-11-23T20:56:57Z','start','first load',2,2,0,0,0,'7707eceaeb4132b9a2b8d96e08963fb3cc06b7e9bf42ebc903a54a25a9f33688');
INSERT INTO "editions" VALUES(2,'2026-11-23T20:56:57Z','test','second',2,1,1,1,0,'54d0d8583f004853acc925ddeae598861e12a808fd180934431e1deee8a7d498');
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "facts" VALUES('collection','f535f8b12ac218902f6bec5a6fd84aa4');
CREATE TABLE horizon (
    edition INTEGER NOT NULL
) STRICT;
INSERT INTO "horizon" VALUES(1);
CREATE TABLE identities (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "identities" VALUES(1,'a');
INSERT INTO "identities" VALUES(2,'7f304f27ce3aafb4');
INSERT INTO "identities" VALUES(3,'0ab6b127df559468');
CREATE TABLE log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    did TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
INSERT INTO "log" VALUES(1,'2026-11-20T10:00:00Z','terminal','attache load','1 added, 0 changed, 1 removed, 1 unchanged');
CREATE TABLE migrations (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL
        ) STRICT;
INSERT INTO "migrations" VALUES(1,'001_editions','2026-11-23T20:56:57Z');
INSERT INTO "migrations" VALUES(2,'002_history','2026-11-23T21:00:00Z');
INSERT INTO "migrations" VALUES(3,'003_shared','2026-11-29T08:36:35Z');
CREATE TABLE withdrawals (
    key TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX briefings_present ON briefings (number) WHERE valid_to IS NULL;
CREATE INDEX briefings_history ON briefings (number, valid_from);
CREATE INDEX briefings_ended ON briefings (valid_to) WHERE valid_to IS NOT NULL;
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
BEGIN
    SELECT raise(ABORT, 'the log is only added to');
END;
CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
BEGIN
    SELECT raise(ABORT, 'the log is only added to');
END;
CREATE INDEX briefings_begun ON briefings (valid_from);
CREATE INDEX briefings_placed ON briefings (placed_in) WHERE placed_in > 0;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('identities',3);
INSERT INTO "sqlite_sequence" VALUES('log',1);
COMMIT;
