package massage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// monday is when the stories begin.
var monday = time.Date(2026, 11, 2, 17, 0, 0, 0, time.UTC)

func library(t interface{ Fatal(...any) }) *content.Massage {
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func num(n int) *int { return &n }

// on is a visit so many days after monday, with the pain before, right after,
// the next and the third day; -1 is not told.
func on(day int, pains ...int) diary.Visit {
	v := diary.Visit{ID: "v" + monday.AddDate(0, 0, day).Format("0102"), At: monday.AddDate(0, 0, day), Length: time.Hour}
	for i, p := range []**int{&v.Before, &v.After, &v.NextDay, &v.ThirdDay} {
		if i < len(pains) && pains[i] >= 0 {
			*p = num(pains[i])
		}
	}
	return v
}

// hurt is a pain entry so many hours after monday.
func hurt(hours, pain int) diary.Pain {
	return diary.Pain{At: monday.Add(time.Duration(hours) * time.Hour), Intensity: pain}
}

func ids(list []Suggestion) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.Rule.ID)
	}
	return out
}

func TestAdjust(t *testing.T) {
	bruised := on(0, 5)
	bruised.Bruised = true
	for name, c := range map[string]struct {
		visits []diary.Visit
		pains  []diary.Pain
		want   []string
		says   string
	}{
		"no visits":                      {},
		"nothing told":                   {visits: []diary.Visit{on(0), on(7), on(14), on(21)}},
		"severe on the third day":        {visits: []diary.Visit{on(0, 7, 6, 6, 7)}, want: []string{PauseAndCall}, says: "7 of 10"},
		"up by two":                      {visits: []diary.Visit{on(0, 3, 2, 3, 5)}, want: []string{PauseAndCall}, says: "5 of 10; it was 3 before"},
		"up by one":                      {visits: []diary.Visit{on(0, 3, 2, 3, 4)}},
		"severe, before not told":        {visits: []diary.Visit{on(0, -1, -1, -1, 8)}, want: []string{PauseAndCall}},
		"five, before not told":          {visits: []diary.Visit{on(0, -1, -1, -1, 5)}},
		"severe by an entry":             {visits: []diary.Visit{on(0, 4)}, pains: []diary.Pain{hurt(80, 8)}, want: []string{PauseAndCall}},
		"severe before 72 h":             {visits: []diary.Visit{on(0, 4)}, pains: []diary.Pain{hurt(71, 8)}},
		"severe weeks later":             {visits: []diary.Visit{on(0, 4)}, pains: []diary.Pain{hurt(24*8, 8)}},
		"severe and over":                {visits: []diary.Visit{on(0, 4, 3, 3, 8)}, pains: []diary.Pain{hurt(100, 2)}},
		"severe, and still":              {visits: []diary.Visit{on(0, 4, 3, 3, 8)}, pains: []diary.Pain{hurt(100, 6)}, want: []string{PauseAndCall}},
		"severe after an earlier visit":  {visits: []diary.Visit{on(0, 4, 3, 3, 8), on(7, 4)}},
		"sore next day":                  {visits: []diary.Visit{on(0, 2, 1, 4)}, want: []string{Lighter}, says: "4 of 10"},
		"three next day":                 {visits: []diary.Visit{on(0, 2, 1, 3)}},
		"as strong before as next day":   {visits: []diary.Visit{on(0, 5, 4, 5)}},
		"bruises":                        {visits: []diary.Visit{bruised}, want: []string{Lighter}, says: "bruises"},
		"down by two":                    {visits: []diary.Visit{on(0, 9, 9, 9, 9), on(7, 6, 5, 5, 4), on(14, 6, 5, 5, 4), on(21, 5, 4, 3, 3)}, want: []string{LongerGap}, says: "2 points or more"},
		"down by a third":                {visits: []diary.Visit{on(0, 3, 2), on(7, 3, 2), on(14, 3, 2)}, want: []string{LongerGap}, says: "33 %"},
		"down by less":                   {visits: []diary.Visit{on(0, 6, 5), on(7, 6, 5), on(14, 6, 5)}},
		"two visits":                     {visits: []diary.Visit{on(0, 6, 2), on(7, 6, 2)}},
		"one of three not told":          {visits: []diary.Visit{on(0, 6, 2), on(7), on(14, 6, 2)}},
		"no change in four":              {visits: []diary.Visit{on(0, 5, 5), on(7, 5, 4), on(14, 5, 5), on(21, 5, 4)}, want: []string{TalkOrSwitch}, says: "less than one point"},
		"no change in three":             {visits: []diary.Visit{on(7, 5, 4), on(14, 5, 5), on(21, 5, 5)}},
		"worse in four":                  {visits: []diary.Visit{on(0, 5, 6), on(7, 5, 6), on(14, 5, 6), on(21, 5, 6)}, want: []string{TalkOrSwitch}, says: "up"},
		"one point in four":              {visits: []diary.Visit{on(0, 5, 4), on(7, 5, 4), on(14, 5, 4), on(21, 5, 4)}},
		"no pain at all":                 {visits: []diary.Visit{on(0, 0, 0), on(7, 0, 0), on(14, 0, 0), on(21, 0, 0)}},
		"pausing silences how often":     {visits: []diary.Visit{on(0, 6, 2), on(7, 6, 2), on(14, 6, 2, 8, 8)}, want: []string{PauseAndCall, Lighter}},
		"the order of visits is no help": {visits: []diary.Visit{on(7, 4), on(0, 4, 3, 3, 8)}},
	} {
		got := Adjust(library(t).Rules, c.visits, c.pains)
		if !slices.Equal(ids(got), c.want) {
			t.Errorf("%s: %v, want %v", name, ids(got), c.want)
			continue
		}
		for i, s := range got {
			if s.Because == "" || s.Rule.Then == "" || s.Rule.Basis == "" || s.Visit == "" || i == 0 && !strings.Contains(s.Because, c.says) {
				t.Errorf("%s: %+v", name, s)
			}
		}
	}
	if got := Adjust(nil, []diary.Visit{on(0, 7, 7, 7, 9)}, nil); got != nil {
		t.Errorf("without rules: %v", got)
	}
}

