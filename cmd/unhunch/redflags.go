package main

import (
	"os"
	"slices"

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
	Country string   `json:"country,omitempty"` // absent where its number is not known
	Numbers []string `json:"numbers"`
	Known   bool     `json:"known"` // without it, numbers are those of many other countries
	Text    string   `json:"text,omitempty"`
	Advice  string   `json:"advice,omitempty"` // the number for what cannot wait and is no emergency
	Line    string   `json:"advice_name,omitempty"`
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
		if l.Level == content.SameDay {
			p.adviceLine(call, &said)
		}
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
		if s.Ours { // how the program is made, not what is known
			continue
		}
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
	id        string // of the country; empty if nothing says which it is
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
		id = content.CountryOf(systemLocale())
	}
	c := call{elsewhere: all.Elsewhere, id: id}
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

func (c call) json() emergencyJSON {
	if !c.known {
		return emergencyJSON{Numbers: []string{c.elsewhere.Number}, Text: c.elsewhere.Text}
	}
	out := emergencyJSON{Country: c.country.ID, Numbers: slices.Clone(c.country.Numbers), Known: true}
	if c.country.Advice != nil {
		out.Advice, out.Line = c.country.Advice.Number, c.country.Advice.Name
	}
	return out
}

// emergency says whom to call.
func (p *prose) emergency(c call, said *register) {
	if c.known {
		p.para(catalog.L("Emergency number {{.InCountry}}: {{.Number}}.",
			catalog.D{"InCountry": inCountry(c.country), "Number": oneOf(c.country.Numbers)}) + said.numbers(c.country.Sources))
		return
	}
	p.para(catalog.L("Your local emergency number ({{.Number}} in many countries).", catalog.D{"Number": c.elsewhere.Number}))
	if c.id == "" {
		p.para(catalog.L("Nothing says which country you are in."))
	} else {
		p.para(catalog.L("The number of your country ({{.Country}}) is not known here.", catalog.D{"Country": c.id}))
	}
	p.para(c.elsewhere.Text + said.numbers(c.elsewhere.Sources))
	p.para(catalog.L("Say where you are with: unhunch settings set emergency.country GB"))
}

// adviceLine says whom to ask where it cannot wait and is no emergency, if the
// country has a line for that.
func (p *prose) adviceLine(c call, said *register) {
	ad := c.country.Advice
	if !c.known || ad == nil {
		return
	}
	p.hang("", catalog.L("The advice line {{.InCountry}}: {{.Name}}, {{.Number}}.",
		catalog.D{"InCountry": inCountry(c.country), "Name": ad.Name, "Number": ad.Number})+said.numbers(ad.Sources))
	if ad.Note != "" {
		p.hang("", ad.Note)
	}
}
