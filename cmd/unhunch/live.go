package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
)

func (a *app) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "pause [DURATION | until TIME]",
		Short: "Hold the reminders for a while, or until resumed",
		Example: "  unhunch pause            until resumed\n  unhunch pause 1h30m\n" +
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
					a.printf("Paused until you resume (unhunch resume).\n")
				} else {
					a.printf("Paused until %s.\n", short(until, a.now()))
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
			return time.Time{}, misuse("write it as: unhunch pause until 18:30", "the time is missing after until")
		}
		until, err := parseWhen(strings.Join(args[1:], " "), now, false)
		if err == nil && !until.After(now) {
			return until, misuse("give a time in the future", "%q is in the past", strings.Join(args[1:], " "))
		}
		return until, err
	case len(args) > 1:
		return time.Time{}, misuse("write it as: unhunch pause 1h30m, or: unhunch pause until 18:30", "%q is too much", strings.Join(args, " "))
	}
	d, err := parseLength(args[0])
	return now.Add(d), err
}

func (a *app) resumeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "resume", Short: "End a pause", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.live(cmd.Context(), func(ctx context.Context, c *control.Client) error {
				if err := c.Resume(ctx); err != nil {
					return err
				}
				a.printf("Reminders are on.\n")
				return nil
			})
		},
	}
}

func (a *app) answerCommand(verb string) *cobra.Command {
	cmd := &cobra.Command{Use: verb + " [REMINDER]", Args: cobra.MaximumNArgs(1)}
	switch verb {
	case "done":
		cmd.Short = "Say that you did what the open prompt asks for"
	case "skip":
		cmd.Short = "Send the open prompt away"
	case "snooze":
		cmd.Use, cmd.Args = "snooze [REMINDER] [DURATION]", cobra.MaximumNArgs(2)
		cmd.Short = "Let the open prompt come back later"
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
				a.printf("%s: back at %s.\n", res.Reminder, short(*res.Until, a.now()))
			default:
				a.printf("%s: %s.\n", res.Reminder, res.Outcome)
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
	for i, arg := range args {
		d, err := reminders.ParseDuration(arg)
		switch {
		case verb == "snooze" && i == len(args)-1 && err == nil && d > 0:
			ans.For = control.Seconds(d)
		case i == 0 && arg != "" && (arg[0] < '0' || arg[0] > '9') && arg[0] != '-':
			ans.Reminder = reminders.ID(arg)
		case err != nil:
			return ans, misuse("usage: unhunch snooze [REMINDER] [DURATION]", "%w", err)
		default:
			return ans, misuse("usage: unhunch "+verb+" [REMINDER]", "%q makes no sense here", arg)
		}
	}
	return ans, nil
}

func (a *app) quitCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quit", Short: "Stop the reminders and close the window", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			stopped, err := stopAll(cmd.Context())
			if err == nil && !stopped {
				a.printf("Unhunch was not running.\n")
			}
			return err
		},
	}
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
				return stopped, errors.New("Unhunch does not stop") //nolint:staticcheck // a name
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
