package sqlite

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestTheLatestAnswerAboutTheDeskCounts(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	list := func() []diary.DeskAnswer {
		t.Helper()
		out, err := s.DeskAnswers(t.Context())
		must(t, err)
		return out
	}
	if got := list(); len(got) != 0 {
		t.Errorf("before any: %v", got)
	}
	give := func(question string, c diary.DeskChoice, at time.Time) {
		t.Helper()
		must(t, s.AnswerDesk(t.Context(), diary.DeskAnswer{Question: question, Choice: c, At: at}))
	}
	early := noon.Add(-time.Hour)
	give("screen", diary.DeskChange, early.Add(-time.Hour))
	give("chair", diary.DeskNotApt, early.Add(123456).In(time.FixedZone("west", -5*3600)))
	give("feet", diary.DeskFine, early)
	give("screen", diary.DeskFine, noon)
	want := []diary.DeskAnswer{
		{Question: "chair", Choice: diary.DeskNotApt, At: early},
		{Question: "feet", Choice: diary.DeskFine, At: early},
		{Question: "screen", Choice: diary.DeskFine, At: noon},
	}
	if got := list(); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	give("feet", diary.DeskOpen, time.Time{})
	give("never-answered", diary.DeskOpen, noon)
	if got := list(); !reflect.DeepEqual(got, []diary.DeskAnswer{want[0], want[2]}) {
		t.Errorf("one taken back: %v", got)
	}
	for _, a := range []diary.DeskAnswer{
		{},
		{Question: "chair", Choice: "maybe", At: noon},
		{Question: "chair", Choice: diary.DeskFine},
		{Question: "chair", Choice: diary.DeskFine, At: noon.Add(time.Hour)},
	} {
		var field *diary.FieldError
		if err := s.AnswerDesk(t.Context(), a); !errors.As(err, &field) {
			t.Errorf("%+v: %v", a, err)
		}
	}
	if got := list(); len(got) != 2 {
		t.Errorf("after what was refused: %v", got)
	}
}
