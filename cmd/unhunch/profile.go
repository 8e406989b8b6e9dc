package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) profileCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "profile", Short: catalog.L("Tell what to be careful about: pregnancy, conditions, medicines"), Args: cobra.NoArgs,
		Long: catalog.L("What you tell stays on this machine. It decides what is suggested to you, and what is held back because it could harm you."),
		Example: "  unhunch profile set pregnancy 28 weeks\n  unhunch profile set conditions osteoporosis, glaucoma\n" +
			"  unhunch profile set blood-thinners\n  unhunch profile clear blood-thinners\n  unhunch profile list --all\n  unhunch profile confirm",
	}
	a.listingProfile(cmd)
	cmd.AddCommand(a.profileListCommand(), a.profileSetCommand(), a.profileClearCommand(), a.profileConfirmCommand())
	return cmd
}

func (a *app) profileListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List what you told"), Args: cobra.NoArgs}
	a.listingProfile(cmd)
	return cmd
}

// listingProfile makes a command list the profile.
func (a *app) listingProfile(cmd *cobra.Command) {
	var all, asJSON bool
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.listProfile(cmd.Context(), all, asJSON) }
	cmd.Flags().BoolVar(&all, "all", false, catalog.L("everything that can be told"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
}

// toldFact is a line of the profile.
type toldFact struct {
	Key       string     `json:"key"`
	Value     string     `json:"value"`
	Name      string     `json:"name"`
	Group     string     `json:"group"`
	NotedAt   *time.Time `json:"noted_at,omitempty"`
	Help      string     `json:"help,omitempty"` // what is meant
	Trimester int        `json:"trimester,omitempty"`
	AskAgain  bool       `json:"ask_again,omitempty"` // it may have passed by now
	pregnancy *safety.Pregnancy
	AskAt     *time.Time `json:"ask_at,omitempty"` // when it may have
}

func (a *app) listProfile(ctx context.Context, all, asJSON bool) error {
	keys, err := keysOf(a.library())
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		p, err := s.Profile(ctx)
		if err != nil {
			return err
		}
		rows := a.rows(keys, p, all)
		if asJSON {
			return a.printJSON(rows)
		}
		if len(rows) == 0 {
			a.say(catalog.L("Nothing told yet. Begin with: unhunch profile set conditions osteoporosis; unhunch profile list --all shows what can be told."))
		}
		w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
		for _, r := range rows {
			cells := []string{r.Group, r.Key, r.said(), r.Name}
			if all && r.Help != "" {
				cells[3] += " – " + r.Help
			}
			if r.NotedAt != nil {
				cells = append(cells, r.noted())
			}
			fmt.Fprintln(w, strings.Join(cells, "\t"))
		}
		if err := w.Flush(); err != nil {
			return err
		}
		a.say(a.askedLine(p))
		return nil
	})
}

// noted says when it was, and asks about what may have passed by now.
func (r toldFact) noted() string {
	d := catalog.D{"Noted": r.NotedAt.Format(time.DateOnly), "Command": "unhunch profile clear " + r.Key}
	switch {
	case r.AskAgain:
		return catalog.L("{{.Noted}}, still so? If not: {{.Command}}", d)
	case r.AskAt != nil:
		d["Again"] = r.AskAt.Format(time.DateOnly)
		return catalog.L("{{.Noted}}, asked again on {{.Again}}", d)
	}
	return d["Noted"].(string)
}

// askedLine says when the questions were last answered, and when they are due
// again.
func (a *app) askedLine(p safety.Profile) string {
	if p.AskedAt.IsZero() {
		return catalog.L("Not asked yet.")
	}
	day := func(t time.Time) string { return t.In(a.now().Location()).Format(time.DateOnly) }
	if p.AskAgain(a.now()) {
		return catalog.L("Last answered on {{.Asked}}; please look through it again. If all of it is still right: {{.Command}}",
			catalog.D{"Asked": day(p.AskedAt), "Command": "unhunch profile confirm"})
	}
	d := catalog.D{"Asked": day(p.AskedAt), "Again": day(p.AskedAt.Add(safety.AskAgainAfter))}
	if p.Skipped {
		return catalog.L("Skipped on {{.Asked}}; asked again on {{.Again}}.", d)
	}
	return catalog.L("Last answered on {{.Asked}}; asked again on {{.Again}}.", d)
}

// rows are what was told, or with all everything that can be, in the order to
// ask.
func (a *app) rows(keys profileKeys, p safety.Profile, all bool) []toldFact {
	out := []toldFact{}
	add := func(r toldFact, at time.Time) {
		if !at.IsZero() {
			local := at.In(a.now().Location())
			r.NotedAt = &local
		}
		out = append(out, r)
	}
	if g := p.Pregnancy; g.Is || !g.NotedAt.IsZero() || all {
		add(toldFact{
			Key: pregnancyKey, Value: pregnancyText(g), Name: g.Words(a.now()), Group: pregnancyKey,
			Trimester: int(g.Trimester(a.now())), pregnancy: &g,
		}, g.NotedAt)
	}
	lapsed := p.Lapsed(a.now(), keys.facts)
	for _, f := range keys.facts {
		row := toldFact{Key: string(f.ID), Value: "no", Name: f.Name, Help: f.Help, Group: string(f.Group)}
		at, yes := p.Facts[f.ID]
		if yes {
			row.Value, row.AskAgain = "yes", slices.Contains(lapsed, f.ID)
			if f.PassingDays > 0 && !at.IsZero() {
				again := at.In(a.now().Location()).Add(time.Duration(f.PassingDays) * 24 * time.Hour)
				row.AskAt = &again
			}
		}
		if yes || all {
			add(row, at)
		}
	}
	for _, id := range unknown(keys, p) {
		add(toldFact{Key: string(id), Value: "yes", Name: string(id)}, p.Facts[id])
	}
	return out
}

// pregnancyText writes a pregnancy the way it can be told again.
func pregnancyText(g safety.Pregnancy) string {
	stage := [...]string{1: "first", 2: "second", 3: "third"}
	if g.Is && g.Due.IsZero() && g.Stage >= 1 && g.Stage <= 3 {
		return stage[g.Stage] + " trimester"
	}
	return g.String()
}

// unknown are facts of a profile that this library does not know.
func unknown(keys profileKeys, p safety.Profile) []content.Condition {
	var out []content.Condition
	for id := range p.Facts {
		if !slices.ContainsFunc(keys.facts, func(f content.Fact) bool { return f.ID == id }) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// restoring are the commands that bring back what a profile lost.
func restoring(keys profileKeys, before, after safety.Profile) []string {
	var out []string
	if g, now := before.Pregnancy, after.Pregnancy; g.Is && (!now.Is || g.Due != now.Due || g.Stage != now.Stage) {
		out = append(out, "unhunch profile set pregnancy "+pregnancyText(g))
	}
	for _, g := range groups {
		var ids []string
		lost := false
		for _, f := range keys.of(content.FactGroup(g.id)) {
			if before.Has(f.ID) {
				ids = append(ids, string(f.ID))
				lost = lost || !after.Has(f.ID)
			}
		}
		if lost {
			out = append(out, "unhunch profile set "+g.id+" "+strings.Join(ids, ","))
		}
	}
	return out
}
