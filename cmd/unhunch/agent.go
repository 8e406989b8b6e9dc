package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/agent"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/notify"
	"github.com/unhunch/unhunch/reminders/presence"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/reminders/zone"
)

func (a *app) agentCommand() *cobra.Command {
	var terminal, verbose bool
	cmd := &cobra.Command{
		Use: "agent", Short: catalog.L("Run the reminders in the foreground"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if verbose {
				logLevel.Set(slog.LevelDebug)
			}
			err := a.runAgent(cmd.Context(), terminal)
			var running *control.RunningError
			if errors.As(err, &running) {
				return &worded{hinted(err.Error(), catalog.L("unhunch status shows what it does, unhunch quit stops it")), err}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&terminal, "terminal", false, catalog.L("print the reminders here instead of showing notifications"))
	cmd.Flags().BoolVar(&verbose, "verbose", false, catalog.L("log every step"))
	return cmd
}

var logLevel slog.LevelVar

// runAgent wires the agent and runs it until it is told to stop.
func (a *app) runAgent(ctx context.Context, terminal bool) error {
	// The agent is small and lives long: memory matters more than speed.
	debug.SetGCPercent(30)
	if terminal && logLevel.Level() == slog.LevelInfo {
		logLevel.Set(slog.LevelError) // the terminal is for the person
	}
	log := slog.New(slog.NewTextHandler(a.err, &slog.HandlerOptions{Level: &logLevel}))

	dir, err := control.Dir()
	if err != nil {
		return err
	}
	claim, err := control.Claim(dir, control.AgentSocket)
	if err != nil {
		return err
	}
	defer func() { _ = claim.Close() }()

	store, report, err := sqlite.Open(ctx, sqlite.Path(), sqlite.Options{Now: a.now})
	if err != nil {
		return err
	}
	defer func() {
		if err := store.Close(); err != nil {
			log.Error("the database could not be closed", "err", err)
		}
	}()

	desk := notify.Open(ctx, a.deskOptions(terminal))
	defer func() { _ = desk.Close() }()
	sensors := presence.Open(ctx, presence.Options{AwayAfter: settings.Default().AwayAfter, Now: a.now})
	defer func() { _ = sensors.Close() }()

	const settled = 10 * time.Second
	trim := trimSoon(settled)
	defer trim.Stop()
	var chime packChime
	defer chime.close()
	alive := filepath.Join(dir, "alive")
	var server *control.Server
	var icon trayIcon
	ag := agent.New(agent.Options{
		Version: version, PID: os.Getpid(), Now: a.now, Zone: zone.Local(),
		Settings:        func() (settings.Settings, []settings.Problem, error) { return settings.Load(settings.Path()) },
		SettingsChanged: changed(settings.Path),
		Store:           store, Desktop: desktop{desk, replies(ctx, desk)}, Sensors: sensors,
		Open: openWindow,
		Publish: func(s control.Status) {
			server.Publish(s)
			icon.update(s)
		},
		Beat: func() { _ = os.Chtimes(alive, time.Time{}, a.now()) }, Alive: lastBeat(alive),
		Person: store, Calendar: store, Massages: store, Relief: store, Uptime: uptime, Chime: chime.ring, Trim: func() { trim.Reset(settled) }, Library: packedLibrary(log),
		Notices: append(told(report), packs.Notes(packs.Open(content.BuiltIn()))...), Log: log,
	})
	server = control.NewServer(ag, version)

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	served := make(chan error, 1)
	go func() { served <- server.Serve(ctx, claim.Listener()) }()
	if chosen, _, err := settings.Load(settings.Path()); !terminal && err == nil && chosen.Tray.Enabled {
		icon.start(ctx, ag, log)
	}

	err = ag.Run(ctx)
	stop()
	return errors.Join(err, <-served)
}

// lastBeat is when an agent last noted that it runs, and makes the file it
// notes it on. The folder goes with the session, as do the beats.
func lastBeat(path string) (at time.Time) {
	if info, err := os.Stat(path); err == nil {
		at = info.ModTime()
	}
	if f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
		_ = f.Close()
		_ = os.Chtimes(path, time.Time{}, now())
	}
	return at
}

// told is what opening the database has to tell the person.
func told(r sqlite.Report) []string {
	notes := append([]string{}, r.Notes...)
	if r.Recovery != nil {
		notes = append(notes, r.Recovery.Sentence())
	}
	return notes
}

func (a *app) deskOptions(terminal bool) notify.Options {
	return notify.Options{
		Now: a.now, Command: typed, Terminal: a.out, TerminalOnly: terminal,
		OpenLabel: catalog.L("Open"), ClickHint: catalog.L("Click to open Unhunch."),
	}
}

// typed is the command that does in a terminal what a button does elsewhere.
func typed(key, action string) string {
	if rest, is := strings.CutPrefix(key, "relief-"); is {
		verb := map[string]string{"fine": "fine", "stop": "not-fine"}[action]
		return "unhunch relief " + verb + " " + rest[strings.LastIndex(rest, "-")+1:]
	}
	if action == "start" {
		action = "done"
	}
	return "unhunch " + action + " " + key
}

// changed returns a cheap look whether a file is another than at the last
// look.
func changed(path func() string) func() bool {
	var last os.FileInfo
	first := true
	return func() bool {
		info, err := os.Stat(path())
		if err != nil {
			info = nil
		}
		same := (info == nil) == (last == nil)
		if same && info != nil {
			same = info.ModTime().Equal(last.ModTime()) && info.Size() == last.Size() && os.SameFile(info, last)
		}
		last = info
		if first {
			first = false
			return false
		}
		return !same
	}
}

// desktop lets the agent speak through notify.
type desktop struct {
	*notify.Desk
	replies chan agent.Reply
}

// Show puts a notice on the desktop.
func (d desktop) Show(n agent.Notice) error {
	out := notify.Notice{Key: n.Key, Title: n.Title, Body: n.Body, Click: n.Click, Urgent: n.Urgent, Sound: n.Sound, Stay: n.Stay}
	for _, b := range n.Buttons {
		out.Actions = append(out.Actions, notify.Action{Key: b.Key, Label: b.Label})
	}
	return d.Desk.Show(out)
}

// Replies are what the person does with notices.
func (d desktop) Replies() <-chan agent.Reply { return d.replies }

// replies passes on what the person does with notices.
func replies(ctx context.Context, desk *notify.Desk) chan agent.Reply {
	out := make(chan agent.Reply)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case r, ok := <-desk.Replies():
				if !ok {
					return
				}
				select {
				case out <- agent.Reply{Key: r.Key, Action: r.Action, Token: r.ActivationToken}:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}
