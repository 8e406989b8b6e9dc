package main

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func wished(t *testing.T, w relax.Wish) session.Plan {
	t.Helper()
	p, err := w.Plan(content.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Into a pipe a breath is two words, a line each, and nothing is written over.
func TestBreatheIntoAPipe(t *testing.T) {
	plan := wished(t, relax.Wish{Kind: relax.Breathing, PerMinute: 4, Minutes: 1})
	got := playing{plan: plan, noKeys: true}.run(t)
	want := "Get ready: Slow belly breathing.\n  3\n  2\n  1\n" + strings.Repeat("  Breathe in.\n  Breathe out.\n", 4)
	if got.text != want {
		t.Errorf("it says\n%s\nwant\n%s", got.text, want)
	}
	if got.took != 65*time.Second || got.state.Result(time.Now()).Outcome != session.Completed {
		t.Errorf("it took %s", got.took)
	}
	if s := strings.Join(got.rung, " "); s != "start tick tick tick"+strings.Repeat(" breathe-in breathe-out", 4)+" end" {
		t.Errorf("it rings %s", s)
	}
}

var barLine = regexp.MustCompile(`^  (█*)(·*)  Breathe (in|out) · .* left`)

// On a terminal a bar grows and shrinks by one column at a time, and is written
// anew no more often than it changes.
func TestBreatheOnATerminal(t *testing.T) {
	plan := wished(t, relax.Wish{Kind: relax.Breathing, PerMinute: 6, Minutes: 1})
	for _, width := range []int{200, 80, 40, 20} {
		got := playing{plan: plan, width: width}.run(t)
		last, drawn, longest := 0, 0, 0
		for line := range strings.SplitSeq(got.text, "\r") {
			m := barLine.FindStringSubmatch(strings.ReplaceAll(line, "\b", ""))
			if m == nil {
				continue
			}
			n, all := len([]rune(m[1])), len([]rune(m[1]))+len([]rune(m[2]))
			if n-last > 1 || last-n > 1 {
				t.Fatalf("at %d the bar jumps from %d to %d", width, last, n)
			}
			if m[3] == "in" && n < last || m[3] == "out" && n > last {
				t.Fatalf("at %d it goes from %d to %d while it says %s", width, last, n, m[3])
			}
			if columns(m[0]) >= width {
				t.Errorf("at %d a line takes %d columns", width, columns(m[0]))
			}
			last, longest, drawn = n, max(longest, n), drawn+1
			if longest > all {
				t.Fatal("it is longer than itself")
			}
		}
		if width < 80 {
			continue // the words are cut there
		}
		bar := min(40, width/2-4)
		if longest != bar || drawn < 12*bar || drawn > 12*bar+12*8+60 {
			t.Errorf("at %d the bar of %d gets %d long, drawn %d times", width, bar, longest, drawn)
		}
	}
}

// Where nothing is to move it is words that change.
func TestBreatheStill(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var text bytes.Buffer
		g := guide{now: time.Now, stage: &stage{out: &text, width: func() int { return 80 }}, sounds: &heard{}, begin: func(time.Duration) {}, still: true}
		if _, err := g.play(t.Context(), wished(t, relax.Wish{Kind: relax.Breathing, PerMinute: 6, Minutes: 1})); err != nil {
			t.Fatal(err)
		}
		if s := text.String(); strings.Contains(s, "█") || !strings.Contains(s, "\r  Breathe in · 1 min left") || !strings.Contains(s, "\r  Breathe out · 5 s left") {
			t.Errorf("it writes %q", s)
		}
	})
}

func TestBreatheKeys(t *testing.T) {
	plan := wished(t, relax.Wish{Kind: relax.Breathing, PerMinute: 6, Minutes: 1})
	at := func(s float64, k stretchKey) press { return press{time.Duration(s * float64(time.Second)), k} }
	got := playing{plan: plan, width: 80, keys: []press{at(16, keySlower), at(17, keySlower), at(18, keySlower), at(19, keyHelp), at(20, keyFaster)}}.run(t)
	for _, want := range []string{"5 breaths a minute from the next one on.", "4 breaths a minute from the next one on.", "There is no more of that.", "+ and - change the pace"} {
		if !strings.Contains(got.text, want) {
			t.Errorf("%q is not said: %s", want, got.text)
		}
	}
	if pace := relax.PerMinute(got.state.Plan.Items[0].Hold); pace != 5 {
		t.Errorf("%d a minute", pace)
	}
	end := playing{plan: plan, width: 80, context: func() (context.Context, func()) {
		return context.WithTimeout(context.Background(), 40*time.Second)
	}}.run(t)
	if r := end.state.Result(time.Now()); end.took != 40*time.Second || r.Active != 40*time.Second {
		t.Errorf("%+v after %s", r, end.took)
	}
}

