package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/settings"
)

func (a *app) settingsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "settings", Short: catalog.L("See and change what Unhunch does"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.listSettings(false) },
	}
	var asJSON bool
	list := &cobra.Command{
		Use: "list", Short: catalog.L("List every setting with its value"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.listSettings(asJSON) },
	}
	list.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	cmd.AddCommand(list,
		&cobra.Command{
			Use: "get KEY", Short: catalog.L("Print one setting"), Args: cobra.ExactArgs(1),
			ValidArgsFunction: completeKeys,
			RunE: func(_ *cobra.Command, args []string) error {
				s, err := a.loadSettings()
				if err != nil {
					return err
				}
				v, err := settings.Get(s, args[0])
				if err != nil {
					return misuse("", "%w", err)
				}
				a.printf("%s\n", v)
				return nil
			},
		},
		&cobra.Command{
			Use: "set KEY VALUE", Short: catalog.L("Change one setting"), Args: cobra.MinimumNArgs(2),
			ValidArgsFunction: completeKeys,
			RunE: func(cmd *cobra.Command, args []string) error {
				value := strings.Join(args[1:], " ")
				if err := checkCountry(args[0], value); err != nil {
					return err
				}
				err := a.changeSetting(cmd, func(path string) error {
					_, err := settings.Edit(path, args[0], value)
					return err
				})
				if err == nil && args[0] == "emergency.country" {
					a.sayCountry()
				}
				return err
			},
		},
		&cobra.Command{
			Use: "reset KEY", Short: catalog.L("Put one setting back to its default"), Args: cobra.ExactArgs(1),
			ValidArgsFunction: completeKeys,
			RunE: func(cmd *cobra.Command, args []string) error {
				return a.changeSetting(cmd, func(path string) error {
					_, err := settings.Reset(path, args[0])
					return err
				})
			},
		},
		&cobra.Command{
			Use: "path", Short: catalog.L("Print where the settings file is"), Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error { a.printf("%s\n", settings.Path()); return nil },
		},
		&cobra.Command{
			Use: "edit", Short: catalog.L("Open the settings file in your editor"), Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error { return a.editSettings(cmd) },
		},
	)
	return cmd
}

// loadSettings reads the settings and says on stderr what was set aside.
func (a *app) loadSettings() (settings.Settings, error) {
	s, problems, err := settings.Load(settings.Path())
	for _, p := range problems {
		fmt.Fprintln(a.err, "unhunch: "+p.Error())
	}
	return s, err
}

// changeSetting changes the file and tells the agent. A value that makes no
// sense is a mistake; a file that cannot be written is a failure.
func (a *app) changeSetting(cmd *cobra.Command, change func(path string) error) error {
	path := settings.Path()
	if err := change(path); err != nil {
		var problem settings.Problem
		var pathError *os.PathError
		if errors.As(err, &problem) || !errors.As(err, &pathError) {
			return misuse("", "%w", err)
		}
		return err
	}
	a.poke(cmd.Context())
	return nil
}

func (a *app) listSettings(asJSON bool) error {
	s, err := a.loadSettings()
	if err != nil {
		return err
	}
	type row struct {
		Key     string `json:"key"`
		Value   string `json:"value"`
		Default string `json:"default"`
		Doc     string `json:"doc"`
	}
	rows := []row{}
	for _, k := range s.Keys() {
		v, err := settings.Get(s, k.Name)
		if err != nil {
			return err
		}
		rows = append(rows, row{k.Name, v, k.Default, k.Doc})
	}
	if asJSON {
		return a.printJSON(rows)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		mark := ""
		if r.Value != r.Default {
			mark = " " + catalog.L("(default {{.Value}})", catalog.D{"Value": r.Default})
		}
		fmt.Fprintf(w, "%s\t%s%s\t%s\n", r.Key, r.Value, mark, settingDoc(r.Key, r.Doc))
	}
	return w.Flush()
}

// begin writes the commented example where there is no settings file yet.
func begin(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.Write(settings.Example())
	return errors.Join(err, f.Close())
}

// editSettings runs the person's editor on the file.
func (a *app) editSettings(cmd *cobra.Command) error {
	path := settings.Path()
	if err := begin(path); err != nil {
		return err
	}
	editor := os.Getenv("VISUAL")
	if editor == "" {
		editor = os.Getenv("EDITOR")
	}
	if editor == "" {
		return wrong(catalog.L("set EDITOR, or open the file yourself: {{.File}}", catalog.D{"File": path}), catalog.L("no editor is set"))
	}
	words := strings.Fields(editor)
	run := exec.CommandContext(cmd.Context(), words[0], append(words[1:], path)...) //nolint:gosec // the person's own editor
	run.Stdin, run.Stdout, run.Stderr = a.in, a.out, a.err
	if err := run.Run(); err != nil {
		return &worded{hinted(
			catalog.L("the editor {{.Editor}} failed: {{.Problem}}", catalog.D{"Editor": quoted(editor), "Problem": err}),
			catalog.L("set EDITOR, or open {{.File}} yourself", catalog.D{"File": path})), err}
	}
	if _, err := a.loadSettings(); err != nil {
		return err
	}
	a.poke(cmd.Context())
	return nil
}

func completeKeys(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, k := range settings.Keys() {
		out = append(out, k.Name+"\t"+settingDoc(k.Name, k.Doc))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
