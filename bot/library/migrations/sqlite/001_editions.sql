-- Numbers are given once: AUTOINCREMENT never uses one again, and no row is ever deleted here.
CREATE TABLE identities (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE
) STRICT;

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

-- A row is valid from one edition up to, but not in, another; in the present one while that is
-- null. An edition so costs only what it changes.
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
) STRICT;

CREATE UNIQUE INDEX briefings_present ON briefings (number) WHERE valid_to IS NULL;
CREATE INDEX briefings_history ON briefings (number, valid_from);
CREATE INDEX briefings_ended ON briefings (valid_to) WHERE valid_to IS NOT NULL;
