package main

import (
	"errors"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
)

func (a *app) reminderCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "reminder", Short: catalog.L("Keep reminders of your own, such as a heat pack at 15:00"), Args: noSuchCommand}
	a.listingReminders(cmd)
	list := &cobra.Command{Use: "list", Short: catalog.L("List your reminders, and those of Unhunch"), Args: cobra.NoArgs}
	a.listingReminders(list)
	cmd.AddCommand(list, a.reminderAddCommand(), a.reminderEditCommand(), a.reminderSwitchCommand(false), a.reminderSwitchCommand(true),
		a.reminderDeleteCommand(), a.reminderUndeleteCommand())
	return cmd
}

// switched are the reminders of Unhunch that come by the clock, which are listed
// beside those of one's own.
var switched = []reminders.ID{reminders.Posture, reminders.Stretch, reminders.Checkin}

// reminderFields are the options of a reminder of one's own.
func reminderFields() []field[settings.Own] {
	one := func(flag, usage string, get func(settings.Own) string) field[settings.Own] {
		return field[settings.Own]{
			flag: flag, usage: usage,
			get: func(o settings.Own) []string { return words(get(o)) },
			set: func(o *settings.Own, s []string) error { return setOwn(o, flag, strings.Join(s, ",")) },
		}
	}
	times := one("at", catalog.L("the times of day it comes at, as 15:00,18:00"), func(o settings.Own) string { return strings.Join(timesOf(o), ",") })
	times.many = true
	return []field[settings.Own]{
		one("title", catalog.L("what it says"), func(o settings.Own) string { return o.Title }),
		one("text", catalog.L("a longer line below the title"), func(o settings.Own) string { return o.Text }),
		times,
		one("every", catalog.L("instead of --at: how long you sit until it comes, as 45m"), func(o settings.Own) string { return lengthOf(o.Every) }),
		one("days", catalog.L("the days it comes on with --at, as mon-fri or sat,sun"), func(o settings.Own) string { return o.Days.String() }),
		one("opens", catalog.L("a screen, or what its Start begins: heat:15m, cold:10m, breathing:4m, routine:ID"), func(o settings.Own) string { return o.Opens }),
	}
}

// words is a text as a field has it; an empty one is nothing.
func words(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func lengthOf(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return reminders.FormatDuration(d)
}

func timesOf(o settings.Own) []string {
	var out []string
	for _, t := range o.At {
		out = append(out, t.String())
	}
	return out
}

// setOwn reads one option of a reminder.
func setOwn(o *settings.Own, option, value string) error {
	scratch := settings.Settings{Own: []settings.Own{*o}}
	err := settings.Set(&scratch, "own."+o.Name+"."+option, value)
	if err != nil {
		return ofOption(err)
	}
	*o = scratch.Own[0]
	return nil
}

// ofOption is a problem of a reminder's setting as one of the option that gave
// it.
func ofOption(err error) error {
	var p settings.Problem
	var file *os.PathError
	switch {
	case errors.As(err, &p):
		parts := strings.Split(p.Key, ".")
		if len(parts) == 3 && parts[0] == "own" {
			p.Key, p.File, p.Line = "--"+parts[2], "", 0
		} else if p.File == "" {
			p.Key = ""
		}
		return misuse("", "%w", p)
	case errors.As(err, &file):
		return err
	}
	return misuse("", "%w", err)
}

// reminderShelf is where a reminder is looked for.
func reminderShelf(s settings.Settings, builtIn bool) shelf {
	out := shelf{command: "unhunch reminder list", missing: func(typed string) string {
		return catalog.L("there is no reminder {{.Given}}", catalog.D{"Given": typed})
	}}
	if builtIn {
		for _, id := range switched {
			out.entries = append(out.entries, entry{string(id), catalog.Reminder(string(id), ""), nil, ""})
		}
	}
	for _, o := range s.Own {
		out.entries = append(out.entries, entry{o.Name, o.Called(), nil, o.Text})
	}
	return out
}

// findOwn is the reminder of one's own that is meant.
func (a *app) findOwn(args []string) (settings.Own, error) {
	s, err := a.loadSettings()
	if err != nil {
		return settings.Own{}, err
	}
	typed := strings.Join(args, " ")
	i, err := reminderShelf(s, false).find(typed)
	if err == nil {
		return s.Own[i], nil
	}
	if at, builtIn := reminderShelf(settings.Settings{}, true).find(typed); builtIn == nil {
		id := string(switched[at])
		return settings.Own{}, wrong(
			catalog.L("switch it off with: {{.Command}}", catalog.D{"Command": "unhunch reminder pause " + id}),
			catalog.L("{{.Name}} is one of Unhunch's own reminders, whose times are settings: {{.Keys}}", catalog.D{"Name": id, "Keys": id + ".*"}))
	}
	if len(s.Own) == 0 {
		return settings.Own{}, wrong(catalog.L("add one with: {{.Command}}", catalog.D{"Command": "unhunch reminder add heat-pack --at 15:00 --opens heat:15m"}),
			catalog.L("there is no reminder of your own yet"))
	}
	return settings.Own{}, err
}

// completeReminders offers the names of reminders to the shell.
func (a *app) completeReminders(builtIn bool) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		s, _, err := settings.Load(settings.Path())
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return reminderShelf(s, builtIn).complete(args)
	}
}
