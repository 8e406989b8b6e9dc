-- Instants are whole milliseconds since 1970 in UTC.

-- What the person told about themselves: one row once they told or were
-- asked. asked_at is null while they never were. due is a date, as 2027-03-01;
-- stage a third of a pregnancy, 0 where it is not known.
CREATE TABLE profile (
	id                 INTEGER PRIMARY KEY CHECK (id = 1),
	asked_at           INTEGER,
	skipped            INTEGER NOT NULL CHECK (skipped IN (0, 1)),
	pregnant           INTEGER NOT NULL CHECK (pregnant IN (0, 1)),
	due                TEXT,
	stage              INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),
	pregnancy_noted_at INTEGER
) STRICT;

-- The facts that apply to them, by their ids in the library.
CREATE TABLE profile_fact (
	fact     TEXT PRIMARY KEY,
	noted_at INTEGER
) STRICT, WITHOUT ROWID;

-- The desk check-up: the latest answer to each question.
CREATE TABLE desk_answer (
	question TEXT    PRIMARY KEY,
	choice   TEXT    NOT NULL CHECK (choice <> ''),
	at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which tip was shown when.
CREATE TABLE tip_shown (
	at  INTEGER NOT NULL,
	tip TEXT    NOT NULL,
	PRIMARY KEY (at, tip)
) STRICT, WITHOUT ROWID;
