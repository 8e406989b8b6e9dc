package content

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// Guide is a page to read: Markdown with a TOML head between lines of +++.
type Guide struct {
	ID      string `toml:"id"`
	Title   string `toml:"title"`
	Summary string `toml:"summary"` // one sentence
	Order   int    `toml:"order"`   // its place in the list of guides
	// Evidence is how good the evidence is, in words: low to very low. It is
	// empty where nobody has graded it; EvidenceSource says who did.
	Evidence       string `toml:"evidence" content:"optional"`
	EvidenceSource string `toml:"evidence_source" content:"optional"`
	Cited
	Body string `toml:"-"` // Markdown; [SOURCE_ID] refers to one of Sources
}

func (g *Guide) check(say report) {
	if (g.Evidence == "") != (g.EvidenceSource == "") {
		say("evidence", "evidence and evidence_source go together; hint: write both, or neither")
	}
	if g.EvidenceSource != "" && !slices.Contains(g.SourceIDs, g.EvidenceSource) {
		say("evidence_source", "source %q is not in the head; hint: add it to sources there", g.EvidenceSource)
	}
}

// mark is the line before and after the head of a guide.
const mark = "+++\n"

var (
	reference = regexp.MustCompile(`\[([A-Z][A-Z0-9_]*)\]`)
	picture   = regexp.MustCompile(`!\[[^\]]*\]\(([^)]*)\)`)
)

// References are the ids of the sources a guide's text refers to, each once,
// in the order of the text.
func (g Guide) References() []string {
	var out []string
	for _, m := range reference.FindAllStringSubmatch(g.Body, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	return out
}

// Guides returns the guides in their order.
func (l *Library) Guides() ([]Guide, error) {
	return l.guides.get(func() ([]Guide, error) {
		known, err := l.register()
		if err != nil {
			return nil, err
		}
		files, err := fs.Glob(l.files, "guides/*.md")
		if err != nil || len(files) == 0 {
			return nil, &Problem{File: "guides", What: "holds no guide; hint: put one there"}
		}
		var out []Guide
		var bad []error
		in := map[string]string{}
		for _, name := range files {
			text, err := fs.ReadFile(l.files, name)
			if err != nil {
				bad = append(bad, missingFile(name, err))
				continue
			}
			g, err := parseGuide(name, text, known)
			if err != nil {
				bad = append(bad, err)
				continue
			}
			if other, twice := in[g.ID]; twice {
				bad = append(bad, &Problem{File: name, Item: "guide \"" + g.ID + "\"", What: "id is used in " + other + " too; hint: give one of the two another"})
			}
			in[g.ID] = name
			for _, m := range picture.FindAllStringSubmatch(g.Body, -1) {
				bad = append(bad, l.checkImage(name, m[1]))
			}
			out = append(out, g)
		}
		slices.SortStableFunc(out, func(a, b Guide) int { return cmp.Compare(a.Order, b.Order) })
		return out, errors.Join(bad...)
	})
}

// parseGuide reads one guide.
func parseGuide(name string, text []byte, known register) (Guide, error) {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	head, ok := bytes.CutPrefix(text, []byte(mark))
	if !ok {
		return Guide{}, &Problem{File: name, Line: 1, What: "does not begin with a line of +++; hint: the head goes between two such lines"}
	}
	head, body, ok := bytes.Cut(head, []byte("\n"+mark))
	if !ok {
		return Guide{}, &Problem{File: name, Line: 1, What: "the head does not end; hint: close it with a line of +++"}
	}
	head = append(slices.Clone(head), '\n')
	var g Guide
	d := document{file: name, text: head, known: known, above: 1}
	if d.decode(&g) {
		d.check(&g)
	}
	g.Body = strings.TrimSpace(string(body))
	first := 3 + bytes.Count(head, []byte("\n")) // the line the body begins in
	d.checkBody(g, string(body), first)
	return g, d.err()
}

// checkBody compares the references of a guide's text with its head.
func (d *document) checkBody(g Guide, body string, first int) {
	item := fmt.Sprintf("guide %q", g.ID)
	say := func(line int, format string, args ...any) {
		d.bad = append(d.bad, &Problem{File: d.file, Line: line, Item: item, What: fmt.Sprintf(format, args...)})
	}
	if strings.TrimSpace(body) == "" {
		say(first, "has no text; hint: write it below the second +++")
	}
	said := map[string]bool{}
	for i, line := range strings.Split(body, "\n") {
		for _, m := range reference.FindAllStringSubmatch(line, -1) {
			said[m[1]] = true
			switch {
			case forbidden[m[1]]:
				say(first+i, "source %q must not be cited; hint: find one somebody answers for", m[1])
			case !slices.Contains(g.SourceIDs, m[1]):
				say(first+i, "source %q is not in the head; hint: add it to sources there", m[1])
			}
		}
	}
	for _, id := range g.SourceIDs {
		if !said[id] {
			say(1+d.line("sources"), "source %q is in the head, but the text does not refer to it; hint: write [%s] where it belongs", id, id)
		}
	}
}
