package sqlite

import (
	"context"
	"database/sql"
	"time"

	"github.com/unhunch/unhunch/reminders/safety"
)

// ReliefAnswers are the latest answers to the questions before heat and cold,
// one a question and place, in the order they were given.
func (s *Store) ReliefAnswers(ctx context.Context) ([]safety.ReliefAnswer, error) {
	return list(ctx, s, "read the answers before heat and cold", scanReliefAnswer, `SELECT question, region, yes, at, cleared_by FROM relief_answer ORDER BY at, question, region`)
}

func scanReliefAnswer(row scannable) (safety.ReliefAnswer, error) {
	var a safety.ReliefAnswer
	var at int64
	err := row.Scan(&a.Question, &a.Region, &a.Yes, &at, &a.ClearedBy)
	a.At = time.UnixMilli(at).UTC()
	return a, err
}

// AnswerRelief keeps answers in the place of earlier ones to the same questions
// about the same places, all of them or none. One that does not pass
// safety.ReliefAnswer.Validate is refused with that error.
func (s *Store) AnswerRelief(ctx context.Context, answers ...safety.ReliefAnswer) error {
	for _, a := range answers {
		if err := a.Validate(s.o.Now()); err != nil {
			return err
		}
	}
	return s.write(ctx, "save the answers before heat and cold", func(tx *sql.Tx) error {
		for _, a := range answers {
			_, err := tx.ExecContext(ctx, `INSERT INTO relief_answer (question, region, yes, at, cleared_by) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (question, region) DO UPDATE SET yes = excluded.yes, at = excluded.at, cleared_by = excluded.cleared_by`,
				a.Question, string(a.Region), a.Yes, a.At.UnixMilli(), a.ClearedBy)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// ForgetRelief takes answers to a question back, about every place. One that was
// not answered stays so.
func (s *Store) ForgetRelief(ctx context.Context, questions ...string) error {
	return s.write(ctx, "take back an answer before heat and cold", func(tx *sql.Tx) error {
		for _, q := range questions {
			if _, err := tx.ExecContext(ctx, `DELETE FROM relief_answer WHERE question = ?`, q); err != nil {
				return err
			}
		}
		return nil
	})
}