// TestTheNumbersAreThoseOfTheLibrary keeps the constants true to the texts.
func TestTheNumbersAreThoseOfTheLibrary(t *testing.T) {
	for id, says := range map[string][]string{
		PauseAndCall: {"Pain 7 or more", "up by 2 or more points", "over 72 h"}, Lighter: {"Soreness 4 or more the next day", "bruising"},
		LongerGap: {"last 3 sessions", "down by 2 or more points", "30%"}, TalkOrSwitch: {"under 1 point", "after 4 sessions"},
	} {
		i := slices.IndexFunc(library(t).Rules, func(r content.AdjustmentRule) bool { return r.ID == id })
		if i < 0 {
			t.Fatalf("the library has no rule %s", id)
		}
		for _, part := range says {
			if !strings.Contains(library(t).Rules[i].If, part) {
				t.Errorf("%s: %q does not say %q", id, library(t).Rules[i].If, part)
			}
		}
	}
}

// TestAnAlarmIsNeverMissed holds the alarm rule against random answers.
func TestAnAlarmIsNeverMissed(t *testing.T) {
	m := library(t)
	rapid.Check(t, func(t *rapid.T) {
		var visits []diary.Visit
		for i := range rapid.IntRange(1, 8).Draw(t, "visits") {
			p := make([]int, 4)
			for j := range p {
				p[j] = rapid.IntRange(-1, 10).Draw(t, "pain")
			}
			visits = append(visits, on(i*7, p...))
		}
		last := visits[len(visits)-1]
		want := last.ThirdDay != nil && (*last.ThirdDay >= 7 || last.Before != nil && *last.ThirdDay >= *last.Before+2)
		got := Adjust(m.Rules, visits, nil)
		if slices.Contains(ids(got), PauseAndCall) != want {
			t.Fatalf("%v, alarm wanted: %v", ids(got), want)
		}
		if r := RhythmOf(m, visits, nil, time.UTC); want && !r.Due.IsZero() {
			t.Fatalf("booking is suggested: %+v", r)
		}
	})
}
