package scenario_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/reminders/scenario"
)

// stories are the scenario files every scheduler of ours must play as told.
func stories(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/*.scenario")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 45 {
		t.Fatalf("%d scenario files in ../testdata, want at least 45", len(files))
	}
	return files
}

func TestScenarios(t *testing.T) {
	for _, file := range stories(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".scenario")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".scenario") + ".want")
			if err != nil {
				t.Fatal(err)
			}
			s, err := scenario.Parse(filepath.Base(file), data)
			if err != nil {
				t.Fatal(err)
			}
			lines, err := s.Play()
			if err != nil {
				t.Error(err)
			}
			var got []string
			for _, l := range lines {
				got = append(got, l.String())
			}
			if d := diff(strings.Split(strings.TrimSuffix(string(want), "\n"), "\n"), got); d != "" {
				t.Errorf("%s\n- what should have come, + what came:\n%s", opening(data), d)
			}
			if again := s.Run(); len(again) != len(lines) {
				t.Errorf("a second run gives %d lines, the first gave %d", len(again), len(lines))
			}
		})
	}
}

// TestEveryRuleHasAStory keeps the collection whole.
func TestEveryRuleHasAStory(t *testing.T) {
	all := strings.Join(stories(t), "\n")
	// Rule 17 is the invariant: TestTracesKeepTheRules tries to break it, too.
	for _, rule := range []string{
		"01", "02", "03", "04", "05", "06", "07", "08", "09", "10",
		"11", "12", "13", "14", "15", "16", "17", "18", "19",
	} {
		if !strings.Contains(all, "/rule"+rule+"-") {
			t.Errorf("no story for rule %s", rule)
		}
	}
}

// opening is the comment a story begins with: what it proves.
func opening(data []byte) string {
	var b strings.Builder
	for l := range strings.Lines(string(data)) {
		if !strings.HasPrefix(l, "#") {
			break
		}
		b.WriteString(l)
	}
	return strings.TrimSpace(b.String())
}

// diff shows two lists beside each other, "" if they are the same.
func diff(want, got []string) string {
	if len(want) == 1 && want[0] == "" {
		want = nil
	}
	// The longest common subsequence; the lists are short.
	n, m := len(want), len(got)
	common := make([][]int, n+1)
	for i := range common {
		common[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if want[i] == got[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	if n == m && common[0][0] == n {
		return ""
	}
	var b strings.Builder
	i, j := 0, 0
	for i < n || j < m {
		switch {
		case i < n && j < m && want[i] == got[j]:
			b.WriteString("  " + want[i] + "\n")
			i, j = i+1, j+1
		case i < n && (j == m || common[i+1][j] >= common[i][j+1]):
			b.WriteString("- " + want[i] + "\n")
			i++
		default:
			b.WriteString("+ " + got[j] + "\n")
			j++
		}
	}
	return b.String()
}

func TestLineAsJSON(t *testing.T) {
	s, err := scenario.Parse("x", []byte("timezone Europe/Berlin\nstart 2026-11-23 09:00\nend 09:35\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range s.Run() {
		b, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(b))
	}
	want := []string{
		`{"time":"2026-11-23T09:30:00+01:00","verb":"show","id":"posture"}`,
		`{"time":"2026-11-23T09:35:00+01:00","verb":"close","id":"posture","outcome":"expired"}`,
	}
	if d := diff(want, got); d != "" {
		t.Error(d)
	}
}
