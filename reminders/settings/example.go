package settings

import (
	"fmt"
	"strings"
)

// Example is a complete settings file: every setting with its meaning and its
// default, as a comment to be uncommented and changed. Reading it gives the
// defaults.
func Example() []byte {
	var b strings.Builder
	b.WriteString(`# Every setting of Unhunch with its default. Remove the # before a line and
# change its value; what stays a comment keeps its default.
# Lengths of time are written 45s, 10m or 1h30m, times of day 18:30.
`)
	table := ""
	for _, f := range fields {
		if t := firstPart(f.Name); t != table {
			table = t
			fmt.Fprintf(&b, "\n[%s]\n", t)
		} else if t == "" {
			b.WriteByte('\n')
		}
		b.WriteString(exampleLine(f))
	}
	b.WriteString(`
# Reminders of your own: as many as you like, each with a name of lower-case
# letters, digits and dashes, and with either every or at.
#
#[own.drink-water]
`)
	for _, f := range ownFields("drink-water") {
		b.WriteString(exampleLine(f))
	}
	return []byte(b.String())
}

// exampleLine is a setting's meaning, and the setting itself as a comment.
func exampleLine(f field) string {
	doc := f.Doc
	switch f.Kind {
	case KindOpens:
		doc += " One of " + strings.Join(screens, ", ") + ",\n# or heat:15m, cold:10m, breathing:4m, or routine: and its id."
	case KindChoice:
		doc += " One of " + strings.Join(f.Choices, ", ") + "."
	case KindDuration, KindInt, KindLeads, KindDurations:
		doc += fmt.Sprintf(" From %s to %s.", f.Min, f.Max)
	}
	p := f.ptr(&Settings{})
	if err := f.parse(p, f.sample()); err != nil {
		panic("settings: the default of " + f.Name + " does not read: " + err.Error())
	}
	parts := pathOf(f.Name)
	return fmt.Sprintf("# %s\n#%s = %s\n", doc, parts[len(parts)-1], toml(p))
}
