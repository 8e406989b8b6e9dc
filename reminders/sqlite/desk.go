package sqlite

import (
	"context"
	"database/sql"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// DeskAnswers are the latest answers of the desk check-up, one a question, in
// the order they were given.
func (s *Store) DeskAnswers(ctx context.Context) ([]diary.DeskAnswer, error) {
	return list(ctx, s, "read the desk check-up", scanDeskAnswer, `SELECT question, choice, at FROM desk_answer ORDER BY at, question`)
}

func scanDeskAnswer(row scannable) (diary.DeskAnswer, error) {
	var a diary.DeskAnswer
	var at int64
	err := row.Scan(&a.Question, &a.Choice, &at)
	a.At = time.UnixMilli(at).UTC()
	return a, err
}

// AnswerDesk keeps an answer in the place of an earlier one to the same
// question; one without a choice takes the answer back. One that does not pass
// diary.DeskAnswer.Validate is refused with that error.
func (s *Store) AnswerDesk(ctx context.Context, a diary.DeskAnswer) error {
	if err := a.Validate(s.o.Now()); err != nil {
		return err
	}
	return s.write(ctx, "save the desk check-up", func(tx *sql.Tx) error {
		if a.Choice == diary.DeskOpen {
			_, err := tx.ExecContext(ctx, `DELETE FROM desk_answer WHERE question = ?`, a.Question)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO desk_answer (question, choice, at) VALUES (?, ?, ?)
			ON CONFLICT (question) DO UPDATE SET choice = excluded.choice, at = excluded.at`,
			a.Question, string(a.Choice), a.At.UnixMilli())
		return err
	})
}
