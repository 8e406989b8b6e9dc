package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) reliefCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "relief", Short: catalog.L("Heat and cold: what is on, what was, what helped"), Args: noSuchCommand,
		Example: "  unhunch relief\n  unhunch relief stop --skin fine --after 3\n  unhunch relief fine\n  unhunch relief repeat\n" +
			"  unhunch relief cream gel --on neck\n  unhunch relief choose",
	}
	a.showingRelief(cmd)
	status := &cobra.Command{Use: "status", Short: catalog.L("Show what is on, and from when it may be again"), Args: cobra.NoArgs}
	a.showingRelief(status)
	cmd.AddCommand(status, a.reliefStopCommand(), a.reliefPauseCommand(), a.reliefResumeCommand(), a.reliefLookCommand(true), a.reliefLookCommand(false),
		a.reliefListCommand(), a.reliefRepeatCommand(), a.reliefFeltCommand(), a.reliefDeleteCommand(), a.reliefUndeleteCommand(),
		a.creamCommand(), a.reliefChooseCommand(), a.reliefQuestionsCommand())
	return cmd
}

// restingRow is a place that rests, for programs.
type restingRow struct {
	Kind   string       `json:"kind"`
	Region diary.Region `json:"region"`
	Why    relief.Code  `json:"why"`
	From   time.Time    `json:"again_from"`
}

// reliefNow is what heat and cold are at, for programs.
type reliefNow struct {
	Sessions []control.Session `json:"sessions"`
	Resting  []restingRow      `json:"resting"`
	Creams   []creamRow        `json:"creams"` // those that keep heat away
}

func (a *app) showingRelief(cmd *cobra.Command) {
	var asJSON bool
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.showRelief(cmd.Context(), asJSON) }
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
}

func (a *app) showRelief(ctx context.Context, asJSON bool) error {
	st, err := a.status(ctx)
	if err != nil {
		return err
	}
	now := reliefNow{Sessions: filled(st.Sessions), Resting: []restingRow{}, Creams: []creamRow{}}
	h, err := a.library().HeatCold()
	if err != nil {
		return err
	}
	err = a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		state, err := s.ReliefState(ctx)
		if err != nil {
			return err
		}
		now.Resting = append(now.Resting, a.resting(h, state)...)
		creams, err := s.CreamsNow(ctx)
		for _, c := range creams {
			if row := creamRowOf(c, a.now()); row.locks(a.now()) {
				now.Creams = append(now.Creams, row)
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(now)
	}
	for _, s := range now.Sessions {
		a.say(sessionLine(s, a.now()))
	}
	for _, r := range now.Resting {
		a.say(catalog.L("{{.Kind}}, {{.Region}}: again from {{.Time}}", catalog.D{"Kind": relief.Kind(content.Modality(r.Kind)), "Region": catalog.Region(string(r.Region)), "Time": a.shortNow(r.From)}))
	}
	for _, c := range now.Creams {
		a.say(c.lockLine(a.now()))
	}
	if len(now.Sessions)+len(now.Resting)+len(now.Creams) == 0 {
		a.say(catalog.L("Nothing is on. Begin with: unhunch heat, or unhunch cold"))
	}
	return nil
}

// resting are the places that rest after what was on them, by heat and cold.
func (a *app) resting(h *content.HeatCold, state relief.State) (out []restingRow) {
	seen := map[string]bool{}
	for _, u := range state.Recent {
		for _, t := range h.Timers {
			if t.Untimed || !t.Offered || seen[string(t.Modality)+string(u.Region)] {
				continue
			}
			if r := state.Check(a.clock(), relief.Want{Timer: t, Region: u.Region}); r != nil && !r.Until.IsZero() {
				seen[string(t.Modality)+string(u.Region)] = true
				out = append(out, restingRow{string(t.Modality), u.Region, r.Code, r.Until.Truncate(time.Second)})
			}
		}
	}
	return out
}

// sessionLine is a session on one line.
func sessionLine(s control.Session, now time.Time) string {
	d := catalog.D{
		"Name": s.Name, "Region": catalog.Region(s.Region), "Time": short(s.EndsAt, now), "Left": catalog.Length(s.Left.Duration()), "ID": s.ID,
	}
	switch s.State {
	case control.SessionPaused:
		d["By"] = short(*s.ResumeBy, now)
		return catalog.L("{{.Name}}, {{.Region}}: paused, {{.Left}} left; it ends at {{.By}} unless it goes on (unhunch relief resume {{.ID}})", d)
	case control.SessionOver:
		return catalog.L("{{.Name}}, {{.Region}}: over since {{.Time}}. Take it off. Is the skin fine? (unhunch relief fine {{.ID}} · unhunch relief not-fine {{.ID}})", d)
	case control.SessionEnded:
		return catalog.L("{{.Name}}, {{.Region}}: ended at {{.Time}}", d)
	}
	if s.Ask != "" {
		return catalog.L("{{.Name}}, {{.Region}}: {{.Left}} left, until {{.Time}}. Look at your skin now (unhunch relief fine {{.ID}} · unhunch relief stop {{.ID}})", d)
	}
	return catalog.L("{{.Name}}, {{.Region}}: {{.Left}} left, until {{.Time}} (unhunch relief stop {{.ID}})", d)
}
