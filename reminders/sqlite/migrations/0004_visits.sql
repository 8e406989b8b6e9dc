-- Instants and lengths are whole milliseconds, instants since 1970 in UTC. What
-- was deleted stays, with the instant it was deleted at, so that deleting can be
-- undone. Lists of words are JSON.

-- People who give massages.
CREATE TABLE therapist (
	id           TEXT    PRIMARY KEY,
	name         TEXT    NOT NULL CHECK (name <> ''),
	practice     TEXT    NOT NULL,
	phone        TEXT    NOT NULL,
	mail         TEXT    NOT NULL,
	address      TEXT    NOT NULL,
	licence_seen INTEGER NOT NULL CHECK (licence_seen IN (0, 1)),
	prenatal     INTEGER NOT NULL CHECK (prenatal IN (0, 1)),
	specialities TEXT    NOT NULL,
	notes        TEXT    NOT NULL,
	archived     INTEGER NOT NULL CHECK (archived IN (0, 1)),
	created_at   INTEGER NOT NULL,
	deleted_at   INTEGER
) STRICT;

-- Massages that were had. Areas are separated by blanks; pressure 0 and length 0
-- are not told; cost is in the smallest unit of its currency, and not told where
-- that is empty. appointment is the UID of the one it answers, or empty.
CREATE TABLE visit (
	id          TEXT    PRIMARY KEY,
	appointment TEXT    NOT NULL,
	at          INTEGER NOT NULL,
	type        TEXT    NOT NULL,
	techniques  TEXT    NOT NULL,
	pressure    INTEGER NOT NULL CHECK (pressure BETWEEN 0 AND 5),
	length      INTEGER NOT NULL CHECK (length >= 0),
	areas       TEXT    NOT NULL,
	therapist   TEXT    NOT NULL,
	pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
	pain_after  INTEGER CHECK (pain_after BETWEEN 0 AND 10),
	pain_24h    INTEGER CHECK (pain_24h BETWEEN 0 AND 10),
	pain_72h    INTEGER CHECK (pain_72h BETWEEN 0 AND 10),
	bruised     INTEGER NOT NULL CHECK (bruised IN (0, 1)),
	cost        INTEGER NOT NULL CHECK (cost >= 0),
	currency    TEXT    NOT NULL,
	notes       TEXT    NOT NULL,
	created_at  INTEGER NOT NULL,
	deleted_at  INTEGER
) STRICT;

CREATE INDEX visit_at ON visit (at) WHERE deleted_at IS NULL;

-- One appointment is answered by one visit.
CREATE UNIQUE INDEX visit_appointment ON visit (appointment) WHERE appointment <> '' AND deleted_at IS NULL;

-- The checklist before a massage: the latest answer to each question.
CREATE TABLE screening_answer (
	question   TEXT    PRIMARY KEY CHECK (question <> ''),
	yes        INTEGER NOT NULL CHECK (yes IN (0, 1)),
	at         INTEGER NOT NULL,
	cleared_by TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
