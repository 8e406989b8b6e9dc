package control

import (
	"encoding/json"
	"testing"
	"time"
)

func TestStatusJSON(t *testing.T) {
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("", 3600))
	sat, every := Seconds(90*time.Second+700*time.Millisecond), Seconds(30*time.Minute)
	for _, tt := range []struct {
		name string
		st   Status
		want string
	}{
		{
			"empty lists are lists",
			Status{Now: at},
			`{"now":"2026-11-23T09:00:00+01:00","agent":false,"presence":"","busy":[],"paused":false,"in_hours":false,"prompts":[],"reminders":[]}`,
		},
		{
			"whole seconds",
			Status{
				Now: at, Agent: true, Presence: "active", Busy: []string{"dnd"},
				Reminders: []Reminder{{ID: "posture", Enabled: true, Next: &at, Sitting: &sat, Every: &every}},
			},
			`{"now":"2026-11-23T09:00:00+01:00","agent":true,"presence":"active","busy":["dnd"],"paused":false,"in_hours":false,"prompts":[],` +
				`"reminders":[{"id":"posture","enabled":true,"next":"2026-11-23T09:00:00+01:00","sitting_s":90,"every_s":1800}]}`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := json.Marshal(tt.st)
			if err != nil || string(got) != tt.want {
				t.Errorf("got  %s (%v)\nwant %s", got, err, tt.want)
			}
			var back Status
			if err := json.Unmarshal(got, &back); err != nil {
				t.Fatal(err)
			}
			again, err := json.Marshal(&back)
			if err != nil || string(again) != tt.want {
				t.Errorf("read back: %s (%v)", again, err)
			}
		})
	}
}

func TestSeconds(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"0": 0, "90": 90 * time.Second, "-5": -5 * time.Second, "9223372036": 9223372036 * time.Second,
	} {
		var s Seconds
		if err := json.Unmarshal([]byte(in), &s); err != nil || s.Duration() != want {
			t.Errorf("%s is %v (%v), want %v", in, s, err, want)
		}
	}
	for _, in := range []string{`1.5`, `"10"`, `9223372037`, `-9223372037`, `1e99`, `{}`, `true`, `"10m"`} {
		var s Seconds
		if err := json.Unmarshal([]byte(in), &s); err == nil {
			t.Errorf("%s is accepted as %v", in, s)
		}
	}
	if s := Seconds(90 * time.Second).String(); s != "1m30s" {
		t.Errorf("written as %s", s)
	}
}
