-- Instants are whole milliseconds since 1970 in UTC.

-- What the database knows of itself: "changes" goes up with every write, so
-- that whoever watches sees that something is new; "copied_at" stands in
-- backups only.
CREATE TABLE meta (
	key   TEXT PRIMARY KEY,
	value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('changes', 0);

-- Where the scheduler stands: one row, reminders.State as JSON.
CREATE TABLE schedule (
	id       INTEGER PRIMARY KEY CHECK (id = 1),
	state    TEXT    NOT NULL,
	saved_at INTEGER NOT NULL
) STRICT;

-- The prompt log: one row a prompt. One that was never shown (missed, merged)
-- has no shown_at; one on screen has no closed_at. "at" is the instant it is
-- listed and counted under: shown_at, or closed_at where there is none.
CREATE TABLE prompt (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	reminder  TEXT    NOT NULL,
	at        INTEGER NOT NULL,
	shown_at  INTEGER,
	closed_at INTEGER,
	outcome   TEXT,
	refs      TEXT,
	CHECK (shown_at IS NOT NULL OR closed_at IS NOT NULL),
	CHECK ((closed_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX prompt_at ON prompt (at);
CREATE INDEX prompt_open ON prompt (reminder) WHERE closed_at IS NULL;

-- Stays at the desk that ended.
CREATE TABLE sitting (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	started_at INTEGER NOT NULL,
	ended_at   INTEGER NOT NULL,
	CHECK (ended_at > started_at)
) STRICT;

CREATE INDEX sitting_ended ON sitting (ended_at);

-- Pain entries. Regions are separated by blanks. A deleted entry stays, with
-- the instant it was deleted at, so that deleting can be undone.
CREATE TABLE pain (
	id         TEXT    PRIMARY KEY,
	at         INTEGER NOT NULL,
	intensity  INTEGER NOT NULL CHECK (intensity BETWEEN 0 AND 10),
	regions    TEXT    NOT NULL,
	note       TEXT    NOT NULL,
	created_at INTEGER NOT NULL,
	deleted_at INTEGER
) STRICT;

CREATE INDEX pain_at ON pain (at) WHERE deleted_at IS NULL;

-- What could not be read, kept as it was found.
CREATE TABLE set_aside (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	at      INTEGER NOT NULL,
	origin  TEXT    NOT NULL,
	reason  TEXT    NOT NULL,
	content BLOB    NOT NULL
) STRICT;
