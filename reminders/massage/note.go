package massage

import (
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Note is what to tell the therapist, as a page to show or print.
type Note struct {
	Title string
	Parts []Part // those with nothing to say are left out
}

// Part is one block of a note.
type Part struct {
	Heading string
	Lines   []string
}

// recentPain is how old a pain entry may be to say what hurts now.
const recentPain = 7 * 24 * time.Hour

// Facing is what a note is made of. Everything may be missing.
type Facing struct {
	Profile   safety.Profile
	Checklist safety.Checklist
	Pains     []diary.Pain
	Visits    []diary.Visit
	Pressure  int // wished, 1 to 5; 0 is that of the last visit
}

// Tell writes what the therapist should know on a day: what hurts where and how
// much, the pressure wished, pregnancy, medicines, conditions, what came up in
// the checklist, and how the last massage went. It names nobody. What the
// library cannot say is left out, with the error.
func Tell(lib *content.Library, f Facing, on time.Time) (Note, error) {
	m, err := lib.Massage()
	if err != nil {
		return Note{}, err
	}
	facts, err := lib.Facts()
	if err != nil {
		return Note{}, err
	}
	n := Note{Title: catalog.L("For my therapist")}
	n.add(catalog.L("What hurts"), f.hurting(on))
	n.add(catalog.L("Pressure"), f.pressure())
	n.add(catalog.L("Pregnancy"), pregnancy(f.Profile, on))
	n.add(catalog.L("Medicines"), told(f.Profile, facts, content.Medicines))
	n.add(catalog.L("Conditions"), told(f.Profile, facts, content.Conditions, content.Skin, content.Recent, content.Now))
	n.add(catalog.L("Please heed"), heeded(f, facts, on))
	n.add(catalog.L("After the last massage"), f.lastTime(m))
	n.add(catalog.L("During the massage"), []string{m.During.Scale, m.During.SafeWord, m.During.Neck})
	return n, nil
}

func (n *Note) add(heading string, lines []string) {
	if len(lines) > 0 {
		n.Parts = append(n.Parts, Part{heading, lines})
	}
}

// Text is the note as plain text.
func (n Note) Text() string {
	var b strings.Builder
	b.WriteString(n.Title + "\n")
	for _, p := range n.Parts {
		b.WriteString("\n" + p.Heading + "\n")
		for _, line := range p.Lines {
			b.WriteString("- " + strings.ReplaceAll(line, "\n", "\n  ") + "\n")
		}
	}
	return b.String()
}

// hurting are the pain entries of the last days, one a set of regions, the
// latest first.
func (f Facing) hurting(on time.Time) []string {
	pains := append([]diary.Pain{}, f.Pains...)
	diary.Sort(pains)
	var out []string
	said := map[string]bool{}
	for i := len(pains) - 1; i >= 0 && len(out) < 5; i-- {
		p := pains[i]
		where := regionNames(p.Regions)
		if age := on.Sub(p.At); age > recentPain || age < -time.Hour || said[where] {
			continue
		}
		said[where] = true
		d := catalog.D{"Where": where, "Pain": p.Intensity, "Day": p.At.In(on.Location()).Day(), "Month": catalog.ShortMonth(p.At.In(on.Location()).Month())}
		line := catalog.L("{{.Where}}: {{.Pain}} of 10 ({{.Day}} {{.Month}})", d)
		if where == "" {
			line = catalog.L("{{.Pain}} of 10 ({{.Day}} {{.Month}})", d)
		}
		if p.Note != "" {
			line += ": " + p.Note
		}
		out = append(out, line)
	}
	return out
}

func regionNames(list []diary.Region) string {
	names := make([]string, len(list))
	for i, r := range list {
		names[i] = catalog.Region(string(r))
	}
	return strings.Join(names, ", ")
}

func (f Facing) pressure() []string {
	wish := f.Pressure
	if last, ok := diary.LastVisit(f.Visits); ok && wish == 0 {
		wish = last.Pressure
		if tooStrong(last) != "" && wish > diary.MinPressure {
			wish--
		}
	}
	if wish < diary.MinPressure || wish > diary.MaxPressure {
		return nil
	}
	return []string{catalog.L("{{.Pressure}} of 5, please (1 lightest, 5 firmest)", catalog.D{"Pressure": wish})}
}

func pregnancy(p safety.Profile, on time.Time) []string {
	if !p.Pregnancy.Is {
		return nil
	}
	return []string{p.Pregnancy.Words(on)}
}

// told are the facts of the profile in some groups, in the library's order.
func told(p safety.Profile, facts []content.Fact, groups ...content.FactGroup) []string {
	var out []string
	for _, g := range groups {
		for _, f := range facts {
			if f.Group == g && p.Has(f.ID) {
				out = append(out, f.Name)
			}
		}
	}
	return out
}

// heeded is what came up in the checklist, the most serious first.
func heeded(f Facing, facts []content.Fact, on time.Time) []string {
	var out []string
	for _, level := range []content.ScreeningLevel{content.StopMassage, content.AskClinician, content.TellFirst} {
		for _, it := range f.Checklist.Items {
			if it.Question.Level == level && (it.State == safety.ScreenYes || it.State == safety.ScreenCleared) {
				out = append(out, heed(it, f.Profile, facts, on))
			}
		}
	}
	return out
}

// heed is one question that was answered with yes, as a therapist reads it.
func heed(it safety.ScreeningItem, p safety.Profile, facts []content.Fact, on time.Time) string {
	text := catalog.L("“{{.Question}}” Yes.", catalog.D{"Question": it.Question.Question})
	if it.Because == content.Pregnant && p.Pregnancy.Is {
		text = p.Pregnancy.Words(on) + "."
	}
	for _, f := range facts {
		if f.ID == it.Because {
			text = f.Name + "."
		}
	}
	if it.State == safety.ScreenCleared {
		text += " " + catalog.L("A massage is fine, says {{.By}}.", catalog.D{"By": it.Answer.ClearedBy})
	}
	if it.Question.Note != "" {
		text += " " + it.Question.Note
	}
	return text
}

// lastTime says how the last visit went.
func (f Facing) lastTime(m *content.Massage) []string {
	v, ok := diary.LastVisit(f.Visits)
	if !ok {
		return nil
	}
	var out []string
	var parts []string
	for _, p := range []struct {
		what string
		pain *int
	}{
		{catalog.L("before"), v.Before}, {catalog.L("right after"), v.After}, {catalog.L("next day"), v.NextDay}, {catalog.L("third day"), v.ThirdDay},
	} {
		if p.pain != nil {
			parts = append(parts, fmt.Sprintf("%s %d", p.what, *p.pain))
		}
	}
	if len(parts) > 0 {
		out = append(out, catalog.L("Pain, 0 to 10: {{.Told}}", catalog.D{"Told": strings.Join(parts, ", ")}))
	}
	for _, s := range Adjust(m.Rules, f.Visits, f.Pains) {
		if s.Rule.ID == Lighter {
			out = append(out, s.Because, catalog.L("Lighter pressure and a shorter session this time, please."))
		}
	}
	return out
}
