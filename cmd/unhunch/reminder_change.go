package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
)

func (a *app) reminderAddCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "add NAME", Short: catalog.L("Add a reminder of your own"),
		Long: catalog.L("It comes at times of day (--at), or after a length of time at the desk (--every)."),
		Example: "  unhunch reminder add heat-pack --at 15:00 --days mon-fri --opens heat:15m\n" +
			"  unhunch reminder add water --every 45m --title \"Drink some water\"\n" +
			"  unhunch reminder add lunch-walk --at 13:00 --days mon-fri --opens routine:lunch-legs-6",
		Args: cobra.MinimumNArgs(1),
	}
	t := tellingOn(cmd, reminderFields())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		s, err := a.loadSettings()
		if err != nil {
			return err
		}
		name := strings.Join(args, " ")
		o := settings.Own{Name: name, Enabled: true, Days: reminders.EveryDay, Opens: "today"}
		if id := packs.Slug(name, ""); id != name { // what is no name is a title
			if id == "" {
				return wrong(catalog.L("write it in letters and digits, as heat-pack"), catalog.L("{{.Given}} is no name for a reminder", catalog.D{"Given": quoted(name)}))
			}
			o.Name = id
			if err := setOwn(&o, "title", name); err != nil {
				return err
			}
		}
		if err := (&settings.Settings{}).AddOwn(o.Name); err != nil {
			return ofOption(err)
		}
		if _, taken := s.OwnNamed(o.Name); taken {
			return wrong(catalog.L("change it with: {{.Command}}", catalog.D{"Command": "unhunch reminder edit " + o.Name}),
				catalog.L("there is a reminder {{.Given}} already", catalog.D{"Given": quoted(o.Name)}))
		}
		if err := oneTime(t); err != nil {
			return err
		}
		if err := t.apply(reminderFields(), &o); err != nil {
			return err
		}
		if o.Every == 0 && len(o.At) == 0 {
			return wrong(catalog.L("add --at 15:00, or --every 45m"), catalog.L("it is not said when the reminder comes"))
		}
		if err := a.keepReminder(cmd, o); err != nil {
			return err
		}
		a.say(catalog.L("Added: {{.Reminder}}", catalog.D{"Reminder": reminderLine(o)}))
		return nil
	}
	return cmd
}

// oneTime refuses times and a length of sitting time together.
func oneTime(t telling[settings.Own]) error {
	at, _ := t.given("at")
	every, _ := t.given("every")
	if len(at) > 0 && len(every) > 0 {
		return wrong(catalog.L("leave one of them out"), catalog.L("a reminder has either --at or --every"))
	}
	return nil
}

// keepReminder saves a reminder and tells the agent.
func (a *app) keepReminder(cmd *cobra.Command, o settings.Own) error {
	if _, err := settings.KeepOwn(settings.Path(), o); err != nil {
		return ofOption(err)
	}
	a.poke(cmd.Context())
	return nil
}

// reminderLine is a reminder on one line: what it is called, and when it comes.
func reminderLine(o settings.Own) string {
	return o.Called() + " (" + o.Name + "), " + catalog.When(o.Every, timesOf(o), o.Days.Has)
}

func (a *app) reminderEditCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "edit NAME", Short: catalog.L("Change a reminder of your own"),
		Long:    catalog.L("What is not told stays as it is. An empty value takes something back: --text \"\"."),
		Example: "  unhunch reminder edit heat-pack --at 15:00,20:00",
		Args:    cobra.MinimumNArgs(1), ValidArgsFunction: a.completeReminders(false),
	}
	t := tellingOn(cmd, reminderFields())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !t.any() {
			return wrong(catalog.L("{{.Command}} lists the options", catalog.D{"Command": cmd.CommandPath() + " --help"}), catalog.L("it is not said what to change"))
		}
		before, err := a.findOwn(args)
		if err != nil {
			return err
		}
		if err := oneTime(t); err != nil {
			return err
		}
		after := before
		if err := t.apply(reminderFields(), &after); err != nil {
			return err
		}
		if after.Every == 0 && len(after.At) == 0 {
			return wrong(catalog.L("give it --at 15:00 or --every 45m, or switch it off with: {{.Command}}", catalog.D{"Command": "unhunch reminder pause " + after.Name}),
				catalog.L("without a time the reminder would never come"))
		}
		if err := a.keepReminder(cmd, after); err != nil {
			return err
		}
		a.say(catalog.L("Changed: {{.Reminder}}", catalog.D{"Reminder": reminderLine(after)}))
		if back := undoing(reminderFields(), before, after); back != "" && (before.Every > 0) != (len(before.At) > 0) {
			a.say(catalog.L("Bring back what it was with: {{.Command}}", catalog.D{"Command": "unhunch reminder edit " + after.Name + back}))
		}
		return nil
	}
	return cmd
}

// reminderSwitchCommand switches a reminder on or off.
func (a *app) reminderSwitchCommand(on bool) *cobra.Command {
	cmd := &cobra.Command{
		Use: "pause NAME", Short: catalog.L("Switch a reminder off; it keeps its times"),
		Args: cobra.MinimumNArgs(1), ValidArgsFunction: a.completeReminders(true),
	}
	value := "false"
	if on {
		cmd.Use, cmd.Short, value = "resume NAME", catalog.L("Switch a reminder on again"), "true"
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		s, err := a.loadSettings()
		if err != nil {
			return err
		}
		shelf := reminderShelf(s, true)
		i, err := shelf.find(strings.Join(args, " "))
		if err != nil {
			return err
		}
		x := shelf.entries[i]
		key := x.id + ".enabled"
		if _, own := s.OwnNamed(x.id); own {
			key = "own." + key
		}
		if err := a.changeSetting(cmd, func(path string) error { _, err := settings.Edit(path, key, value); return err }); err != nil {
			return err
		}
		d := catalog.D{"Reminder": x.name, "Command": "unhunch reminder resume " + x.id}
		if on {
			a.say(catalog.L("On: {{.Reminder}}.", d))
		} else {
			a.say(catalog.L("Off: {{.Reminder}}. Switch it on again with: {{.Command}}", d))
		}
		return nil
	}
	return cmd
}

func (a *app) reminderDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete NAME", Short: catalog.L("Delete a reminder of your own (it can be brought back)"),
		Args: cobra.MinimumNArgs(1), ValidArgsFunction: a.completeReminders(false),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.findOwn(args)
			if err != nil {
				return err
			}
			if _, _, err := settings.DeleteOwn(settings.Path(), o.Name); err != nil {
				return ofOption(err)
			}
			a.poke(cmd.Context())
			d := catalog.D{"Entry": o.Called(), "Command": "unhunch reminder undelete " + o.Name}
			if o.Every == 0 && len(o.At) == 0 {
				a.say(catalog.L("Deleted: {{.Entry}}. It had no time to come at, so it was not kept.", d))
				return nil
			}
			a.say(catalog.L("Deleted: {{.Entry}}. Bring it back with: {{.Command}}", d))
			return nil
		},
	}
}

func (a *app) reminderUndeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "undelete NAME", Short: catalog.L("Bring a deleted reminder back"), Args: cobra.ExactArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return reminderShelf(settings.Settings{Own: settings.DeletedOwn(settings.Path())}, false).complete(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := settings.UndeleteOwn(settings.Path(), args[0])
			if err != nil {
				return ofOption(err)
			}
			a.poke(cmd.Context())
			a.say(catalog.L("{{.Name}} is back.", catalog.D{"Name": reminderLine(o)}))
			return nil
		},
	}
}
