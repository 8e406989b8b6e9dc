package sqlite

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

// BackupFile is a backup that Unhunch made beside the database.
type BackupFile struct {
	Path string
	Day  time.Time // the local day it was made on, at midnight UTC
	Size int64     // bytes
}

// Backups lists the backups beside a database, the newest first. now tells
// which of them are dated in the future: those count as the oldest.
func Backups(path string, now time.Time) ([]BackupFile, error) {
	p, err := locate(path)
	if err != nil {
		return nil, explain("list the backups", path, err)
	}
	return p.backups(now), nil
}

var backupTail = regexp.MustCompile(`^-backup-(\d{4}-\d\d-\d\d)(-before-v\d+)?\.db$`)

// backups lists the backups beside the database, the newest first. A folder
// that cannot be read has none.
func (p place) backups(now time.Time) []BackupFile {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return nil
	}
	var out []BackupFile
	for _, e := range entries {
		if len(e.Name()) <= len(p.name) || e.Name()[:len(p.name)] != p.name {
			continue
		}
		m := backupTail.FindStringSubmatch(e.Name()[len(p.name):])
		if m == nil {
			continue
		}
		day, err := time.Parse(time.DateOnly, m[1])
		fi, statErr := e.Info()
		if err != nil || statErr != nil || !fi.Mode().IsRegular() {
			continue
		}
		out = append(out, BackupFile{filepath.Join(p.dir, e.Name()), day, fi.Size()})
	}
	// A clock that was wrong for a while must not make its backups the newest
	// for years.
	tomorrow := dayOf(now).AddDate(0, 0, 1)
	slices.SortFunc(out, func(a, b BackupFile) int {
		if x, y := a.Day.After(tomorrow), b.Day.After(tomorrow); x != y {
			if x {
				return 1
			}
			return -1
		}
		return cmp.Or(b.Day.Compare(a.Day), cmp.Compare(b.Path, a.Path))
	})
	return out
}

func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// backupPath names the backup of the day.
func (p place) backupPath(now time.Time, tail string) string {
	return filepath.Join(p.dir, p.name+"-backup-"+now.Format(time.DateOnly)+tail+".db")
}

// Backup makes a consistent copy of the database at to: one file, readable by
// its owner alone, checked, and on the disk. It replaces an earlier backup;
// any other file is left alone, and the error is then fs.ErrExist.
func (s *Store) Backup(ctx context.Context, to string) error {
	err := s.backup(ctx, to)
	if err == nil {
		return nil
	}
	s.doubt(err)
	err = explain("make a backup", to, err)
	var e *Error
	if errors.As(err, &e) && e.Kind == nil {
		switch {
		case errors.Is(err, fs.ErrExist):
			e.Hint = "choose another name"
		case errors.Is(err, fs.ErrNotExist):
			e.Hint = "make the folder first, or choose another"
		}
	}
	return err
}

func (s *Store) backup(ctx context.Context, to string) error {
	abs, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if to == "" {
		return errors.New("the path is empty")
	}
	if err := s.replaceable(ctx, abs); err != nil {
		return err
	}
	return s.at.snapshot(ctx, s.db, abs, s.o.Now())
}

// replaceable tells whether a backup may be put at to: nothing is there, or an
// earlier backup.
func (s *Store) replaceable(ctx context.Context, to string) error {
	fi, err := os.Lstat(to)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if fi.IsDir() {
		return fmt.Errorf("%w: it is a folder", fs.ErrExist)
	}
	other := fmt.Errorf("%w, and is not a backup of Unhunch", fs.ErrExist)
	for _, end := range append([]string{"", ".lock"}, sidecars...) {
		if mine, err := os.Stat(s.at.path + end); err == nil && os.SameFile(mine, fi) {
			return fmt.Errorf("%w: %w", fs.ErrExist, errItself)
		}
	}
	if !fi.Mode().IsRegular() || sniff(to) != nil {
		return other
	}
	db, err := connect(to, readOnly)
	if err != nil {
		return err
	}
	var stamp int64
	f, err := identify(ctx, db)
	if err == nil && f.state == sound {
		err = db.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'copied_at'`).Scan(&stamp)
	}
	closed := db.Close()
	if err != nil || f.state != sound {
		return errors.Join(other, closed)
	}
	return closed
}

// BackupIfDue makes the backup of the day beside the database, unless there
// is one, and keeps the newest ones (Options.Backups). path is the day's
// backup, made tells whether it was made now. A database that turns out to be
// damaged is not copied, and no older backup is given up for it.
func (s *Store) BackupIfDue(ctx context.Context) (path string, made bool, err error) {
	now := s.o.Now()
	path = s.at.backupPath(now, "")
	if size(path) > 0 {
		return path, false, nil
	}
	if s.o.ReadOnly {
		return "", false, explain("make the daily backup", path, ErrReadOnly)
	}
	if err := s.at.snapshot(ctx, s.db, path, now); err != nil {
		s.doubt(err)
		return "", false, explain("make the daily backup", path, err)
	}
	return path, true, explain("remove old backups", path, s.at.prune(now, s.o.Backups, path))
}

// prune removes all but the newest backups, and never the one just made.
func (p place) prune(now time.Time, keep int, made string) error {
	var err error
	for i, b := range p.backups(now) {
		if i >= keep && b.Path != made {
			err = errors.Join(err, os.Remove(b.Path))
		}
	}
	return err
}
