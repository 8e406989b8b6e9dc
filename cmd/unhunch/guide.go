package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// The topics beside the guides themselves.
const (
	redFlagsTopic = "red-flags"
	sourcesTopic  = "sources"
)

func (a *app) guideCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "guide [TOPIC]", Short: catalog.L("Read about massage, heat and cold, other therapies, and warning signs"),
		Example: "  unhunch guide\n  unhunch guide massage-types\n  unhunch guide pregnancy\n" +
			"  unhunch guide red-flags\n  unhunch guide sources",
		Args: cobra.ArbitraryArgs,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			topics, _ := guideTopics(content.BuiltIn()) // what cannot be read is not offered
			return shelf{entries: topics}.complete(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			lib := a.library()
			topics, err := guideTopics(lib)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return a.listGuides(lib, topics, asJSON)
			}
			on := shelf{
				missing: func(typed string) string { return catalog.L("there is no guide {{.Given}}", catalog.D{"Given": typed}) },
				command: "unhunch guide", entries: topics,
			}
			i, err := on.find(strings.Join(args, " "))
			if err != nil {
				return err
			}
			switch topics[i].id {
			case redFlagsTopic:
				return a.printRedFlags(lib, asJSON)
			case sourcesTopic:
				return a.printSources(lib, asJSON)
			}
			guides, err := lib.Guides()
			if err != nil {
				return err
			}
			return a.printGuide(cmd.Context(), lib, guides[i], asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// guideTopics are the guides, in their order, and what else there is to read.
func guideTopics(lib *content.Library) ([]entry, error) {
	guides, err := lib.Guides()
	if err != nil {
		return nil, err
	}
	var out []entry
	for _, g := range guides {
		out = append(out, entry{id: g.ID, name: g.Title, text: g.Body})
	}
	return append(out,
		entry{id: redFlagsTopic, name: redFlagsTitle(), also: []string{"serious", "emergency", "warning signs"}},
		entry{id: sourcesTopic, name: sourcesTitle(), also: []string{"references"}},
	), nil
}

func redFlagsTitle() string { return catalog.L("Is this serious?") }

func sourcesTitle() string { return catalog.L("Sources") }

func (a *app) listGuides(lib *content.Library, topics []entry, asJSON bool) error {
	guides, err := lib.Guides()
	if err != nil {
		return err
	}
	type row struct {
		ID      string `json:"id"`
		Title   string `json:"title"`
		Summary string `json:"summary"`
	}
	rows := make([]row, len(topics))
	for i, t := range topics {
		rows[i] = row{t.id, t.name, ""}
		switch {
		case i < len(guides):
			rows[i].Summary = guides[i].Summary
		case t.id == redFlagsTopic:
			rows[i].Summary = catalog.L("Warning signs, by how soon they need somebody to look at them.")
		default:
			rows[i].Summary = catalog.L("Where everything Unhunch says comes from.")
		}
	}
	if asJSON {
		return a.printJSON(rows)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.Title, r.Summary)
	}
	return w.Flush()
}

// guideJSON is a page to read.
type guideJSON struct {
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Summary string       `json:"summary,omitempty"`
	Text    string       `json:"text"` // Markdown, with [SOURCE_ID]
	Sources []sourceJSON `json:"sources"`
}

// guidePage is a guide with what it means for the person.
type guidePage struct {
	guideJSON
	Advice    []adviceJSON   `json:"advice"`              // on what it speaks of
	Screening []questionJSON `json:"screening,omitempty"` // questions that come first
}

func (a *app) printGuide(ctx context.Context, lib *content.Library, g content.Guide, asJSON bool) error {
	advice, told, err := a.forPerson(ctx, lib, g.ID)
	if err != nil {
		return err
	}
	questions, err := screening(lib, g.ID)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(guidePage{guideJSON{g.ID, g.Title, g.Summary, g.Body, sourcesJSON(g.Sources)}, filled(advice), questions})
	}
	p := a.prose()
	p.title(g.Title)
	p.para(g.Summary)
	if told {
		p.forYou(advice)
	}
	var said register
	said.known = g.Sources
	item := false
	for _, b := range g.Blocks() {
		text := said.text(b)
		switch b.Kind {
		case content.Heading:
			p.heading(text)
		case content.Item:
			if !item {
				p.gap()
			}
			p.hang("- ", text)
		default:
			p.para(text)
		}
		item = b.Kind == content.Item
	}
	if err := p.screening(lib, g.ID, &said); err != nil {
		return err
	}
	p.register(said)
	return p.print(a.out)
}

// register numbers the sources of a page in the order they are referred to.
type register struct {
	known []content.Source
	said  []content.Source
}

// text is a block with a number for each source it refers to.
func (r *register) text(b content.Block) string {
	var out strings.Builder
	for _, s := range b.Spans {
		out.WriteString(s.Text)
		for _, k := range r.known {
			if k.ID == s.Source {
				out.WriteString(r.number(k))
			}
		}
	}
	return out.String()
}

// number is what stands for a source in the text.
func (r *register) number(s content.Source) string {
	r.said = appendOnce(r.said, s)
	for i, have := range r.said {
		if have.ID == s.ID {
			return fmt.Sprintf("[%d]", i+1)
		}
	}
	return ""
}

// register lists the sources a page referred to, with their addresses.
func (p *prose) register(r register) {
	if len(r.said) == 0 {
		return
	}
	p.heading(sourcesTitle())
	for i, s := range r.said {
		p.hang(fmt.Sprintf("[%d] ", i+1), sourceLine(s))
	}
}

// printSources prints every source there is.
func (a *app) printSources(lib *content.Library, asJSON bool) error {
	all, err := lib.Sources()
	if err != nil {
		return err
	}
	p := a.prose()
	if !asJSON {
		p.title(sourcesTitle())
	}
	p.para(catalog.L("None of them endorses Unhunch, and nothing here is signed off by a clinician."))
	p.gap()
	for _, s := range all {
		p.hang("- ", sourceLine(s))
	}
	if asJSON {
		return a.printJSON(guideJSON{sourcesTopic, sourcesTitle(), "", p.b.String(), sourcesJSON(all)})
	}
	return p.print(a.out)
}
