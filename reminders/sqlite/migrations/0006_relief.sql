-- Instants and lengths are whole milliseconds, instants since 1970 in UTC. What
-- was deleted stays, with the instant it was deleted at, so that deleting can be
-- undone.

-- Uses of heat and cold that have ended. length is what was planned, used the
-- time on the skin.
CREATE TABLE relief (
	id          TEXT    PRIMARY KEY CHECK (id <> ''),
	kind        TEXT    NOT NULL CHECK (kind IN ('heat', 'cold')),
	timer       TEXT    NOT NULL,
	region      TEXT    NOT NULL,
	started_at  INTEGER NOT NULL,
	ended_at    INTEGER NOT NULL CHECK (ended_at >= started_at),
	length      INTEGER NOT NULL CHECK (length > 0),
	used        INTEGER NOT NULL CHECK (used BETWEEN 0 AND length),
	outcome     TEXT    NOT NULL,
	skin        TEXT    NOT NULL,
	pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
	pain_after  INTEGER CHECK (pain_after BETWEEN 0 AND 10),
	deleted_at  INTEGER
) STRICT;

CREATE INDEX relief_started ON relief (started_at) WHERE deleted_at IS NULL;

-- What runs and what still keeps the next from beginning, as the agent wrote it.
-- Nothing deleted above shortens a gap: that is kept here.
CREATE TABLE relief_state (
	id       INTEGER PRIMARY KEY CHECK (id = 1),
	saved_at INTEGER NOT NULL,
	state    TEXT    NOT NULL
) STRICT;

-- Muscle creams, gels, sprays and patches. region is empty where it was not told.
CREATE TABLE cream (
	id         TEXT    PRIMARY KEY CHECK (id <> ''),
	kind       TEXT    NOT NULL,
	region     TEXT    NOT NULL,
	at         INTEGER NOT NULL,
	removed_at INTEGER CHECK (removed_at >= at),
	note       TEXT    NOT NULL,
	deleted_at INTEGER
) STRICT;

CREATE INDEX cream_at ON cream (at) WHERE deleted_at IS NULL;

-- The questions before heat and cold: the latest answer to each about each
-- place; region is empty where it is about the whole person.
CREATE TABLE relief_answer (
	question   TEXT    NOT NULL CHECK (question <> ''),
	region     TEXT    NOT NULL,
	yes        INTEGER NOT NULL CHECK (yes IN (0, 1)),
	at         INTEGER NOT NULL,
	cleared_by TEXT    NOT NULL,
	PRIMARY KEY (question, region)
) STRICT, WITHOUT ROWID;
