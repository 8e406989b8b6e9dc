package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/scenario"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2 // wrong usage or input
)

// stdio is where a command reads and writes.
type stdio struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// usageError is a mistake in how the program was called or in what it was
// given.
type usageError struct {
	err  error
	hint string
}

func (e *usageError) Error() string {
	if e.hint == "" {
		return e.err.Error()
	}
	return hinted(e.err.Error(), e.hint)
}

func (e *usageError) Unwrap() error { return e.err }

// misuse makes a usageError.
func misuse(hint, format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...), hint}
}

// app is what the commands share.
type app struct {
	stdio
	now func() time.Time
}

// run is the program: it returns the exit code.
func run(ctx context.Context, args []string, io stdio) int {
	out := &sink{to: io.out}
	io.out = out
	a := &app{stdio: io, now: now}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(io.in)
	root.SetErr(io.err)
	ran, err := root.ExecuteContextC(ctx)
	if out.err != nil && (err == nil || errors.Is(err, out.err)) {
		err = out.failed()
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(io.err, "unhunch: "+plain(echoed(withHint(err, ran), args)))
	return exitCode(err)
}

// withHint is an error on one line, with what to do about it also where whoever
// made it could not know.
func withHint(err error, ran *cobra.Command) string {
	text := sentence(err)
	switch {
	case strings.Contains(text, "hint: "):
		return text
	case exitCode(err) == exitUsage:
		return hinted(text, catalog.L("{{.Command}} says more", catalog.D{"Command": ran.CommandPath() + " --help"}))
	}
	return hinted(text, catalog.L("unhunch doctor tells what does not work, and how to mend it"))
}

// exitCode tells failures from mistakes.
func exitCode(err error) int {
	var u *usageError
	var m scenario.Mistakes
	var one scenario.Mistake
	if errors.As(err, &u) || errors.As(err, &m) || errors.As(err, &one) {
		return exitUsage
	}
	var c *control.Error
	if errors.As(err, &c) && c.Code == control.CodeBadArgs {
		return exitUsage
	}
	return exitFailed
}

// sentence writes an error on one line.
func sentence(err error) string {
	var c *control.Error
	if errors.As(err, &c) && c.Code == control.CodeNotRunning {
		return hinted(catalog.L("Unhunch is not running"), catalog.L("start it with: {{.Command}}", catalog.D{"Command": "unhunch"}))
	}
	if errors.As(err, &c) && c.Hint != "" {
		return hinted(strings.Replace(err.Error(), " (hint: "+c.Hint+")", "", 1), c.Hint)
	}
	return strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", "; ")
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "unhunch [FILE.ics]",
		Short: catalog.L("Looks after your back: posture reminders, stretches, and what helps"),
		Long: catalog.L("Unhunch reminds you of your posture and of stretching while you sit.\n" +
			"Without arguments it starts the reminders if they do not run, and opens the window;\n" +
			"without a display it reminds in the terminal. With a calendar file the window shows what is in it."),
		SilenceErrors: true, SilenceUsage: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			if _, is, err := calendarFile(args[0]); len(args) == 1 && is {
				return err
			}
			hint := catalog.L("unhunch help lists the commands")
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				hint = catalog.L("did you mean {{.Command}}?", catalog.D{"Command": "unhunch " + near[0]})
			}
			return wrong(hint, catalog.L("there is no command {{.Given}}", catalog.D{"Given": quoted(args[0])}))
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				path, _, err := calendarFile(args[0])
				return a.openCalendar(cmd.Context(), args[0], path, err)
			}
			return a.start(cmd.Context(), "")
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return misuse(catalog.L("{{.Command}} lists the options", catalog.D{"Command": cmd.CommandPath() + " --help"}), "%w", sayFlag(err))
	})
	root.AddCommand(
		a.openCommand(), a.agentCommand(), a.quitCommand(), a.statusCommand(),
		a.pauseCommand(), a.resumeCommand(),
		a.answerCommand("done"), a.answerCommand("skip"), a.answerCommand("snooze"),
		a.painCommand(), a.packCommand(content.Heat), a.packCommand(content.Cold), a.reliefCommand(),
		a.appointmentCommand(), a.visitCommand(), a.therapistCommand(), a.reminderCommand(), a.profileCommand(),
		a.stretchCommand(), a.breatheCommand(), a.relaxCommand(), a.tipCommand(), a.exerciseCommand(), a.routineCommand(), a.guideCommand(),
		a.settingsCommand(), a.simulateCommand(), a.doctorCommand(),
		a.backupCommand(), a.restoreCommand(), a.versionCommand(),
	)
	root.SetOut(a.out) // completion asks for it now, not when it writes
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	strictHelp(root)
	guard(root)
	speakHelp(root)
	return root
}

// guard makes mistakes in the number of arguments usage errors, everywhere.
func guard(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(c *cobra.Command, args []string) error {
			err := check(c, args)
			var u *usageError
			if err == nil || errors.As(err, &u) {
				return err
			}
			return misuse(catalog.L("usage: {{.Line}}", catalog.D{"Line": useLine(c)}), "%w", sayArguments(err, args))
		}
	}
	if cmd.HasSubCommands() && cmd.HasParent() && cmd.Run == nil && cmd.RunE == nil {
		cmd.RunE = func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return noSuchCommand(c, args)
		}
	}
	for _, sub := range cmd.Commands() {
		guard(sub)
	}
}

// noSuchCommand refuses arguments of a command that only has commands.
func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return wrong(catalog.L("{{.Command}} lists them", catalog.D{"Command": c.CommandPath() + " --help"}),
		catalog.L("{{.Command}} has no command {{.Given}}", catalog.D{"Command": c.CommandPath(), "Given": quoted(args[0])}))
}

// printJSON writes v as one JSON value.
func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (a *app) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }

// dial reaches the agent.
func (a *app) dial(ctx context.Context) (*control.Client, error) {
	path, err := control.SocketPath(control.AgentSocket)
	if err != nil {
		return nil, err
	}
	return control.Dial(ctx, path)
}

// poke tells the agent, if it runs, that files changed.
func (a *app) poke(ctx context.Context) {
	c, err := a.dial(ctx)
	if err != nil {
		return // it will read them when it starts
	}
	defer func() { _ = c.Close() }()
	if err := c.Reload(ctx); err != nil {
		a.warn(catalog.L("saved, but the running reminders did not take it in: {{.Problem}}", catalog.D{"Problem": sentence(err)}))
	}
}
