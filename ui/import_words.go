package ui

import (
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// actionWord says what an import would do about an event.
func actionWord(a calendar.Action) (string, widgets.Tone) {
	switch a {
	case calendar.Add:
		return catalog.L("new"), widgets.Accent
	case calendar.Update:
		return catalog.L("change"), widgets.Cold
	case calendar.Cancel:
		return catalog.L("cancel"), widgets.Amber
	case calendar.Skip:
	}
	return catalog.L("leave"), widgets.Neutral
}

// fileWhen is when an occurrence is, by the clock here; where the file's clock is
// another, that is said, too.
func (w *Window) fileWhen(o calendar.Occurrence) string {
	if o.AllDay {
		first := w.occurrenceWhen(o)
		last := o
		if last.Start = o.End.AddDate(0, 0, -1); !last.Start.After(o.Start) {
			return catalog.L("{{.Day}}, all day", catalog.D{"Day": first})
		}
		return catalog.L("{{.First}} to {{.Last}}, all day", catalog.D{"First": first, "Last": w.occurrenceWhen(last)})
	}
	when := w.occurrenceWhen(o)
	_, there := o.Start.Zone()
	if _, here := o.Start.In(w.now().Location()).Zone(); there == here {
		return when
	}
	at := clock(o.Start) + "–" + clock(o.End)
	if d := daysBetween(o.Start, o.Start.In(w.now().Location())); d != 0 || o.Start.Day() != o.Start.In(w.now().Location()).Day() {
		at = catalog.L("{{.Day}}, {{.Time}}", catalog.D{"Day": w.dates.long(o.Start), "Time": at})
	}
	return catalog.L("{{.When}} ({{.There}} in {{.Zone}})", catalog.D{"When": when, "There": at, "Zone": zoneName(o.Start.Location())})
}

// zoneName is the place a zone is named after, as in New York.
func zoneName(zone *time.Location) string {
	name := zone.String()
	if i := strings.LastIndexByte(name, '/'); i >= 0 && !strings.HasPrefix(name, "Etc/") {
		name = name[i+1:]
	}
	if rest, ok := strings.CutPrefix(name, "Etc/GMT"); ok && rest != "" { // its sign is the other way round
		name = "UTC" + strings.NewReplacer("+", "−", "-", "+").Replace(rest)
	}
	return strings.ReplaceAll(name, "_", " ")
}

// title is what an appointment of the file is called.
func (f *calendarForm) title(a Booked) string {
	if a.Title != "" {
		return a.Title
	}
	if a.Type == "" {
		return catalog.L("(no title)")
	}
	return massageType(f.file.library, a.Type)
}

// facts are what, with whom, where and how often, in a line, and the notes.
func (f *calendarForm) facts(a Booked) string {
	who := therapistName(f.file.therapists, a.Therapist)
	if who == "" {
		who = a.Therapist
	}
	parts := slices.DeleteFunc([]string{f.title(a), who, a.Place, f.s.w.repeatsInWords(a)}, func(p string) bool { return p == "" })
	facts, notes := strings.Join(parts, " · "), firstLine(a.Notes)
	if notes == "" {
		return facts
	}
	return joinLines(facts, notes)
}

// firstLine is how a text begins, short enough for a list.
func firstLine(text string) string {
	const most = 140
	text, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	short := []rune(strings.TrimSpace(text))
	if len(short) > most {
		return string(short[:most]) + "…"
	}
	if strings.TrimSpace(rest) != "" && len(short) > 0 {
		return string(short) + " …"
	}
	return string(short)
}

// mostClashes is how many clashes of one event are named.
const mostClashes = 3

// clashes say what is booked at the same time or shortly before or after. A
// whole calendar would only repeat what its owner knows.
func (f *calendarForm) clashes(s calendar.Step) []string {
	w, a := f.s.w, s.Appointment
	if len(f.file.steps) >= pickFrom || a.Status != calendar.Planned {
		return nil
	}
	gap := calendar.Gap{}
	if m := f.file.library; m != nil {
		gap.Days, gap.Reason = m.Frequency.MinGapDays, m.Frequency.Basis
	}
	now := w.now()
	var out []string
	for _, c := range calendar.Clashes(a, f.file.stored, gap, now, now.AddDate(1, 0, 0)) {
		d := catalog.D{"When": w.fileWhen(c.At), "Other": f.title(Booked{Title: c.With.Title, Type: c.With.Type}), "OtherTime": w.fileWhen(c.With)}
		if c.TooSoon {
			out = append(out, catalog.N("{{.OtherTime}} is {{.Other}}: leave one day between two massages", "{{.OtherTime}} is {{.Other}}: leave {{.Count}} days between two massages", c.Least, d))
		} else {
			out = append(out, catalog.L("at the same time is {{.Other}}", d))
		}
	}
	return out[:min(len(out), mostClashes)]
}

// massageWords are words that tell of a massage, in lower case: the beginnings
// that many languages share, the types of the library, and who is known to give
// them.
func massageWords(c *calendarFile) []string {
	words := []string{"massag", "masaj", "masaż", "masáž", "masszázs", "hieron", "マッサージ", "按摩", "shiatsu", "physio", "fysio", "fisio", "kinesi", "osteopat"}
	if m := c.library; m != nil {
		for _, t := range m.Types {
			words = append(words, strings.ToLower(t.Name))
		}
	}
	for _, t := range c.therapists {
		for _, name := range []string{t.Name, t.Practice} {
			if len([]rune(name)) >= 4 {
				words = append(words, strings.ToLower(name))
			}
		}
	}
	return words
}

// readsLike tells whether an appointment speaks of one of some words.
func readsLike(words []string, a Booked) bool {
	text := strings.ToLower(strings.Join([]string{a.Title, a.Notes, a.Place}, "\n"))
	return a.Type != "" || slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}
