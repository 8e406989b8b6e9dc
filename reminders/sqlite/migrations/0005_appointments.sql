-- Instants and lengths are whole milliseconds, instants since 1970 in UTC.

-- Appointments and series of them. "local" is the start as the clock in "zone"
-- shows it, as 2026-11-26 17:30; begins and ends are its first and its last
-- instant, to be looked for; ends is null where a series has no end. leads is
-- null for the settings' own, else JSON, as are exdates, rdates and overrides;
-- lengths in JSON are nanoseconds.
-- A deleted one stays, so that deleting can be undone.
CREATE TABLE appointment (
	uid        TEXT    PRIMARY KEY CHECK (uid <> ''),
	sequence   INTEGER NOT NULL,
	title      TEXT    NOT NULL,
	type       TEXT    NOT NULL,
	therapist  TEXT    NOT NULL,
	place      TEXT    NOT NULL,
	notes      TEXT    NOT NULL,
	local      TEXT    NOT NULL,
	zone       TEXT    NOT NULL,
	begins     INTEGER NOT NULL,
	ends       INTEGER CHECK (ends >= begins),
	length     INTEGER NOT NULL CHECK (length > 0),
	all_day    INTEGER NOT NULL CHECK (all_day IN (0, 1)),
	status     TEXT    NOT NULL,
	leads      TEXT,
	rule       TEXT    NOT NULL,
	exdates    TEXT    NOT NULL,
	rdates     TEXT    NOT NULL,
	overrides  TEXT    NOT NULL,
	source     TEXT    NOT NULL,
	created_at INTEGER NOT NULL,
	updated_at INTEGER NOT NULL,
	deleted_at INTEGER
) STRICT;

CREATE INDEX appointment_begins ON appointment (begins) WHERE deleted_at IS NULL;
