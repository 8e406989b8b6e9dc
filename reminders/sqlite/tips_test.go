package sqlite

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestTipLog(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	if log, err := s.TipLog(t.Context(), 10); err != nil || len(log) != 0 {
		t.Errorf("before any: %v, %v", log, err)
	}
	must(t, s.TipShown(t.Context(), "T01", noon.Add(-time.Hour)))
	must(t, s.TipShown(t.Context(), "T01", noon.In(time.FixedZone("east", 9*3600))))
	must(t, s.TipShown(t.Context(), "T01", noon.Add(-time.Minute))) // told late
	must(t, s.TipShown(t.Context(), "my-own", noon.Add(1234567)))
	must(t, s.TipShown(t.Context(), "T01", noon)) // told twice
	for _, err := range []error{s.TipShown(t.Context(), "", noon), s.TipShown(t.Context(), "T02", time.Time{})} {
		if err == nil || !strings.Contains(err.Error(), "; hint: ") {
			t.Errorf("nonsense was kept: %v", err)
		}
	}
	whole := []diary.TipShown{
		{ID: "T01", At: noon.Add(-time.Hour)},
		{ID: "T01", At: noon.Add(-time.Minute)},
		{ID: "T01", At: noon},
		{ID: "my-own", At: noon.Add(time.Millisecond)},
	}
	for most, want := range map[int][]diary.TipShown{-1: nil, 0: nil, 1: whole[3:], 3: whole[1:], 4: whole, 1000: whole} {
		if log, err := s.TipLog(t.Context(), most); err != nil || !slices.Equal(log, want) {
			t.Errorf("the last %d: %v, %v; want %v", most, log, err, want)
		}
	}
}
