-- Instants and lengths are whole milliseconds, instants since 1970 in UTC.

-- Sessions of stretching that were begun. exercises is JSON: id, name and
-- outcome of each that was planned, in order.
CREATE TABLE stretch (
	id          TEXT    PRIMARY KEY,
	routine     TEXT    NOT NULL,
	name        TEXT    NOT NULL,
	started_at  INTEGER NOT NULL,
	ended_at    INTEGER NOT NULL CHECK (ended_at >= started_at),
	active      INTEGER NOT NULL CHECK (active >= 0),
	outcome     TEXT    NOT NULL,
	exercises   TEXT    NOT NULL,
	how         TEXT    NOT NULL,
	pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
	pain_after  INTEGER CHECK (pain_after BETWEEN 0 AND 10),
	deleted_at  INTEGER
) STRICT;

CREATE INDEX stretch_started ON stretch (started_at) WHERE deleted_at IS NULL;

-- The session that is under way or was interrupted, as its player wrote it.
CREATE TABLE session (
	id       INTEGER PRIMARY KEY CHECK (id = 1),
	saved_at INTEGER NOT NULL,
	state    BLOB    NOT NULL
) STRICT;

-- What the person marked, as routine:low-back-10 or exercise:cat.
CREATE TABLE favourite (
	entry     TEXT    PRIMARY KEY CHECK (entry <> ''),
	marked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
