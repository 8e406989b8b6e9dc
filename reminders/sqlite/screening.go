package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/unhunch/unhunch/reminders/safety"
)

// Screening are the latest answers to the checklist before a massage, one a
// question, in the order they were given.
func (s *Store) Screening(ctx context.Context) ([]safety.ScreeningAnswer, error) {
	var out []safety.ScreeningAnswer
	err := s.read(ctx, "read the checklist before a massage", func() error {
		out = nil
		rows, err := s.db.QueryContext(ctx, `SELECT question, yes, at, cleared_by FROM screening_answer ORDER BY at, question`)
		if err != nil {
			return err
		}
		for rows.Next() {
			var a safety.ScreeningAnswer
			var at int64
			if err := rows.Scan(&a.Question, &a.Yes, &at, &a.ClearedBy); err != nil {
				return errors.Join(err, rows.Close())
			}
			a.At = time.UnixMilli(at).UTC()
			out = append(out, a)
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	return out, err
}

// AnswerScreening keeps answers in the place of earlier ones to the same
// questions, all of them or none. One that does not pass
// safety.ScreeningAnswer.Validate is refused with that error.
func (s *Store) AnswerScreening(ctx context.Context, answers ...safety.ScreeningAnswer) error {
	for _, a := range answers {
		if err := a.Validate(s.o.Now()); err != nil {
			return err
		}
	}
	return s.write(ctx, "save the checklist before a massage", func(tx *sql.Tx) error {
		for _, a := range answers {
			_, err := tx.ExecContext(ctx, `INSERT INTO screening_answer (question, yes, at, cleared_by) VALUES (?, ?, ?, ?)
				ON CONFLICT (question) DO UPDATE SET yes = excluded.yes, at = excluded.at, cleared_by = excluded.cleared_by`,
				a.Question, a.Yes, a.At.UnixMilli(), a.ClearedBy)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// ForgetScreening takes answers back: nothing was answered to these questions
// then. One that was not answered stays so.
func (s *Store) ForgetScreening(ctx context.Context, questions ...string) error {
	return s.write(ctx, "take back an answer of the checklist", func(tx *sql.Tx) error {
		for _, q := range questions {
			if _, err := tx.ExecContext(ctx, `DELETE FROM screening_answer WHERE question = ?`, q); err != nil {
				return err
			}
		}
		return nil
	})
}
