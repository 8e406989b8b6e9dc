package sqlite

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// backedUp makes a database with one entry in a backup of yesterday, and one
// more that came after it.
func backedUp(t *testing.T) (path, backup string) {
	t.Helper()
	path = fileIn(t)
	yesterday := noon.AddDate(0, 0, -1)
	s, _ := mustOpen(t, path, at(yesterday))
	addPain(t, s, 6, 0)
	backup, made, err := s.BackupIfDue(t.Context())
	must(t, err)
	if !made {
		t.Fatal("no backup was made")
	}
	addPain(t, s, 7, 0)
	mustClose(t, s)
	return path, backup
}

func fill(t *testing.T, path string, n int) {
	t.Helper()
	s, _ := mustOpen(t, path, at(noon))
	must(t, s.write(t.Context(), "fill", func(tx *sql.Tx) error {
		_, err := tx.Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
			INSERT INTO prompt (reminder, at, shown_at, closed_at, outcome) SELECT 'posture', i, i, i + 1, 'done' FROM n`, n)
		return err
	}))
	mustClose(t, s)
}

func overwrite(t *testing.T, path string, offset int64, with []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	_, err = f.WriteAt(with, offset)
	must(t, err)
	must(t, f.Close())
}

// damages are the ways a file can be broken, and what is said of it.
var damages = []struct {
	name   string
	do     func(t *testing.T, path string)
	reason string
}{
	{"garbage in the header", func(t *testing.T, p string) {
		overwrite(t, p, 0, bytes.Repeat([]byte{0xa5}, 100))
	}, "it is not a database"},
	{"cut in half", func(t *testing.T, p string) {
		must(t, os.Truncate(p, size(p)/2))
	}, "a part of it cannot be read"},
	{"cut to a few bytes", func(t *testing.T, p string) {
		must(t, os.Truncate(p, 50))
	}, "a part of it cannot be read"},
	{"a page of junk", func(t *testing.T, p string) {
		fill(t, p, 3000)
		overwrite(t, p, size(p)/2/4096*4096, bytes.Repeat([]byte{0x5a, 0x17}, 2048))
	}, "a part of it cannot be read"},
	{"all zeros", func(t *testing.T, p string) {
		overwrite(t, p, 0, make([]byte, size(p)))
	}, "it is not a database"},
	{"another file altogether", func(t *testing.T, p string) {
		must(t, os.WriteFile(p, []byte(strings.Repeat("Dear diary, ", 1000)), 0o600))
	}, "it is not a database"},
	{"a few letters", func(t *testing.T, p string) {
		must(t, os.WriteFile(p, []byte("hello"), 0o600))
	}, "it is not a database"},
	{"empty", func(t *testing.T, p string) {
		must(t, os.Truncate(p, 0))
	}, "the file is empty"},
	{"empty with a log", func(t *testing.T, p string) {
		must(t, os.Truncate(p, 0))
		must(t, os.WriteFile(p+"-wal", []byte("what was written last"), 0o600))
	}, "the file is empty"},
	{"gone", func(t *testing.T, p string) {
		must(t, os.Remove(p))
	}, "the file is gone"},
	{"gone with a log left", func(t *testing.T, p string) {
		must(t, os.Remove(p))
		must(t, os.WriteFile(p+"-wal", []byte("what was written last"), 0o600))
	}, "the file is gone"},
	{"a folder", func(t *testing.T, p string) {
		must(t, os.Remove(p))
		must(t, os.MkdirAll(filepath.Join(p, "photos"), 0o700))
	}, "a folder is where the file should be"},
	{"the database of another program", func(t *testing.T, p string) {
		must(t, os.Remove(p))
		db, err := connect(p, plain)
		must(t, err)
		_, err = db.Exec(`CREATE TABLE recipes (name TEXT)`)
		must(t, err)
		must(t, db.Close())
	}, "it is the database of another program"},
	{"a table missing", func(t *testing.T, p string) {
		db, err := connect(p, plain)
		must(t, err)
		_, err = db.Exec(`DROP TABLE pain`)
		must(t, err)
		must(t, db.Close())
	}, `the table "pain" is missing`},
}

func TestADamagedFileIsMovedAsideAndTheBackupRestored(t *testing.T) {
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			path, backup := backedUp(t)
			d.do(t, path)
			before, _ := os.ReadFile(path) // none of a folder, or of nothing
			log, _ := os.ReadFile(path + "-wal")

			s, rep := mustOpen(t, path, at(noon))
			r := rep.Recovery
			if r == nil {
				t.Fatalf("nothing was recovered: %+v", rep)
			}
			if rep.Created || !strings.HasPrefix(r.Reason, d.reason) {
				t.Errorf("created %v, reason %q, want %q", rep.Created, r.Reason, d.reason)
			}
			if r.Restored != backup || !r.RestoredAt.Equal(noon.AddDate(0, 0, -1)) {
				t.Errorf("restored %q of %v", r.Restored, r.RestoredAt)
			}
			if got := intensities(t, s); !slices.Equal(got, []int{6}) {
				t.Errorf("entries: %v, want the one in the backup", got)
			}
			if d.name == "gone" {
				if r.Damaged != "" {
					t.Errorf("nothing was there, and is said to be at %s", r.Damaged)
				}
			} else {
				kept := strings.TrimSuffix(r.Damaged, "-wal")
				if !strings.HasPrefix(filepath.Base(r.Damaged), "unhunch-damaged-20261126-120000.db") {
					t.Errorf("set aside as %s", r.Damaged)
				}
				after, _ := os.ReadFile(kept)
				if !bytes.Equal(before, after) {
					t.Error("what was there is not kept as it was")
				}
				if got, _ := os.ReadFile(kept + "-wal"); !bytes.Equal(log, got) {
					t.Error("the log that was there is not kept as it was")
				}
				if !strings.Contains(r.Sentence(), r.Damaged) {
					t.Errorf("the person is not told where it is: %s", r.Sentence())
				}
			}
			if d.name == "a folder" {
				if _, err := os.Stat(filepath.Join(r.Damaged, "photos")); err != nil {
					t.Error("what was in the folder is gone")
				}
			}
			day := r.RestoredAt.Local().Format("2 January 2006, 15:04")
			if !strings.Contains(r.Sentence(), r.Reason) || !strings.Contains(r.Sentence(), day) || strings.Contains(r.Sentence(), "\n") {
				t.Errorf("the person is told: %s", r.Sentence())
			}

			addPain(t, s, 2, 0)
			mustClose(t, s)
			_, rep = mustOpen(t, path, at(noon))
			if rep.Recovery != nil {
				t.Errorf("recovered again: %+v", rep.Recovery)
			}
			if _, err := os.Stat(backup); err != nil {
				t.Error("the backup is gone")
			}
		})
	}
}

func TestWithoutABackupADamagedFileGivesWayToAnEmptyOne(t *testing.T) {
	for _, d := range damages {
		if d.name == "empty" || d.name == "gone" {
			continue // then there is simply none yet
		}
		t.Run(d.name, func(t *testing.T) {
			path, backup := backedUp(t)
			must(t, os.Remove(backup))
			d.do(t, path)
			s, rep := mustOpen(t, path, at(noon))
			r := rep.Recovery
			if r == nil || r.Restored != "" || r.Damaged == "" || rep.Created {
				t.Fatalf("report: %+v, %+v", rep, r)
			}
			if got := pains(t, s); len(got) != 0 {
				t.Errorf("entries out of nowhere: %v", got)
			}
			if !strings.Contains(r.Sentence(), "empty database was made") {
				t.Errorf("the person is told: %s", r.Sentence())
			}
			if _, err := os.Stat(r.Damaged); err != nil {
				t.Error("what was there is not kept")
			}
		})
	}
}

func TestANewestBackupThatIsDamagedIsPassedOver(t *testing.T) {
	path := fileIn(t)
	now := noon.AddDate(0, 0, -3)
	for i := range 3 {
		s, _ := mustOpen(t, path, at(now.AddDate(0, 0, i)))
		addPain(t, s, i+1, 0)
		b, _, err := s.BackupIfDue(t.Context())
		must(t, err)
		mustClose(t, s)
		if i > 0 {
			overwrite(t, b, 0, make([]byte, 4096))
		}
	}
	overwrite(t, path, 0, make([]byte, 4096))
	s, rep := mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{1}) {
		t.Errorf("entries: %v", got)
	}
	if !strings.Contains(rep.Recovery.Sentence(), "2 newer backups could not be used") {
		t.Errorf("the person is told: %s", rep.Recovery.Sentence())
	}
	for _, b := range s.at.backups(noon)[:2] {
		overwrite(t, b.Path, 0, bytes.Repeat([]byte{1}, 4096))
	}
	mustClose(t, s)

	// All of them bad: an empty database, and all files still there.
	overwrite(t, s.at.backups(noon)[2].Path, 0, bytes.Repeat([]byte{1}, 4096))
	overwrite(t, path, 0, make([]byte, 4096))
	s, rep = mustOpen(t, path, at(noon.Add(time.Hour)))
	if rep.Recovery.Restored != "" || len(pains(t, s)) != 0 || len(s.at.backups(noon)) != 3 {
		t.Errorf("with bad backups alone: %+v", rep.Recovery)
	}
	if !strings.Contains(rep.Recovery.Lost, "3 backups could not be used") {
		t.Errorf("lost: %s", rep.Recovery.Lost)
	}
}

func TestALargeFileThatWasClosedWellIsCheckedOnADoubt(t *testing.T) {
	large := Options{Now: at(noon).Now, large: 64 << 10}
	path, backup := backedUp(t)
	fill(t, path, 8000)
	if size(path) <= large.large {
		t.Fatalf("%d bytes are not large", size(path))
	}
	// Junk in the middle of the prompts' table, where opening does not look.
	overwrite(t, path, 30*4096, bytes.Repeat([]byte{0x5a, 0x17}, 2048))
	s, rep := mustOpen(t, path, large)
	if rep.Recovery != nil {
		t.Fatal("a large file was checked though it was closed well")
	}
	if _, _, err := s.BackupIfDue(t.Context()); !isDamaged(err) {
		t.Errorf("the daily backup of a damaged database: %v", err)
	}
	if got := s.at.backups(noon); len(got) != 1 {
		t.Errorf("backups: %v", got)
	}
	if err := s.Check(t.Context()); !isDamaged(err) {
		t.Errorf("Check: %v", err)
	}
	mustClose(t, s)

	s, rep = mustOpen(t, path, large)
	if rep.Recovery == nil || rep.Recovery.Restored != backup {
		t.Fatalf("a doubt was forgotten: %+v", rep)
	}
	mustClose(t, s)
	if _, err := os.Stat(s.at.doubtPath()); err == nil {
		t.Error("the doubt stays after the recovery")
	}
}

func TestDamageFoundWhileOpenIsRecoveredNextTime(t *testing.T) {
	large := Options{Now: at(noon).Now, large: 64 << 10}
	path, _ := backedUp(t)
	s, _ := mustOpen(t, path, large)
	if err := s.Check(t.Context()); err != nil {
		t.Fatalf("a sound database: %v", err)
	}
	mustClose(t, s)
	fill(t, path, 8000)
	s, _ = mustOpen(t, path, large)
	overwrite(t, path, 20*4096, bytes.Repeat([]byte{0x5a}, 40*4096))
	_, err := s.Prompts(t.Context(), time.UnixMilli(0), noon)
	if !isDamaged(err) || !strings.Contains(err.Error(), "hint: restart Unhunch") {
		t.Fatalf("reading junk: %v", err)
	}
	mustClose(t, s)
	if _, rep := mustOpen(t, path, large); rep.Recovery == nil {
		t.Error("not recovered")
	}
}

func TestALogThatCannotBeReadIsKept(t *testing.T) {
	live, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, live, 1, 0)
	_, err := live.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`)
	must(t, err)
	addPain(t, live, 2, 0)
	for name, c := range map[string]struct {
		garble func(log []byte)
		want   []int
		notes  int
	}{
		"as a killed program leaves it": {func([]byte) {}, []int{1, 2}, 0},
		"its beginning garbled":         {func(log []byte) { copy(log, "garbage") }, []int{1}, 1},
		"zeroed":                        {func(log []byte) { clear(log) }, []int{1}, 1},
	} {
		path := filepath.Join(t.TempDir(), "unhunch.db")
		for _, end := range []string{"", "-wal"} {
			b, err := os.ReadFile(live.Path() + end)
			must(t, err)
			if end != "" {
				c.garble(b)
			}
			must(t, os.WriteFile(path+end, b, 0o600))
		}
		log, err := os.ReadFile(path + "-wal")
		must(t, err)
		s, rep := mustOpen(t, path, at(noon))
		if got := intensities(t, s); !slices.Equal(got, c.want) || len(rep.Notes) != c.notes || rep.Recovery != nil {
			t.Errorf("%s: %v, %+v", name, got, rep)
		}
		if c.notes == 0 {
			continue
		}
		kept := filepath.Join(filepath.Dir(path), "unhunch-damaged-20261126-120000.db-wal")
		if got, _ := os.ReadFile(kept); !bytes.Equal(got, log) || !strings.Contains(rep.Notes[0], kept) {
			t.Errorf("%s: not kept at %s: %q", name, kept, rep.Notes)
		}
	}
}
