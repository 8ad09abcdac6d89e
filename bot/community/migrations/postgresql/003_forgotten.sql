-- Who had all of theirs deleted, and when: what waits elsewhere from before is not written any more.
CREATE TABLE forgotten (
    person TEXT COLLATE "C" PRIMARY KEY,
    at TEXT COLLATE "C" NOT NULL
);
