-- In which edition a briefing's place was last corrected, so that an index of an older one can be
-- brought up to date from what changed since.
ALTER TABLE briefings ADD COLUMN placed_in INTEGER NOT NULL DEFAULT 0;

CREATE INDEX briefings_begun ON briefings (valid_from);
CREATE INDEX briefings_placed ON briefings (placed_in) WHERE placed_in > 0;

-- What is known of the database itself: which collection it is, so that an index of another one is
-- not taken for its own.
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

INSERT INTO facts VALUES ('collection', lower(hex(randomblob(16))));
