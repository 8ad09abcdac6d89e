-- Who did what when. Rows are added, and never changed or taken away.
CREATE TABLE log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    did TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
BEGIN
    SELECT raise(ABORT, 'the log is only added to');
END;

CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
BEGIN
    SELECT raise(ABORT, 'the log is only added to');
END;

-- Briefings that stay out of every later edition, whatever the sources hold.
CREATE TABLE withdrawals (
    key TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;

-- The oldest edition that can still be gone back to; of older ones only the counts are kept.
CREATE TABLE horizon (
    edition INTEGER NOT NULL
) STRICT;

INSERT INTO horizon VALUES (1);
