package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/notify"
	"github.com/unhunch/unhunch/reminders/presence"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// finding is one line of the doctor's report.
type finding struct {
	Check  string `json:"check"`
	State  string `json:"state"` // ok, warn or missing
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
}

// The states of a finding.
const (
	good    = "ok"
	warn    = "warn"
	missing = "missing"
)

func (a *app) doctorCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "doctor", Short: catalog.L("Say what works here, what does not, and how to mend it"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON {
				_ = catalog.Use() // programs read it: always the same words
			}
			found := a.examine(cmd.Context())
			if asJSON {
				return a.printJSON(found)
			}
			w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
			for _, f := range found {
				detail := strings.ReplaceAll(f.Detail, "\n", " ")
				if f.Hint != "" {
					detail = hinted(detail, f.Hint)
				}
				fmt.Fprintf(w, "%s\t%s\t%s\n", stateWord(f.State), checkWord(f.Check), detail)
			}
			return w.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// examine looks at everything Unhunch needs.
func (a *app) examine(ctx context.Context) []finding {
	found := []finding{a.examineAgent(ctx), examineNotifications(ctx)}
	found = append(found, a.examinePresence(ctx)...)
	found = append(found, examineTray(ctx))
	found = append(found, examineCues(ctx)...)
	found = append(found, examineSettings(), a.examineDatabase(ctx), examinePacks(), examineWindow())
	return found
}

func (a *app) examineAgent(ctx context.Context) finding {
	c, err := a.dial(ctx)
	switch {
	case errors.Is(err, control.ErrNotRunning):
		return finding{"agent", warn, catalog.L("the reminders do not run"), catalog.L("start them with: unhunch")}
	case err != nil:
		return finding{"agent", warn, sentence(err), ""}
	}
	defer func() { _ = c.Close() }()
	s, err := c.Status(ctx)
	if err != nil {
		return finding{"agent", warn, sentence(err), ""}
	}
	f := finding{"agent", good, catalog.L("version {{.Version}} runs as process {{.PID}}", catalog.D{"Version": s.Version, "PID": s.PID}), ""}
	if s.Version != version {
		f.State, f.Hint = warn, catalog.L("this is version {{.Version}}; take it into use with: unhunch quit, then: unhunch", catalog.D{"Version": version})
	}
	if len(s.Notices) > 0 {
		f.State, f.Detail = warn, catalog.L("{{.Detail}}; it says: {{.Notices}}", catalog.D{"Detail": f.Detail, "Notices": strings.Join(s.Notices, "; ")})
	}
	return f
}

func examineNotifications(ctx context.Context) finding {
	desk := notify.Open(ctx, notify.Options{})
	defer func() { _ = desk.Close() }()
	// The server's answer comes by message.
	s := desk.State()
	for end := now().Add(time.Second); s.Backend == "none" && s.Hint == "" && s.Err == nil && now().Before(end); s = desk.State() {
		time.Sleep(20 * time.Millisecond)
	}
	f := finding{Check: "notifications", State: good, Hint: s.Hint}
	switch {
	case s.Server != "" && s.Actions:
		f.Detail = catalog.L("{{.Server}} {{.Version}}, with buttons", catalog.D{"Server": s.Server, "Version": s.Version})
	case s.Server != "":
		f.State, f.Detail = warn, catalog.L("{{.Server}} {{.Version}}, without buttons", catalog.D{"Server": s.Server, "Version": s.Version})
	case s.OnDemand:
		f.Detail = catalog.L("a notification server starts when it is needed")
	case s.Backend != "none" && s.Backend != "":
		f.State, f.Detail = warn, catalog.L("through {{.Backend}}, without buttons", catalog.D{"Backend": s.Backend})
	default:
		f.State, f.Detail = missing, catalog.L("nothing here can show notifications")
		if s.Err != nil {
			f.Detail = catalog.L("nothing here can show notifications: {{.Problem}}", catalog.D{"Problem": s.Err})
		}
	}
	return f
}

func (a *app) examinePresence(ctx context.Context) []finding {
	w := presence.Open(ctx, presence.Options{Now: a.now})
	defer func() { _ = w.Close() }()
	deadline := time.After(700 * time.Millisecond)
	for settled := false; !settled; {
		select {
		case <-w.Events():
		case <-deadline:
			settled = true
		}
	}
	var found []finding
	for _, s := range w.Sensors() {
		f := finding{s.Name, good, s.Detail, s.Hint}
		if s.State != presence.OK {
			f.State = missing
		}
		found = append(found, f)
	}
	return found
}

func examineSettings() finding {
	path := settings.Path()
	_, problems, err := settings.Load(path)
	switch {
	case err != nil:
		return finding{"settings", warn, err.Error(), ""}
	case len(problems) > 0:
		var all []string
		for _, p := range problems {
			all = append(all, p.Error())
		}
		return finding{"settings", warn, strings.Join(all, "; "), "unhunch settings edit"}
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return finding{"settings", good, catalog.L("all at their defaults ({{.File}} does not exist yet)", catalog.D{"File": path}), ""}
	}
	return finding{"settings", good, path, ""}
}

func (a *app) examineDatabase(ctx context.Context) finding {
	path := sqlite.Path()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return finding{"database", good, catalog.L("none yet ({{.File}})", catalog.D{"File": path}), ""}
	}
	s, report, err := sqlite.Open(ctx, path, sqlite.Options{Now: a.now})
	if err != nil {
		return finding{"database", warn, sentence(err), ""}
	}
	defer func() { _ = s.Close() }()
	if report.Recovery != nil {
		return finding{"database", warn, report.Recovery.Sentence(), ""}
	}
	if err := s.Check(ctx); err != nil {
		return finding{"database", warn, sentence(err), catalog.L("start Unhunch again: it sets the damaged file aside and takes the newest backup")}
	}
	return finding{"database", good, path, ""}
}

func examineWindow() finding {
	program, err := control.FindProgram(control.WindowProgram)
	if err != nil {
		return finding{"window", missing, catalog.L("the window's program, unhunch-window, is not installed"), catalog.L("put it beside unhunch or on the path")}
	}
	if !hasDisplay() {
		return finding{"window", warn, catalog.L("{{.File}}, but there is no display", catalog.D{"File": program}), catalog.L("unhunch status works in the terminal")}
	}
	return finding{"window", good, program, ""}
}
