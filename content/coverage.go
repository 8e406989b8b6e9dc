package content

import (
	"fmt"
	"slices"
	"strings"
)

// Coverage traces every part of the article Unhunch began with to what the
// library says and to the screens that show it.
type Coverage struct {
	Screens []Screen `toml:"screen"`
	Rows    []Row    `toml:"row"`

	file string // where it was read, to name lines later
	text []byte
}

// Screen is a place in Unhunch that shows something of the library.
type Screen struct {
	ID   string `toml:"id"`
	Name string `toml:"name"`
	// WaitsFor names the piece of work the screen comes with; empty means that
	// it is there.
	WaitsFor string `toml:"waits_for" content:"optional"`
}

// Claim says what became of a claim of the article.
type Claim string

// The ways a claim was taken up.
const (
	Grounded Claim = "ok"
	Softened Claim = "soften"
	Dropped  Claim = "drop"
)

func (Claim) choices() []string { return []string{string(Grounded), string(Softened), string(Dropped)} }

// Row is one part of the article.
type Row struct {
	ID      string   `toml:"id"`
	Section string   `toml:"section"` // of the article
	Does    string   `toml:"does"`    // what Unhunch does with it
	Claim   []Claim  `toml:"claim"`
	Check   string   `toml:"check" content:"optional"`     // how the claim has to be worded
	Never   []string `toml:"never_say" content:"optional"` // words no text of the library uses
	Content []string `toml:"content" content:"optional"`   // references, as massage.type:swedish
	Screens []string `toml:"screens"`                      // where it is shown
	Cited   `content:"optional"`
}

// Waiting are the pieces of work a row still waits for, because a screen of it
// is not there yet.
func (c *Coverage) Waiting(r Row) []string {
	var out []string
	for _, s := range c.Screens {
		if s.WaitsFor != "" && slices.Contains(r.Screens, s.ID) && !slices.Contains(out, s.WaitsFor) {
			out = append(out, s.WaitsFor)
		}
	}
	return out
}

func (c *Coverage) check(say report) {
	used := map[string]bool{}
	for i, r := range c.Rows {
		for k, id := range r.Screens {
			used[id] = true
			if !slices.ContainsFunc(c.Screens, func(s Screen) bool { return s.ID == id }) {
				say(join(indexed("row", i), indexed("screens", k)), "row %q names screen %q, which is not listed; hint: add it as [[screen]]", r.ID, id)
			}
		}
	}
	for i, s := range c.Screens {
		if !used[s.ID] {
			say(indexed("screen", i), "screen %q is named by no row; hint: remove it", s.ID)
		}
	}
}

// trace checks that every reference of the rows leads somewhere, and that a row
// leads to every entry of the library.
func (c *Coverage) trace(index Index) error {
	d := document{file: c.file, text: c.text}
	reached := map[string]bool{}
	for i, r := range c.Rows {
		for k, ref := range r.Content {
			kind, id, ok := strings.Cut(ref, ":")
			ids := index[kind]
			switch {
			case !ok || ids == nil:
				d.add(d.line(join(indexed("row", i), indexed("content", k))), fmt.Sprintf("row %q", r.ID),
					fmt.Sprintf("content %q is of no kind the library has; hint: as massage.type:swedish, or tip:* for all", ref))
			case id == "*":
				for _, id := range ids {
					reached[kind+":"+id] = true
				}
			case !slices.Contains(ids, id):
				d.add(d.line(join(indexed("row", i), indexed("content", k))), fmt.Sprintf("row %q", r.ID),
					fmt.Sprintf("content %q leads nowhere; hint: correct the id", ref))
			default:
				reached[ref] = true
			}
		}
	}
	for _, ref := range index.All() {
		if !reached[ref] {
			d.add(0, "", fmt.Sprintf("no row leads to %s; hint: add it to the content of the row it belongs to", ref))
		}
	}
	return d.err()
}

// Coverage returns the trace of the founding article.
func (l *Library) Coverage() (*Coverage, error) {
	return l.coverage.get(func() (*Coverage, error) {
		const name = "coverage.toml"
		d, err := l.open(name)
		if err != nil {
			return nil, err
		}
		out := &Coverage{file: name, text: d.text}
		if d.decode(out) {
			d.check(out)
		}
		return out, d.err()
	})
}
