package packs

import (
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Notes tell a person at the start what is wrong with their packs: each
// mistake with its file and line, all in one note. It reads all packs. err is
// what Open said.
func Notes(lib *content.Library, err error) []string {
	if err != nil {
		return []string{err.Error()}
	}
	problems := lib.PackProblems()
	if len(problems) == 0 {
		return nil
	}
	const most = 8 // a notice shows no more
	lines := []string{catalog.N(
		"One mistake in your own packs; what it is in is left out:",
		"{{.Count}} mistakes in your own packs; what they are in is left out:", len(problems))}
	for i, p := range problems {
		if i == most {
			lines = append(lines, catalog.L("The others are listed by: unhunch doctor"))
			break
		}
		lines = append(lines, p.Error())
	}
	return []string{strings.Join(lines, "\n")}
}
