package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// mostRegions is how many regions a list names of an entry.
const mostRegions = 3

// leastReason is how many characters of a reason are worth showing in a table.
const leastReason = 30

// regionsInShort names the first regions, and how many more there are.
func regionsInShort(list []content.Region) string {
	if more := len(list) - mostRegions; more > 0 {
		return fmt.Sprintf("%s + %d", regionNames(list[:mostRegions]), more)
	}
	return regionNames(list)
}

// tabulate writes exercises or routines as a table. On a terminal it keeps to
// the width: reasons are cut, and where there is no room for them, entries are
// paragraphs.
func (a *app) tabulate(list []movement) error {
	var widths [5]int
	rows := make([][]string, len(list))
	for i, m := range list {
		rows[i] = []string{m.ID, m.Name, regionsInShort(m.Regions), catalog.Position(m.Position), lengthS(m.DurationS), m.mark()}
		for c := range widths {
			widths[c] = max(widths[c], utf8.RuneCountInString(rows[i][c]))
		}
	}
	room := 0
	if width := a.knownWidth(); width > 0 {
		room = width
		for _, w := range widths {
			room -= w + 2
		}
		if room < leastReason {
			p := a.prose()
			for _, r := range rows {
				p.entry(r)
			}
			return p.print(a.out)
		}
	}
	table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		if r[5] == "" {
			r = r[:5]
		} else if room > 0 && utf8.RuneCountInString(r[5]) > room {
			r[5] = shortened(r[5], room-1)
		}
		fmt.Fprintln(table, strings.Join(r, "\t"))
	}
	return table.Flush()
}

// entry writes a row of a table as a paragraph, further lines indented.
func (p *prose) entry(row []string) {
	var said []string
	for _, cell := range row[1:] {
		if cell != "" {
			said = append(said, cell)
		}
	}
	inner := prose{width: p.width - 2}
	inner.hang("", row[0]+": "+strings.Join(said, " · "))
	p.b.WriteString(strings.ReplaceAll(strings.TrimSuffix(inner.b.String(), "\n"), "\n", "\n  ") + "\n")
}
