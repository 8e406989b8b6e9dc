package widgets

import "github.com/unhunch/unhunch/assets/catalog"

// NewCalmScale makes a scale of how calm somebody is, from 0, very tense, to 10,
// very calm, with nothing chosen. What is chosen can be taken back. name says
// for a screen reader what is told.
func NewCalmScale(name string, changed func(int)) *PainScale {
	s := NewPainScale(changed)
	s.Name, s.Optional, s.calm = name, true, true
	s.low.Content, s.high.Content = catalog.L("very tense"), catalog.L("very calm")
	return s
}

func (s *PainScale) calmLabel() string {
	d := catalog.D{"Name": s.Name, "Calm": s.Selected}
	if s.Selected < 0 {
		return catalog.L("{{.Name}}: nothing chosen, 0 is very tense, 10 very calm", d)
	}
	return catalog.L("{{.Name}}: {{.Calm}}, 0 is very tense, 10 very calm", d)
}
