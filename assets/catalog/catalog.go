// Package catalog says the interface's words in the person's language. Every
// text of both programs is written in English where it is used and looked up
// here:
//
//	catalog.L("Snoozed until {{.Time}}.", catalog.D{"Time": "10:40"})
//	catalog.N("{{.Count}} stretch", "{{.Count}} stretches", n)
//
// The English text is the key of its translation. What the library says
// (package content) has a folder for each language instead.
package catalog

import (
	"strings"
	"text/template"
)

// D fills the places of a text, as {{.Name}}.
type D map[string]any

// L is a text in the person's language.
func L(text string, data ...D) string { return fill(text, data...) }

// N is a text that speaks of a number: one where n is 1, other elsewhere, or
// as the language has it. {{.Count}} is n.
func N(one, other string, n int, data ...D) string {
	d := D{"Count": n}
	for _, more := range data {
		for k, v := range more {
			d[k] = v
		}
	}
	if n == 1 {
		return fill(one, d)
	}
	return fill(other, d)
}

func fill(text string, data ...D) string {
	if len(data) == 0 || !strings.Contains(text, "{{") {
		return text
	}
	t, err := template.New("").Parse(text)
	if err != nil {
		return text
	}
	var b strings.Builder
	if err := t.Execute(&b, data[0]); err != nil {
		return text
	}
	return b.String()
}
