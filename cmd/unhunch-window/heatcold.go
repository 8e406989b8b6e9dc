package main

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// heatCold is heat and cold: the agent times them, the database has the rest.
type heatCold struct {
	*link
	*store
}

// BeginRelief puts a pack on. An agent that does not run is started: without it
// nobody would say that the time is over.
func (h heatCold) BeginRelief(w ui.ReliefWant) error {
	if err := h.Start(); err != nil {
		return err
	}
	return h.call(func(ctx context.Context, c *control.Client) error {
		_, err := c.ReliefStart(ctx, control.ReliefStart{Timer: w.Timer.ID, Region: string(w.Region), For: control.Seconds(w.Length), Before: w.Before})
		return err
	})
}

// PauseRelief takes a pack off for a moment.
func (h heatCold) PauseRelief(id string) error {
	return h.call(func(ctx context.Context, c *control.Client) error {
		_, err := c.ReliefPause(ctx, control.ReliefPick{ID: id})
		return err
	})
}

// ResumeRelief puts it on again.
func (h heatCold) ResumeRelief(id string) error {
	return h.call(func(ctx context.Context, c *control.Client) error {
		_, err := c.ReliefResume(ctx, control.ReliefPick{ID: id})
		return err
	})
}

// StopRelief takes it off for good.
func (h heatCold) StopRelief(id string) error {
	return h.call(func(ctx context.Context, c *control.Client) error {
		_, err := c.ReliefStop(ctx, control.ReliefStop{ID: id})
		return err
	})
}

// CheckRelief says how the skin is.
func (h heatCold) CheckRelief(id string, fine bool) error {
	return h.call(func(ctx context.Context, c *control.Client) error {
		_, err := c.ReliefLook(ctx, control.ReliefLook{ID: id, Fine: fine})
		return err
	})
}

// ReliefState is what is on the skin, and what was not long ago.
func (s *store) ReliefState() (ui.ReliefNow, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.ReliefNow, error) { return db.ReliefState(ctx) })
}

// ReliefAnswers are the latest answers to the questions before a start.
func (s *store) ReliefAnswers() ([]ui.ReliefAnswer, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.ReliefAnswer, error) { return db.ReliefAnswers(ctx) })
}

// AnswerRelief keeps answers to them.
func (s *store) AnswerRelief(answers ...ui.ReliefAnswer) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.AnswerRelief(ctx, answers...) })
}

// Reliefs are the uses that began between two instants.
func (s *store) Reliefs(from, to time.Time) ([]ui.Relieved, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Relieved, error) { return db.Reliefs(ctx, from, to) })
}

// ReliefFelt keeps how much it hurt before and after.
func (s *store) ReliefFelt(id string, before, after *int) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.ReliefFelt(ctx, id, before, after)
		return err
	})
}

// DeleteRelief takes a use out of every list.
func (s *store) DeleteRelief(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.DeleteRelief(ctx, id)
		return err
	})
}

// UndeleteRelief brings a deleted use back.
func (s *store) UndeleteRelief(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.UndeleteRelief(ctx, id)
		return err
	})
}

// Creams are those put on between two instants, and patches that are worn.
func (s *store) Creams(from, to time.Time) ([]ui.Cream, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Cream, error) {
		now, err := db.CreamsNow(ctx)
		if err != nil {
			return nil, err
		}
		list, err := db.Creams(ctx, from, to)
		for _, c := range now { // a patch may have been put on long ago
			if c.At.Before(from) {
				list = append([]ui.Cream{c}, list...)
			}
		}
		return list, err
	})
}

// AddCream keeps one.
func (s *store) AddCream(c ui.Cream) (ui.Cream, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Cream, error) { return db.AddCream(ctx, c) })
}

// TookOff says when a patch came off.
func (s *store) TookOff(id string, at time.Time) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.TookOff(ctx, id, at)
		return err
	})
}

// DeleteCream takes one out of every list.
func (s *store) DeleteCream(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.DeleteCream(ctx, id)
		return err
	})
}

// UndeleteCream brings a deleted one back.
func (s *store) UndeleteCream(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.UndeleteCream(ctx, id)
		return err
	})
}
