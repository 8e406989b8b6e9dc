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
		Use: "doctor", Short: "Say what works here, what does not, and how to mend it", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			found := a.examine(cmd.Context())
			if asJSON {
				return a.printJSON(found)
			}
			w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
			for _, f := range found {
				detail := strings.ReplaceAll(f.Detail, "\n", " ")
				if f.Hint != "" {
					detail += "; hint: " + f.Hint
				}
				fmt.Fprintf(w, "%s\t%s\t%s\n", f.State, f.Check, detail)
			}
			return w.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// examine looks at everything Unhunch needs.
func (a *app) examine(ctx context.Context) []finding {
	found := []finding{a.examineAgent(ctx), examineNotifications(ctx)}
	found = append(found, a.examinePresence(ctx)...)
	found = append(found, examineTray(ctx))
	found = append(found, examineSettings(), a.examineDatabase(ctx), examineWindow())
	return found
}

func (a *app) examineAgent(ctx context.Context) finding {
	c, err := a.dial(ctx)
	switch {
	case errors.Is(err, control.ErrNotRunning):
		return finding{"agent", warn, "the reminders do not run", "start them with: unhunch"}
	case err != nil:
		return finding{"agent", warn, sentence(err), ""}
	}
	defer func() { _ = c.Close() }()
	s, err := c.Status(ctx)
	if err != nil {
		return finding{"agent", warn, sentence(err), ""}
	}
	f := finding{"agent", good, fmt.Sprintf("version %s runs as process %d", s.Version, s.PID), ""}
	if s.Version != version {
		f.State, f.Hint = warn, "this is version "+version+"; take it into use with: unhunch quit, then: unhunch"
	}
	if len(s.Notices) > 0 {
		f.State, f.Detail = warn, f.Detail+"; it says: "+strings.Join(s.Notices, "; ")
	}
	return f
}

func examineNotifications(ctx context.Context) finding {
	desk := notify.Open(ctx, notify.Options{})
	defer func() { _ = desk.Close() }()
	// The server's answer comes by message.
	s := desk.State()
	for end := time.Now().Add(time.Second); s.Backend == "none" && s.Hint == "" && s.Err == nil && time.Now().Before(end); s = desk.State() {
		time.Sleep(20 * time.Millisecond)
	}
	f := finding{Check: "notifications", State: good, Hint: s.Hint}
	switch {
	case s.Server != "" && s.Actions:
		f.Detail = fmt.Sprintf("%s %s, with buttons", s.Server, s.Version)
	case s.Server != "":
		f.State, f.Detail = warn, fmt.Sprintf("%s %s, without buttons", s.Server, s.Version)
	case s.OnDemand:
		f.Detail = "a notification server starts when it is needed"
	case s.Backend != "none" && s.Backend != "":
		f.State, f.Detail = warn, "through "+s.Backend+", without buttons"
	default:
		f.State, f.Detail = missing, "nothing here can show notifications"
		if s.Err != nil {
			f.Detail += ": " + s.Err.Error()
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
		return finding{"settings", good, "all at their defaults (" + path + " does not exist yet)", ""}
	}
	return finding{"settings", good, path, ""}
}

func (a *app) examineDatabase(ctx context.Context) finding {
	path := sqlite.Path()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return finding{"database", good, "none yet (" + path + ")", ""}
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
		return finding{"database", warn, sentence(err), "start Unhunch again: it sets the damaged file aside and takes the newest backup"}
	}
	return finding{"database", good, path, ""}
}

func examineWindow() finding {
	program, err := control.FindProgram(control.WindowProgram)
	if err != nil {
		return finding{"window", missing, "the window's program, unhunch-window, is not installed", "put it beside unhunch or on the path"}
	}
	if !hasDisplay() {
		return finding{"window", warn, program + ", but there is no display", "unhunch status works in the terminal"}
	}
	return finding{"window", good, program, ""}
}
