package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
)

func (a *app) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "pause [DURATION | until TIME]",
		Short: catalog.L("Hold the reminders for a while, or until resumed"),
		Example: "  unhunch pause            " + catalog.L("until resumed") + "\n  unhunch pause 1h30m\n" +
			"  unhunch pause until 14:00\n  unhunch pause until tomorrow",
		Args: cobra.MaximumNArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			until, err := pauseEnd(args, a.now())
			if err != nil {
				return err
			}
			return a.live(cmd.Context(), func(ctx context.Context, c *control.Client) error {
				if err := c.Pause(ctx, until); err != nil {
					return err
				}
				if until.IsZero() {
					a.say(catalog.L("Paused until you resume (unhunch resume)."))
				} else {
					a.say(catalog.L("Paused until {{.Time}}.", catalog.D{"Time": short(until, a.now())}))
				}
				return nil
			})
		},
	}
}

// pauseEnd reads when a pause ends; zero means when resumed.
func pauseEnd(args []string, now time.Time) (time.Time, error) {
	switch {
	case len(args) == 0:
		return time.Time{}, nil
	case args[0] == "until":
		if len(args) == 1 {
			return time.Time{}, wrong(catalog.L("write it as: unhunch pause until 18:30"), catalog.L("the time is missing after until"))
		}
		until, err := parseWhen(strings.Join(args[1:], " "), now, false)
		if err == nil && !until.After(now) {
			return until, wrong(catalog.L("give a time in the future"), catalog.L("{{.Given}} is in the past", catalog.D{"Given": quoted(strings.Join(args[1:], " "))}))
		}
		return until, err
	case len(args) > 1:
		return time.Time{}, wrong(catalog.L("write it as: unhunch pause 1h30m, or: unhunch pause until 18:30"), catalog.L("{{.Given}} is too much", catalog.D{"Given": quoted(strings.Join(args, " "))}))
	}
	d, err := parseLength(args[0])
	return now.Add(d), err
}

func (a *app) resumeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "resume", Short: catalog.L("End a pause"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.live(cmd.Context(), func(ctx context.Context, c *control.Client) error {
				if err := c.Resume(ctx); err != nil {
					return err
				}
				a.say(catalog.L("Reminders are on."))
				return nil
			})
		},
	}
}

func (a *app) answerCommand(verb string) *cobra.Command {
	cmd := &cobra.Command{Use: verb + " [REMINDER]", Args: cobra.MaximumNArgs(1)}
	switch verb {
	case "done":
		cmd.Short = catalog.L("Say that you did what the open prompt asks for")
	case "skip":
		cmd.Short = catalog.L("Send the open prompt away")
	case "snooze":
		cmd.Use, cmd.Args = "snooze [REMINDER] [DURATION]", cobra.MaximumNArgs(2)
		cmd.Short = catalog.L("Let the open prompt come back later")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ans, err := parseAnswer(verb, args)
		if err != nil {
			return err
		}
		return a.live(cmd.Context(), func(ctx context.Context, c *control.Client) error {
			res, err := c.Answer(ctx, ans)
			if err != nil {
				return err
			}
			switch {
			case res.Until != nil:
				a.say(catalog.L("{{.Reminder}}: back at {{.Time}}.", catalog.D{"Reminder": res.Reminder, "Time": short(*res.Until, a.now())}))
			case res.Outcome == reminders.Done:
				a.say(catalog.L("{{.Reminder}}: done.", catalog.D{"Reminder": res.Reminder}))
			default:
				a.say(catalog.L("{{.Reminder}}: skipped.", catalog.D{"Reminder": res.Reminder}))
			}
			return nil
		})
	}
	return cmd
}

// parseAnswer reads which prompt is answered, and how.
func parseAnswer(verb string, args []string) (control.Answer, error) {
	ans := control.Answer{Outcome: map[string]reminders.Outcome{
		"done": reminders.Done, "skip": reminders.Skipped, "snooze": reminders.Snoozed,
	}[verb]}
	usage := "unhunch " + verb + " [REMINDER]"
	if verb == "snooze" {
		usage += " [DURATION]"
	}
	for i, arg := range args {
		d, err := reminders.ParseDuration(arg)
		switch {
		case verb == "snooze" && i == len(args)-1 && err == nil && d > 0:
			ans.For = control.Seconds(d)
		case i == 0 && arg != "" && (arg[0] < '0' || arg[0] > '9') && arg[0] != '-':
			ans.Reminder = reminders.ID(arg)
			if id := dashed(arg); id != "" { // Posture, or "Heat pack"
				ans.Reminder = reminders.ID(id)
			}
		case verb == "snooze" && i == len(args)-1:
			_, err := parseLength(arg)
			return ans, err
		default:
			return ans, wrong(catalog.L("usage: {{.Line}}", catalog.D{"Line": usage}), catalog.L("{{.Given}} makes no sense here", catalog.D{"Given": quoted(arg)}))
		}
	}
	return ans, nil
}

func (a *app) quitCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quit", Short: catalog.L("Stop the reminders and close the window"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			on := a.packsOn(cmd.Context())
			stopped, err := stopAll(cmd.Context())
			if err == nil && stopped {
				for _, s := range on {
					a.warn(catalog.L("{{.Name}} is still on ({{.Region}}), and nothing will tell you when it is over, at {{.Time}}", catalog.D{
						"Name": s.Name, "Region": catalog.Region(s.Region), "Time": a.shortNow(s.EndsAt),
					}))
				}
			}
			if err == nil && !stopped {
				a.say(catalog.L("Unhunch was not running."))
			}
			return err
		},
	}
}

// packsOn are the packs on the skin, as far as a running agent knows.
func (a *app) packsOn(ctx context.Context) (on []control.Session) {
	c, err := a.dial(ctx)
	if err != nil {
		return nil
	}
	defer func() { _ = c.Close() }()
	st, err := c.Status(ctx)
	if err != nil {
		return nil
	}
	for _, s := range st.Sessions {
		if s.State != control.SessionOver {
			on = append(on, s)
		}
	}
	return on
}

// stopAll ends the window and the agent and waits until they are gone.
func stopAll(ctx context.Context) (stopped bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	for _, name := range []string{control.WindowSocket, control.AgentSocket} {
		path, err := control.SocketPath(name)
		if err != nil {
			return stopped, err
		}
		switch err := control.Stop(ctx, path); {
		case errors.Is(err, control.ErrNotRunning):
			continue
		case err != nil:
			return stopped, err
		}
		stopped = true
		for {
			c, err := control.Dial(ctx, path)
			if errors.Is(err, control.ErrNotRunning) {
				break
			}
			if err == nil {
				_ = c.Close()
			}
			select {
			case <-ctx.Done():
				return stopped, errors.New(catalog.L("Unhunch does not stop"))
			case <-time.After(20 * time.Millisecond):
			}
		}
	}
	return stopped, nil
}

// live does something with the running agent.
func (a *app) live(ctx context.Context, f func(context.Context, *control.Client) error) error {
	c, err := a.dial(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	return f(ctx, c)
}
