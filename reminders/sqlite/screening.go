package sqlite

import (
	"context"
	"database/sql"
	"time"

	"github.com/unhunch/unhunch/reminders/safety"
)

// Screening are the latest answers to the checklist before a massage, one a
// question, in the order they were given.
func (s *Store) Screening(ctx context.Context) ([]safety.ScreeningAnswer, error) {
	return list(ctx, s, "read the checklist before a massage", scanScreeningAnswer, `SELECT question, yes, at, cleared_by FROM screening_answer ORDER BY at, question`)
}

func scanScreeningAnswer(row scannable) (safety.ScreeningAnswer, error) {
	var a safety.ScreeningAnswer
	var at int64
	err := row.Scan(&a.Question, &a.Yes, &at, &a.ClearedBy)
	a.At = time.UnixMilli(at).UTC()
	return a, err
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