func TestRelaxIntoAPipe(t *testing.T) {
	plan := wished(t, relax.Wish{Kind: relax.Muscles, Choices: relax.Choices{Rounds: 2, Half: true, Spared: []string{
		"arms", "shoulders", "face", "chest", "belly", "buttocks", "thighs", "calves",
	}}})
	got := playing{plan: plan, noKeys: true}.run(t)
	want := `Get ready: Hands.
  At half strength: Make fists with both hands.
  3
  2
  1
1 of 2: Hands · 2 × 5 s
  Tense now.
  Let go.
  Open your hands and let them lie heavy.
  Once more: tense.
  Let go.
  Open your hands and let them lie heavy.
Rest. Next: Feet.
  At half strength: Curl the toes of both feet, gently.
2 of 2: Feet · 2 × 5 s
  Tense now.
  Let go.
  Let your toes spread and rest.
  Once more: tense.
  Let go.
  Let your toes spread and rest.
`
	if got.text != want {
		t.Errorf("it says\n%s\nwant\n%s", got.text, want)
	}
	if got.took != 120*time.Second {
		t.Errorf("it took %s", got.took)
	}
}

// command runs the program and returns what it says.
func command(t *testing.T, args ...string) (out string, code int) {
	t.Helper()
	var b bytes.Buffer
	code = run(t.Context(), args, stdio{in: strings.NewReader(""), out: &b, err: &b})
	return b.String(), code
}

func TestRelaxList(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	s, _, err := sqlite.Open(t.Context(), sqlite.Path(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now().Truncate(time.Minute)
	four, seven := 4, 7
	x, err := s.AddRelaxation(t.Context(), diary.Relaxation{
		Kind: "breathing", Name: "Slow belly breathing", Start: now.Add(-time.Hour), End: now.Add(-56 * time.Minute), Active: 4 * time.Minute, Full: true, PerMinute: 6, Before: &four, After: &seven,
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddRelaxation(t.Context(), diary.Relaxation{
		Kind: "pmr", Name: "Progressive muscle relaxation", Start: now.Add(-30 * time.Minute), End: now.Add(-25 * time.Minute), Active: 5 * time.Minute, Done: 6, Groups: 10, After: &seven,
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	out, code := command(t, "relax", "list")
	if code != exitDone || !regexp.MustCompile(`(?m)^\S+ .*Slow belly breathing +4 min +6 a minute +calm 4 → 7$`).MatchString(out) ||
		!regexp.MustCompile(`(?m)^\S+ .*Progressive muscle relaxation +5 min +6 of 10 +calm 7 after$`).MatchString(out) {
		t.Errorf("%d: %s", code, out)
	}
	out, code = command(t, "relax", "list", "--json")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(out), &rows); err != nil || code != exitDone || len(rows) != 2 {
		t.Fatalf("%d, %v: %s", code, err, out)
	}
	if r := rows[0]; r["id"] != x.ID || r["kind"] != "breathing" || r["active_s"] != 240.0 || r["per_minute"] != 6.0 || r["calm_before"] != 4.0 || r["full"] != true {
		t.Errorf("%v", r)
	}
	if out, code = command(t, "relax", "delete", x.ID); code != exitDone || !strings.Contains(out, "unhunch relax undelete "+x.ID) {
		t.Errorf("%d: %s", code, out)
	}
	if out, _ = command(t, "relax", "list"); strings.Contains(out, "Slow") {
		t.Errorf("it is still there: %s", out)
	}
	if out, code = command(t, "relax", "undelete", x.ID); code != exitDone {
		t.Errorf("%d: %s", code, out)
	}
	if out, _ = command(t, "relax", "list"); !strings.Contains(out, "Slow") {
		t.Errorf("it is not back: %s", out)
	}
}

// One line is read, and nothing of the next.
func TestOneLineOf(t *testing.T) {
	from := strings.NewReader("7\nq")
	if line := <-oneLineOf(from); line != "7" || from.Len() != 1 {
		t.Errorf("%q, %d left", line, from.Len())
	}
	if line := <-oneLineOf(from); line != "q" {
		t.Errorf("%q", line)
	}
	if line, some := <-oneLineOf(from); some {
		t.Errorf("%q beyond the end", line)
	}
	a := &app{stdio: stdio{out: &bytes.Buffer{}}, now: time.Now}
	for typed, want := range map[string]int{"7\n": 7, "eleven\n11\n10\n": 10, "0\n": 0, "\n": -1, "": -1} {
		got := a.askCalm(t.Context(), strings.NewReader(typed), "Calm?")
		if (got == nil) != (want < 0) || got != nil && *got != want {
			t.Errorf("%q is %v, want %d", typed, got, want)
		}
	}
}
