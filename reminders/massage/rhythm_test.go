package massage

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestRhythm(t *testing.T) {
	weekly := func(pains ...int) []diary.Visit {
		return []diary.Visit{on(0, pains...), on(7, pains...), on(14, pains...)}
	}
	for name, c := range map[string]struct {
		visits []diary.Visit
		pains  []diary.Pain
		want   Rhythm // without Visit and Due
		due    int    // days after monday; 0 is never
		words  string
	}{
		"no visits":        {},
		"only before told": {visits: []diary.Visit{on(0, 5), on(7, 5)}, want: Rhythm{Every: 7}, due: 14, words: "You go about every 7 days. Next due by Mon 16 Nov."},
		"one, untold":      {visits: []diary.Visit{on(0)}},
		"two, untold":      {visits: []diary.Visit{on(0), on(9)}, want: Rhythm{Every: 9}, due: 18, words: "You go about every 9 days. Next due by Fri 20 Nov."},
		"five days":        {visits: weekly(6, 3, 3, 4), want: Rhythm{Every: 7, Known: true, Lasts: 5}, due: 19, words: "Relief faded after about 5 days. Next due by Sat 21 Nov."},
		"back next day":    {visits: weekly(6, 3, 6, 6), want: Rhythm{Every: 7, Known: true, Lasts: 1}, due: 16, words: "Relief faded after about 1 day. Next due by Wed 18 Nov."},
		"no relief":        {visits: weekly(6, 6, 6, 6), want: Rhythm{Every: 7, Known: true}, words: "Relief lasted less than a day."},
		"first, holding":   {visits: []diary.Visit{on(0, 6, 3, 3, 3)}, want: Rhythm{Known: true, Lasts: 3, AtLeast: true}, due: 7, words: "Relief lasted for at least 3 days. Next due by Mon 9 Nov."},
		"told by an entry": {
			visits: []diary.Visit{on(0, 6, 3, 3, 3)}, pains: []diary.Pain{hurt(24*5, 6)},
			want: Rhythm{Known: true, Lasts: 4}, due: 4, words: "Relief faded after about 4 days. Next due by Fri 6 Nov.",
		},
		"told by entries": {
			visits: []diary.Visit{on(0, 6, 3, 3, 3)}, pains: []diary.Pain{hurt(24*6, 4), hurt(24*10, 2), hurt(24*14, 7)},
			want: Rhythm{Known: true, Lasts: 12}, due: 12, words: "Relief faded after about 12 days. Next due by Sat 14 Nov.",
		},
		"an entry from before is none": {visits: []diary.Visit{on(0, 6)}, pains: []diary.Pain{hurt(-5, 2)}},
		"a long silence tells nothing": {
			visits: []diary.Visit{on(0, 6, 3), on(30, 6, 3)}, want: Rhythm{Every: 30}, due: 60, words: "You go about every 30 days. Next due by Fri 1 Jan.",
		},
		"still good at the next": {
			visits: []diary.Visit{on(0, 5, 4, 4, 4), on(7, 4, 3, 3, 3), on(14, 3, 2, 2, 2), on(21, 2, 1, 1, 1)},
			want:   Rhythm{Every: 7, Known: true, Lasts: 7, AtLeast: true}, due: 35, words: "Relief lasted for at least 7 days. Next due by Mon 7 Dec.",
		},
		"alarm":            {visits: []diary.Visit{on(0, 4, 3), on(7, 4, 3, 7, 8)}, want: Rhythm{Every: 7, Known: true, Lasts: 1}, words: "Relief faded after about 1 day."},
		"it does not help": {visits: []diary.Visit{on(0, 5, 5), on(7, 5, 5), on(14, 5, 5), on(21, 5, 4, 4, 5)}, want: Rhythm{Every: 7, Known: true, Lasts: 2}, words: "Relief faded after about 2 days."},
	} {
		got := RhythmOf(library(t), c.visits, c.pains, time.UTC)
		due := c.want
		due.Visit = got.Visit
		if c.due > 0 {
			due.Due = time.Date(2026, 11, 2+c.due, 0, 0, 0, 0, time.UTC)
		}
		if got != due || got.Words() != c.words {
			t.Errorf("%s: %+v %q\nwant %+v %q", name, got, got.Words(), due, c.words)
		}
		if remind := got.Remind(); remind.IsZero() != got.Due.IsZero() || !remind.IsZero() && remind.Hour() != 10 {
			t.Errorf("%s: reminds at %v", name, remind)
		}
	}
}

func TestRhythmIsOfTheZone(t *testing.T) {
	zone := time.FixedZone("", 10*3600) // there monday's visit is in the night to Tuesday
	got := RhythmOf(library(t), []diary.Visit{on(0), on(7)}, nil, zone)
	if want := time.Date(2026, 11, 17, 0, 0, 0, 0, zone); !got.Due.Equal(want) {
		t.Errorf("%v, want %v", got.Due, want)
	}
}

func TestSelfMassageSetsNoRhythm(t *testing.T) {
	own := on(10, 5, 2, 2, 2)
	own.Type = "self"
	got := RhythmOf(library(t), []diary.Visit{on(0), on(7), own}, nil, time.UTC)
	if got.Visit != on(7).ID || got.Every != 7 || got.Known {
		t.Errorf("%+v", got)
	}
}

func TestReview(t *testing.T) {
	var visits []diary.Visit
	for i, want := range []Review{
		{Visits: 1, Of: 4, Since: 1},
		{Visits: 2, Of: 4, Since: 2},
		{Visits: 3, Of: 4, Since: 3},
		{Visits: 4, Of: 4, Since: 4, Due: true},
		{Visits: 5, Of: 4, Since: 1},
		{Visits: 6, Of: 4, Since: 2},
		{Visits: 7, Of: 4, Since: 3},
		{Visits: 8, Of: 4, Since: 4, Due: true},
		{Visits: 9, Of: 4, Since: 1},
		{Visits: 10, Of: 4, Since: 2, Capped: true, Cap: library(t).Frequency.CapText},
	} {
		visits = append([]diary.Visit{on(i * 7)}, visits...)
		if got := ReviewOf(library(t).Frequency, visits); got != want || got.Words() == "" {
			t.Errorf("after %d: %+v %q, want %+v", i+1, got, got.Words(), want)
		}
	}
	visits = append(visits, on(9*7+91))
	if got := ReviewOf(library(t).Frequency, visits); got.Visits != 1 {
		t.Errorf("after a long while: %+v", got)
	}
	if got := ReviewOf(library(t).Frequency, nil); got.Due || got.Words() != "" {
		t.Errorf("before the first: %+v", got)
	}
}

func BenchmarkTenYears(b *testing.B) {
	m := library(b)
	var visits []diary.Visit
	var pains []diary.Pain
	for i := range 520 {
		visits = append(visits, on(i*7, 6, 3, 3, 4))
		for d := range 7 {
			pains = append(pains, hurt((i*7+d)*24+5, 3+d%3))
		}
	}
	for b.Loop() {
		RhythmOf(m, visits, pains, time.UTC)
	}
}
