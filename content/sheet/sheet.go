// Package sheet makes a routine into a page to print: what to do with a figure
// for each exercise, boxes to tick for a week, what to heed, and where it comes
// from; and a note for somebody else. A page is one HTML file that needs nothing
// else: no script, no network, no font but the reader's own.
package sheet

import (
	"bytes"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Sheet is a routine as it is printed for one person. It says nothing of who
// that is.
type Sheet struct {
	Name         string
	On           time.Time // the day it is printed; only its date is shown
	PrescribedBy string    // may be empty
	When, Note   string    // may be empty
	RestS        int       // between two items, in seconds
	Items        []Item
	Heed         []string         // what holds for the routine as such because of what the person told
	Rules        []string         // what holds before, during and after any routine
	From         string           // which pack it is from, as a sentence; may be empty
	Sources      []content.Source // of the routine and the rules; those of the exercises come after them
}

// Item is an exercise as the person does it.
type Item struct {
	Exercise  *content.Exercise
	Reps      int // on each side
	HoldS     int // in each repetition, in seconds
	Side      content.Side
	InsteadOf string   // the name of the exercise it is done in place of; may be empty
	Heed      []string // what to heed, as safety and the exercise word it
	Picture   []byte   // the photo or sketch of an exercise without a pose: png, jpg or svg
}

// TakesS is how long the item takes, in seconds.
func (i Item) TakesS() int { return i.Exercise.DoneOn(i.side(), i.Reps, i.HoldS) }

// side is the only side, if the exercise has two.
func (i Item) side() content.Side {
	return content.RoutineItem{OwnSide: i.Side}.SideOf(i.Exercise)
}

// Paper is a size of paper.
type Paper string

// The sizes.
const (
	A4     Paper = "A4"
	Letter Paper = "letter"
)

// PaperIn is the paper people use in a country, by its two letters; A4 where
// that is not known.
func PaperIn(country string) Paper {
	switch country {
	case "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE": // as the Unicode CLDR has it
		return Letter
	}
	return A4
}

// Options are how it is printed.
type Options struct {
	Paper   Paper // A4 where it is neither
	Columns int   // cards beside each other: 1, or 2 where it is anything else
}

//go:embed sheet.html note.html
var pages embed.FS

// HTML writes the sheet as an HTML file. It fails on an exercise with neither
// a pose nor a picture that can be shown, and where w does.
func HTML(w io.Writer, s Sheet, o Options) error {
	v := view{
		Language: catalog.Language(), Paper: string(A4), Columns: 2, Title: s.Name, On: date(s.On), Note: s.Note, Heed: sentences(s.Heed), Rules: s.Rules, From: s.From,
		Says: map[string]string{
			"heed": catalog.L("Take care"), "rules": catalog.L("Before, during and after"), "breath": catalog.L("Breathing"), "sources": catalog.L("Sources"),
			"print": catalog.L("Print this page, or save it as a PDF, with your browser (Ctrl+P)."),
			"days":  catalog.L("Tick the days"),
			"stop":  catalog.L("Stop if pain is sharp, spreads or tingles, and get help if something seems seriously wrong."),
			"foot":  catalog.L("Unhunch informs; it does not diagnose or treat."),
		},
	}
	if o.Paper == Letter {
		v.Paper = string(Letter)
	}
	if o.Columns == 1 {
		v.Columns = 1
	}
	if s.PrescribedBy != "" {
		v.Facts = append(v.Facts, catalog.L("Prescribed by {{.Who}}", catalog.D{"Who": s.PrescribedBy}))
	}
	v.Facts = append(v.Facts, s.about()...)
	if s.When != "" {
		v.When = catalog.L("Good for: {{.When}}", catalog.D{"When": s.When})
	}
	for d := range 7 {
		v.Days = append(v.Days, catalog.ShortWeekday(time.Weekday((d+1)%7)))
	}
	for n, i := range s.Items {
		c, err := cardOf(n, i)
		if err != nil {
			return err
		}
		v.Cards = append(v.Cards, c)
	}
	v.Sources = s.sources()
	page, err := template.ParseFS(pages, "sheet.html") // here, so that the agent need not keep it
	if err != nil {
		return err
	}
	return page.Execute(w, v)
}

// about are how many exercises there are, how long they take, and the rest.
func (s Sheet) about() []string {
	total := s.RestS * max(len(s.Items)-1, 0)
	for _, i := range s.Items {
		total += i.TakesS()
	}
	out := []string{
		catalog.N("{{.Count}} exercise", "{{.Count}} exercises", len(s.Items)),
		catalog.L("about {{.Length}}", catalog.D{"Length": catalog.Length(rounded(total))}),
	}
	if s.RestS > 0 && len(s.Items) > 1 {
		out = append(out, catalog.N("{{.Count}} second of rest between two of them", "{{.Count}} seconds of rest between two of them", s.RestS))
	}
	return out
}

// rounded is a number of seconds, to the half minute from two minutes on.
func rounded(s int) time.Duration {
	d := time.Duration(s) * time.Second
	if d >= 2*time.Minute {
		return d.Round(30 * time.Second)
	}
	return d
}

// date is a day as people write it.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return catalog.L("{{.Day}} {{.Month}} {{.Year}}", catalog.D{"Day": t.Day(), "Month": catalog.Month(t.Month()), "Year": t.Year()})
}

