package catalog

import (
	"fmt"
	"strings"
)

// The marks around the name of a place.
const (
	opening = "{{."
	closing = "}}"
)

// fill puts the data into a text's places. It answers false for a text that is
// empty or broken, or has a place there is no data for.
func fill(text string, d D) (string, bool) {
	if !strings.Contains(text, "{{") {
		return text, text != ""
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, opening)
		if strings.Contains(before, "{{") {
			return "", false
		}
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		name, after, closed := strings.Cut(rest, closing)
		v, known := d[strings.TrimSpace(name)]
		if !closed || !known {
			return "", false
		}
		fmt.Fprint(&b, v)
		text = after
	}
}

// plain is the English text, which is shown whatever is wrong with it.
func plain(text string, d D) string {
	if said, ok := fill(text, d); ok {
		return said
	}
	return text
}

// Places are the names of a text's places, in their order; an error says what
// is wrong with them.
func Places(text string) ([]string, error) {
	var names []string
	whole := text
	for {
		before, rest, found := strings.Cut(text, opening)
		if strings.Contains(before, "{{") || strings.Contains(before, closing) {
			return nil, fmt.Errorf("%q has braces that are no place (hint: write {{.Name}})", whole)
		}
		if !found {
			return names, nil
		}
		name, after, closed := strings.Cut(rest, closing)
		name = strings.TrimSpace(name)
		if !closed || name == "" || strings.ContainsAny(name, "{}. ") {
			return nil, fmt.Errorf("%q has a place that does not end (hint: write {{.Name}})", whole)
		}
		names, text = append(names, name), after
	}
}
