-- Who had all of theirs deleted, and when: what waits elsewhere from before is not written any more.
CREATE TABLE forgotten (
    person TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT;
