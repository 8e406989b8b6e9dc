package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Recovery tells how a damaged database was dealt with.
type Recovery struct {
	Damaged    string    // where what was there is now; empty if nothing was
	Restored   string    // the backup that took its place; empty: started empty
	RestoredAt time.Time // when that backup was made; zero if it does not say
	Reason     string    // what was wrong, in plain words
	Lost       string    // what is missing now, in plain words
}

// Sentence tells the person what happened, in one message.
func (r Recovery) Sentence() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Unhunch could not use its database: %s.", r.Reason)
	if r.Damaged != "" {
		fmt.Fprintf(&b, " What was there is kept at %s.", r.Damaged)
	}
	if r.Restored != "" {
		fmt.Fprintf(&b, " The backup %s took its place.", r.Restored)
	} else {
		b.WriteString(" There was no good backup, so a new, empty database was made.")
	}
	fmt.Fprintf(&b, " Missing: %s.", r.Lost)
	return b.String()
}

// recover moves a damaged database aside and puts the newest good backup in
// its place, or nothing if there is none. The lock must be held alone. It can
// be cut off at any point: the next Open starts it again.
func (s *Store) recover(ctx context.Context, reason string) (r Recovery, err error) {
	r.Reason = reason
	work, err := tempDir(s.at.dir)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()

	now := s.o.Now()
	var good source
	bad := 0
	for i, b := range s.at.backups(now) {
		sub := filepath.Join(work, fmt.Sprint(i))
		if err := os.Mkdir(sub, 0o700); err != nil {
			return r, err
		}
		if good, err = fetch(ctx, b.Path, sub, s.o); err == nil {
			r.Restored, r.RestoredAt = b.Path, good.at
			break
		}
		if ctx.Err() != nil || errors.Is(kind(err), ErrFull) {
			return r, err
		}
		bad++
	}
	r.Lost = lost(r, bad)
	r.Damaged, err = s.at.replace(good.path, "damaged", now)
	return r, err
}

// lost says in plain words what a recovery could not bring back.
func lost(r Recovery, bad int) string {
	what := "everything noted so far"
	if r.Restored != "" {
		what = "whatever was noted after that backup was made"
		if !r.RestoredAt.IsZero() {
			what = "whatever was noted after " + r.RestoredAt.Local().Format("2 January 2006, 15:04")
		}
	}
	switch {
	case bad == 1:
		what += " (one newer backup could not be used either)"
	case bad > 1:
		what += fmt.Sprintf(" (%d newer backups could not be used either)", bad)
	}
	if r.Restored == "" {
		what = strings.ReplaceAll(what, "newer backup", "backup")
	}
	return what
}

// replace moves what is at the database's path aside, under a name with what
// in it, and puts the file with in its place; nothing if with is empty. It
// returns where the old one is, or the first of its files that was there.
//
// The order matters, because the machine may stop in between. The old file
// keeps its name until the new one takes it in one step, so there is never a
// moment in which an empty database would be made without a word.
func (p place) replace(with, what string, now time.Time) (aside string, err error) {
	to := p.beside(what, now)
	fi, err := os.Lstat(p.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return "", err
	default:
		linked := with != "" && fi.Mode().IsRegular() && os.Link(p.path, to) == nil
		if !linked {
			if err := os.Rename(p.path, to); err != nil {
				return "", err
			}
		}
		aside = to
	}
	for _, end := range sidecars {
		err := os.Rename(p.path+end, to+end)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return aside, err
		}
		if err == nil && aside == "" {
			aside = to + end
		}
	}
	if with != "" {
		if err := os.Rename(with, p.path); err != nil {
			return aside, err
		}
	}
	return aside, syncPath(p.dir)
}
