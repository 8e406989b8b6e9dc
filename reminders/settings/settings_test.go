package settings

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

var update = flag.Bool("update", false, "write the golden file anew")

func TestDefaultIsTheSchedulersDefault(t *testing.T) {
	zone := time.FixedZone("test", 3600)
	got := Default().Config(zone)
	want := reminders.DefaultConfig()
	want.Zone = zone
	for i := range want.Reminders {
		want.Reminders[i].Enabled = true
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Config of the defaults:\n got %+v\nwant %+v", got, want)
	}
	if got := Default().Config(nil).Zone; got != time.UTC {
		t.Errorf("no zone gives %v, want UTC", got)
	}
}

func TestDefaults(t *testing.T) {
	want := map[string]string{
		"away_after": "5m", "expire_after": "5m", "merge_window": "5m", "settle": "1m", "useful_for": "2h", "snooze": "10m",
		"hours": "always", "posture.enabled": "true", "posture.every": "30m", "stretch.enabled": "true", "stretch.every": "1h",
		"checkin.enabled": "true", "checkin.at": "20:00", "checkin.days": "daily",
		"appointment.enabled": "true", "appointment.leads": "1d,2h",
		"visit-log.enabled": "true", "visit-log.after": "15m", "visit-log.open_for": "24h",
		"follow-up.enabled": "true", "follow-up.after": "24h,72h", "follow-up.within": "48h",
		"rebook.enabled": "true",
		"window.theme":   "system", "window.text_size": "100", "window.reduced_motion": "false",
		"player.chimes": "true", "player.voice": "false", "player.volume": "70",
		"notifications.sound": "false", "tray.enabled": "true", "emergency.country": "",
	}
	keys := Keys()
	if len(keys) != len(want) {
		t.Errorf("%d keys, want %d", len(keys), len(want))
	}
	for _, k := range keys {
		if k.Default != want[k.Name] {
			t.Errorf("%s defaults to %q, want %q", k.Name, k.Default, want[k.Name])
		}
		if got, err := Get(Default(), k.Name); err != nil || got != want[k.Name] {
			t.Errorf("Get %s = %q, %v, want %q", k.Name, got, err, want[k.Name])
		}
		if k.Doc == "" || k.Label == "" || k.Group == "" || k.Kind.noun() == "" || strings.Contains(k.Doc, "\n") {
			t.Errorf("%s is not described: %+v", k.Name, k)
		}
	}
}

