package main

import (
	"os"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// redFlagsJSON is the page of warning signs.
type redFlagsJSON struct {
	guideJSON
	Emergency emergencyJSON   `json:"emergency"`
	Levels    []flagLevelJSON `json:"levels"` // the most urgent first
}

type emergencyJSON struct {
	Country string   `json:"country,omitempty"` // absent where the country is not known
	Numbers []string `json:"numbers"`
	Text    string   `json:"text,omitempty"`
	Advice  string   `json:"advice,omitempty"` // the number for what cannot wait and is no emergency
}

type flagLevelJSON struct {
	Level  int        `json:"level"`
	Name   string     `json:"name"`
	Action string     `json:"action"`
	Flags  []flagJSON `json:"flags"`
}

type flagJSON struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Why     string   `json:"why,omitempty"`
	Sources []string `json:"sources"`
}

// printRedFlags prints the warning signs, the most urgent first.
func (a *app) printRedFlags(lib *content.Library, asJSON bool) error {
	flags, err := lib.RedFlags()
	if err != nil {
		return err
	}
	call, err := a.emergency(lib)
	if err != nil {
		return err
	}
	p := a.prose()
	if !asJSON {
		p.title(redFlagsTitle())
	}
	var said register
	p.emergency(call, &said)
	var levels []flagLevelJSON
	for _, l := range flags.Levels {
		at := flagLevelJSON{Level: l.Level, Name: l.Name, Action: l.Action, Flags: []flagJSON{}}
		p.heading(l.Name)
		p.hang("", l.Action)
		p.gap()
		for _, f := range flags.Flags {
			if f.Level != l.Level {
				continue
			}
			at.Flags = append(at.Flags, flagJSON{f.ID, f.Text, f.Why, f.SourceIDs})
			p.hang("- ", flagLine(f)+said.numbers(f.Sources))
		}
		levels = append(levels, at)
	}
	for _, s := range flags.Principles {
		p.para(s.Text + said.numbers(s.Sources))
	}
	if asJSON {
		return a.printJSON(redFlagsJSON{guideJSON{redFlagsTopic, redFlagsTitle(), "", p.b.String(), sourcesJSON(said.said)}, call.json(), levels})
	}
	p.register(said)
	return p.print(a.out)
}

// flagLine is a warning sign with what has to be ruled out.
func flagLine(f content.RedFlag) string {
	if f.Why == "" {
		return f.Text
	}
	return catalog.L("{{.Sign}} – to rule out: {{.Why}}", catalog.D{"Sign": f.Text, "Why": f.Why})
}

// numbers refers to sources behind a sentence.
func (r *register) numbers(list []content.Source) string {
	out := ""
	for _, s := range list {
		out += " " + r.number(s)
	}
	return out
}

// call is whom to call where the person is.
type call struct {
	country   content.EmergencyCountry
	known     bool
	elsewhere content.Elsewhere
}

// emergency finds whom to call by the settings, or by the country of the
// system's language.
func (a *app) emergency(lib *content.Library) (call, error) {
	all, err := lib.EmergencyNumbers()
	if err != nil {
		return call{}, err
	}
	s, err := a.loadSettings()
	if err != nil {
		return call{}, err
	}
	id := s.Emergency.Country
	if id == "" {
		id = countryOf(systemLocale())
	}
	c := call{elsewhere: all.Elsewhere}
	c.country, c.known = all.In(id)
	return c, nil
}

func systemLocale() string {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return ""
}

// countryOf is the country of a locale such as en_GB.UTF-8; empty if it names
// none.
func countryOf(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' })
	for _, p := range parts[min(1, len(parts)):] {
		if len(p) == 2 {
			return strings.ToUpper(p)
		}
	}
	return ""
}

func (c call) json() emergencyJSON {
	if !c.known {
		return emergencyJSON{Numbers: []string{c.elsewhere.Number}, Text: c.elsewhere.Text}
	}
	out := emergencyJSON{Country: c.country.ID, Numbers: slices.Clone(c.country.Numbers)}
	if c.country.Advice != nil {
		out.Advice = c.country.Advice.Number
	}
	return out
}

// emergency says whom to call.
func (p *prose) emergency(c call, said *register) {
	if !c.known {
		p.para(catalog.L("Emergency number: {{.Number}}.", catalog.D{"Number": c.elsewhere.Number}) + said.numbers(c.elsewhere.Sources))
		p.para(c.elsewhere.Text)
		p.para(catalog.L("Say where you are with: unhunch settings set emergency.country GB"))
		return
	}
	p.para(catalog.L("Emergency number in {{.Country}}: {{.Number}}.",
		catalog.D{"Country": c.country.Name, "Number": oneOf(c.country.Numbers)}) + said.numbers(c.country.Sources))
	if ad := c.country.Advice; ad != nil {
		p.para(catalog.L("For advice that cannot wait: {{.Name}}, {{.Number}}.", catalog.D{"Name": ad.Name, "Number": ad.Number}) + said.numbers(ad.Sources))
		p.para(ad.Note)
	}
}
