-- Instants and lengths are whole milliseconds, instants since 1970 in UTC.

-- Times of breathing at a pace, and of tensing muscles and letting go. kind is
-- the id in the library. A deleted one stays, so that deleting can be undone.
CREATE TABLE relaxation (
	id          TEXT    PRIMARY KEY,
	kind        TEXT    NOT NULL CHECK (kind <> ''),
	name        TEXT    NOT NULL,
	started_at  INTEGER NOT NULL,
	ended_at    INTEGER NOT NULL CHECK (ended_at >= started_at),
	active      INTEGER NOT NULL CHECK (active >= 0),
	full        INTEGER NOT NULL CHECK (full IN (0, 1)),
	per_minute  INTEGER NOT NULL CHECK (per_minute >= 0),
	done        INTEGER NOT NULL CHECK (done >= 0),
	groups      INTEGER NOT NULL CHECK (groups >= done),
	calm_before INTEGER CHECK (calm_before BETWEEN 0 AND 10),
	calm_after  INTEGER CHECK (calm_after BETWEEN 0 AND 10),
	deleted_at  INTEGER
) STRICT;

CREATE INDEX relaxation_started ON relaxation (started_at) WHERE deleted_at IS NULL;