// The struct and the list of keys say the same.
func TestTagsAreTheKeys(t *testing.T) {
	var tags func(reflect.Type, string) []string
	tags = func(typ reflect.Type, prefix string) []string {
		var names []string
		for f := range typ.Fields() {
			name := prefix + f.Tag.Get("toml")
			switch {
			case name == prefix+"-":
			case f.Type.Kind() == reflect.Struct:
				names = append(names, tags(f.Type, name+".")...)
			case f.Type == reflect.TypeFor[[]Own]():
				names = append(names, tags(f.Type.Elem(), name+".water.")...)
			default:
				names = append(names, name)
			}
		}
		return names
	}
	want := tags(reflect.TypeFor[Settings](), "")
	s := Default()
	if err := s.AddOwn("water"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, k := range s.Keys() {
		got = append(got, k.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("keys and toml tags differ:\n got %v\nwant %v", got, want)
	}
}

func TestConfigOfWhatIsOff(t *testing.T) {
	s := Default()
	for _, key := range []string{"appointment.enabled", "visit-log.enabled", "follow-up.enabled", "posture.enabled", "checkin.enabled"} {
		set(t, &s, key, "false")
	}
	c := s.Config(time.UTC)
	if c.Leads == nil || len(c.Leads) != 0 || c.FollowUps == nil || len(c.FollowUps) != 0 || c.VisitLogFor != 0 {
		t.Errorf("leads %#v, follow-ups %#v, visit log for %v; want empty, empty, 0", c.Leads, c.FollowUps, c.VisitLogFor)
	}
	for id, want := range map[reminders.ID]bool{reminders.Posture: false, reminders.Stretch: true, reminders.Checkin: false} {
		if r, _ := c.Reminder(id); r.Enabled != want {
			t.Errorf("%s enabled = %v, want %v", id, r.Enabled, want)
		}
	}
}

func TestConfigCarriesEverySetting(t *testing.T) {
	s := Default()
	for key, value := range map[string]string{
		"away_after": "7m", "expire_after": "8m", "merge_window": "0s", "settle": "2m", "useful_for": "3h",
		"hours": "mon-fri 09:00-18:00", "posture.every": "20m", "stretch.every": "90m", "checkin.at": "18:00, 15:00",
		"checkin.days": "mon-fri", "appointment.leads": "3h 2d", "visit-log.after": "5m", "visit-log.open_for": "2h",
		"follow-up.after": "2d", "follow-up.within": "1d",
		"own.water.every": "45m", "own.water.enabled": "true", "own.water.opens": "relief", "own.broken.title": "No time",
	} {
		set(t, &s, key, value)
	}
	c := s.Config(time.UTC)
	water, _ := c.Reminder("water")
	want := reminders.Reminder{ID: "water", Enabled: true, Every: 45 * time.Minute, Days: reminders.EveryDay, Title: "Water", Opens: "relief"}
	if !reflect.DeepEqual(water, want) {
		t.Errorf("own reminder is %+v, want %+v", water, want)
	}
	if _, ok := c.Reminder("broken"); ok {
		t.Error("a reminder without a time reached the scheduler")
	}
	posture, _ := c.Reminder(reminders.Posture)
	stretch, _ := c.Reminder(reminders.Stretch)
	checkin, _ := c.Reminder(reminders.Checkin)
	for _, pair := range [][2]any{
		{c.AwayAfter, 7 * time.Minute},
		{c.ExpireAfter, 8 * time.Minute},
		{c.MergeWindow, time.Duration(0)},
		{c.Settle, 2 * time.Minute},
		{c.UsefulFor, 3 * time.Hour},
		{c.Hours, reminders.Hours{{Days: 0x3e, From: reminders.Clock(9, 0, 0), To: reminders.Clock(18, 0, 0)}}},
		{posture.Every, 20 * time.Minute},
		{stretch.Every, 90 * time.Minute},
		{checkin.At, []reminders.TimeOfDay{reminders.Clock(15, 0, 0), reminders.Clock(18, 0, 0)}},
		{checkin.Days, reminders.Weekdays(0x3e)},
		{c.Leads, []reminders.Lead{{Days: 2}, {Elapsed: 3 * time.Hour}}},
		{c.VisitLogAfter, 5 * time.Minute},
		{c.VisitLogFor, 2 * time.Hour},
		{c.FollowUps, []time.Duration{48 * time.Hour}},
		{c.FollowUpFor, 24 * time.Hour},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("got %v, want %v", pair[0], pair[1])
		}
	}
}

func TestExample(t *testing.T) {
	golden := filepath.Join("testdata", "settings.toml")
	if *update {
		if err := os.WriteFile(golden, Example(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(Example(), want) {
		t.Errorf("the example differs from %s; run the tests with -update and read the change", golden)
	}
	if got, problems := Parse("example", want); len(problems) > 0 || !reflect.DeepEqual(got, Default()) {
		t.Errorf("the example gives %+v, %v; want the defaults", got, problems)
	}
	// With every setting uncommented it says the same.
	var lines []string
	for line := range strings.Lines(string(want)) {
		if bare, ok := strings.CutPrefix(line, "#"); ok && !strings.HasPrefix(bare, " ") && strings.TrimSpace(bare) != "" {
			line = bare
		}
		if !strings.HasPrefix(line, "at = [\"15:00\"]") { // the example has either
			lines = append(lines, line)
		}
	}
	got, problems := Parse("example", []byte(strings.Join(lines, "")))
	if len(problems) > 0 || len(got.Own) != 1 || got.Own[0].Every != 45*time.Minute {
		t.Errorf("uncommented: %v, own %+v", problems, got.Own)
	}
	got.Own = nil
	if !reflect.DeepEqual(got, Default()) {
		t.Errorf("uncommented it gives %+v, want the defaults", got)
	}
}

// set is Set in a test.
func set(t *testing.T, s *Settings, key, value string) {
	t.Helper()
	if err := Set(s, key, value); err != nil {
		t.Fatalf("set %s %q: %v", key, value, err)
	}
}