// sources are those of everything on the sheet, each once.
func (s Sheet) sources() []string {
	var out []string
	told := map[string]bool{}
	add := func(list []content.Source) {
		for _, c := range list {
			if c.General || told[c.ID] {
				continue
			}
			told[c.ID] = true
			line := c.Name
			if c.Year != "" {
				line += " (" + c.Year + ")"
			}
			out = append(out, line)
		}
	}
	add(s.Sources)
	for _, i := range s.Items {
		add(i.Exercise.Sources)
	}
	return out
}

// view is what the page is filled with.
type view struct {
	Language, Paper   string
	Columns           int
	Title, On         string
	Facts             []string
	When, Note, From  string
	Heed, Rules, Days []string
	Cards             []card
	Sources           []string
	Says              map[string]string
}

// card is one exercise on the page.
type card struct {
	Number               int
	Name, Dose, Instead  string
	Place, Needs, Breath string
	Heed, Steps          []string
	Figures              []template.HTML // one, or the start and the end
	Moves                string          // for whoever cannot see them
	Picture              template.URL
}

func cardOf(n int, i Item) (card, error) {
	e := i.Exercise
	c := card{
		Number: n + 1, Name: e.Name, Dose: dose(i), Place: catalog.Position(string(e.Position)), Breath: e.Breath, Heed: sentences(i.Heed), Steps: e.Steps,
		Moves: catalog.L("{{.Name}}: how it begins and how it ends", catalog.D{"Name": e.Name}),
	}
	if i.InsteadOf != "" {
		c.Instead = catalog.L("instead of {{.Name}}", catalog.D{"Name": i.InsteadOf})
	}
	if len(e.Equipment) > 0 {
		c.Needs = strings.Join(e.Equipment, ", ")
	}
	if e.Pose == nil {
		url, err := embedded(i.Picture)
		if err != nil {
			return c, fmt.Errorf("exercise %q: %w", e.ID, err)
		}
		c.Picture = url
		return c, nil
	}
	figures, err := figuresOf(e, n, e.Mirrored(i.side()))
	if err != nil {
		return c, fmt.Errorf("exercise %q: %w", e.ID, err)
	}
	c.Figures = figures
	return c, nil
}

// sentences begin with capitals; in a list on the screen they may not.
func sentences(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		r, n := utf8.DecodeRuneInString(t)
		out[i] = string(unicode.ToUpper(r)) + t[n:]
	}
	return out
}

// dose is how often and how long an item is done.
func dose(i Item) string {
	d := catalog.D{"Times": i.Reps, "Hold": i.HoldS}
	held := i.HoldS > 0
	switch {
	case i.side() == content.LeftSide && held:
		return catalog.L("{{.Times}} × {{.Hold}} s, left side only", d)
	case i.side() == content.LeftSide:
		return catalog.L("{{.Times}} ×, left side only", d)
	case i.side() == content.RightSide && held:
		return catalog.L("{{.Times}} × {{.Hold}} s, right side only", d)
	case i.side() == content.RightSide:
		return catalog.L("{{.Times}} ×, right side only", d)
	case i.Exercise.Sides == content.LeftRight && held:
		return catalog.L("{{.Times}} × {{.Hold}} s on each side", d)
	case i.Exercise.Sides == content.LeftRight:
		return catalog.L("{{.Times}} × on each side", d)
	case held:
		return catalog.L("{{.Times}} × {{.Hold}} s", d)
	}
	return catalog.L("{{.Times}} ×", d)
}

// embedded is a picture as an address that holds all of it. A sketch that is
// shown this way can neither run nor load anything.
func embedded(data []byte) (template.URL, error) {
	var kind string
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n")):
		kind = "image/png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		kind = "image/jpeg"
	case bytes.Contains(data[:min(len(data), 4096)], []byte("<svg")):
		kind = "image/svg+xml"
	default:
		return "", errors.New("has neither a pose nor a picture that can be shown; hint: give it a png, jpg or svg")
	}
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)), nil // the kinds are those above
}
