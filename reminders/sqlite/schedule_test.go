package sqlite

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

func TestTheScheduleComesBackAsItWas(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	if _, saved, err := s.Schedule(t.Context()); saved || err != nil {
		t.Errorf("before anything was saved: %v %v", saved, err)
	}
	st, _, _ := reminders.State{}.Step(noon, reminders.Start{Config: reminders.DefaultConfig()})
	st, effects, _ := st.Step(noon.Add(30*time.Minute), reminders.Tick{})
	must(t, s.Record(t.Context(), st, noon, effects))
	got, saved, err := s.Schedule(t.Context())
	must(t, err)
	a, err := json.Marshal(st)
	must(t, err)
	b, err := json.Marshal(got)
	must(t, err)
	if !saved || !bytes.Equal(a, b) {
		t.Errorf("saved %v\n%s, want\n%s", saved, b, a)
	}
}

func TestGarbageInTheScheduleIsPutAside(t *testing.T) {
	for name, garbage := range map[string]any{
		"empty": "", "blank": "  ", "not JSON": "{paused", "null": "null", "a list": "[]", "a number": "17",
		"wrong types": `{"paused":"maybe"}`, "two objects": `{}{}`, "bad time": `{"last":"yesterday"}`,
		"too long": "{" + strings.Repeat(" ", longestState) + "}", "control": "\x00\x01", "bad UTF-8": "{\"busy\":[\"\xff\"]}",
	} {
		t.Run(name, func(t *testing.T) {
			path := fileIn(t)
			s, _ := mustOpen(t, path, at(noon))
			_, err := s.db.Exec(`INSERT INTO schedule VALUES (1, ?, 0)`, garbage)
			must(t, err)
			r, _ := mustOpen(t, path, Options{ReadOnly: true})
			var row *DamagedRowError
			if st, saved, err := r.Schedule(t.Context()); saved || !errors.As(err, &row) || row.Kept || !reflect.DeepEqual(st, reminders.State{}) {
				t.Errorf("read only: %v %v", saved, err)
			}
			st, saved, err := s.Schedule(t.Context())
			if saved || !errors.As(err, &row) || !row.Kept || !reflect.DeepEqual(st, reminders.State{}) {
				t.Fatalf("saved %v, %v", saved, err)
			}
			if errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "set_aside") {
				t.Errorf("the error: %v", err)
			}
			var kept []byte
			must(t, s.db.QueryRow(`SELECT content FROM set_aside WHERE origin = 'schedule'`).Scan(&kept))
			if string(kept) != garbage {
				t.Errorf("kept %d bytes, want %d", len(kept), len(garbage.(string)))
			}
			if _, saved, err := s.Schedule(t.Context()); saved || err != nil {
				t.Errorf("afterwards: %v %v", saved, err)
			}
			must(t, s.Record(t.Context(), reminders.State{Paused: true}, noon, nil))
			if st, saved, err := s.Schedule(t.Context()); !saved || err != nil || !st.Paused {
				t.Errorf("after the next save: %v %v", saved, err)
			}
		})
	}
}

func TestAStateThatCannotBeWrittenChangesNothing(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	must(t, s.Record(t.Context(), reminders.State{Paused: true}, noon, nil))
	sat := reminders.Effect{Verb: reminders.Sat, From: noon.Add(-time.Hour), To: noon}
	if err := s.Record(t.Context(), reminders.State{Last: noon.AddDate(10000, 0, 0)}, noon, []reminders.Effect{sat}); err == nil {
		t.Error("a year that JSON has no room for was saved")
	}
	if err := s.Record(t.Context(), reminders.State{}, noon, []reminders.Effect{sat, {Verb: "sing"}}); err == nil {
		t.Error("an unknown effect was saved")
	}
	if st, saved, err := s.Schedule(t.Context()); !saved || err != nil || !st.Paused {
		t.Errorf("afterwards: %v %v %v", st.Paused, saved, err)
	}
	if d, err := s.LongestSit(t.Context(), noon.AddDate(0, 0, -1), noon); err != nil || d != 0 {
		t.Errorf("half of a record was saved: %v %v", d, err)
	}
}

func FuzzDecodeState(f *testing.F) {
	st, _, _ := reminders.State{}.Step(noon, reminders.Start{Config: reminders.DefaultConfig()})
	real, err := json.Marshal(st)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		string(real), "", "null", "{}", "[]", `{"last":1}`, `{"clocks":{"posture":-1}}`, `{"prompts":{"x":null}}`,
		`{"waiting":[{"due":"2026-11-26T12:00:00Z"}]}`, "{\"busy\":[\"\xff\"]}", `{"last":"9999-12-31T23:59:59.999999999Z"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		st, err := decodeState[reminders.State](raw)
		if err != nil {
			if !reflect.DeepEqual(st, reminders.State{}) {
				t.Errorf("half a state besides %v", err)
			}
			return
		}
		// What was read can be written, and reads the same again.
		text, err := json.Marshal(st)
		if err != nil {
			t.Fatalf("cannot be written: %v", err)
		}
		again, err := decodeState[reminders.State](text)
		if err != nil {
			t.Fatalf("cannot be read again: %v", err)
		}
		if more, err := json.Marshal(again); err != nil || !bytes.Equal(text, more) {
			t.Errorf("%s became %s", text, more)
		}
	})
}
