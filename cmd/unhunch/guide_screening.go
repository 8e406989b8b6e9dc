package main

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// questionJSON is a question to answer before heat, cold or a massage, with
// what a yes means.
type questionJSON struct {
	ID       string          `json:"id"`
	Question string          `json:"question"`
	Level    string          `json:"level"`
	Heat     content.Verdict `json:"heat,omitempty"`
	HeatNote string          `json:"heat_note,omitempty"`
	Cold     content.Verdict `json:"cold,omitempty"`
	ColdNote string          `json:"cold_note,omitempty"`
	Note     string          `json:"note,omitempty"`
	Sources  []string        `json:"sources"`
}

// screening are the questions of a guide, none for most.
func screening(lib *content.Library, guide string) ([]questionJSON, error) {
	var out []questionJSON
	switch guide {
	case heatGuide:
		h, err := lib.HeatCold()
		if err != nil {
			return nil, err
		}
		for _, q := range h.Screening {
			out = append(out, questionJSON{q.ID, q.Question, string(q.Level), q.Heat, q.HeatNote, q.Cold, q.ColdNote, q.Note, q.SourceIDs})
		}
	case precautionsGuide:
		m, err := lib.Massage()
		if err != nil {
			return nil, err
		}
		for _, q := range m.Screening {
			out = append(out, questionJSON{ID: q.ID, Question: q.Question, Level: string(q.Level), Note: q.Note, Sources: q.SourceIDs})
		}
	}
	return out, nil
}

// screening writes the questions of a guide.
func (p *prose) screening(lib *content.Library, guide string, said *register) error {
	switch guide {
	case heatGuide:
		h, err := lib.HeatCold()
		if err == nil {
			p.heatScreening(h, said)
		}
		return err
	case precautionsGuide:
		m, err := lib.Massage()
		if err == nil {
			p.massageScreening(m, said)
		}
		return err
	}
	return nil
}

func (p *prose) heatScreening(h *content.HeatCold, said *register) {
	p.heading(catalog.L("Who must not, and who asks first"))
	p.hang("", catalog.L("What a yes means:"))
	for _, q := range h.Screening {
		p.gap()
		p.hang("- ", q.Question+said.numbers(q.Sources))
		p.hang("  ", means(catalog.L("Heat"), q.Heat, q.HeatNote))
		p.hang("  ", means(catalog.L("Cold"), q.Cold, q.ColdNote))
		if q.Note != "" {
			p.hang("  ", q.Note)
		}
	}
}

// means says what a yes means for heat, or for cold.
func means(what string, v content.Verdict, note string) string {
	d := catalog.D{"What": what}
	var line string
	switch v {
	case content.No:
		line = catalog.L("{{.What}}: no", d)
	case content.AskFirst:
		line = catalog.L("{{.What}}: ask first", d)
	case content.Limited:
		line = catalog.L("{{.What}}: within limits", d)
	default:
		line = catalog.L("{{.What}}: fine", d)
	}
	if note != "" {
		line += ". " + note
	}
	return line
}

func (p *prose) massageScreening(m *content.Massage, said *register) {
	for _, part := range []struct {
		level       content.ScreeningLevel
		title, text string
	}{
		{content.StopMassage, catalog.L("Checklist: not today"), catalog.L("A yes to one of these means no massage today.")},
		{content.AskClinician, catalog.L("Checklist: ask first"), catalog.L("A yes means: get a clinician's OK before you book.")},
		{content.TellFirst, catalog.L("Checklist: tell the therapist"), catalog.L("A yes is no reason to stay away, but the therapist has to know.")},
	} {
		p.heading(part.title)
		p.hang("", part.text)
		p.gap()
		for _, q := range m.Screening {
			if q.Level != part.level {
				continue
			}
			p.hang("- ", q.Question+said.numbers(q.Sources))
			if q.Note != "" {
				p.hang("  ", q.Note)
			}
		}
	}
}
