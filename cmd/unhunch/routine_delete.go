package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

func (a *app) routineDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete ID", Short: catalog.L("Delete a routine of your own; it can be brought back"),
		Args: cobra.MinimumNArgs(1), ValidArgsFunction: completeRoutines(isMine),
		RunE: func(cmd *cobra.Command, args []string) error {
			lib := a.library()
			r, err := mineOf(lib, strings.Join(args, " "))
			if err != nil {
				return err
			}
			if _, err := packs.DeleteRoutine(lib, r.ID); err != nil {
				return err
			}
			a.poke(cmd.Context())
			a.say(catalog.L("Deleted {{.Name}}. Bring it back with: {{.Command}}", catalog.D{"Name": r.Name, "Command": "unhunch routine undelete " + r.ID}))
			return nil
		},
	}
}

func (a *app) routineUndeleteCommand() *cobra.Command {
	var list, asJSON bool
	cmd := &cobra.Command{
		Use: "undelete [ID]", Short: catalog.L("Bring back a routine of your own: the one deleted last, or any of the last twenty"),
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return deletedShelf().complete(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			on := deletedShelf()
			if list || asJSON {
				return a.printDeleted(asJSON)
			}
			if len(on.entries) == 0 {
				return wrong(catalog.L("{{.Command}} lists them", catalog.D{"Command": "unhunch routine list"}), catalog.L("no routine was deleted"))
			}
			i := 0
			if len(args) > 0 {
				var err error
				if i, err = on.find(args[0]); err != nil {
					return err
				}
			}
			if err := packs.UndeleteRoutine(content.BuiltIn(), on.entries[i].id); err != nil {
				return err
			}
			a.poke(cmd.Context())
			a.library() // says what is wrong with it now
			a.say(catalog.L("{{.Name}} is back.", catalog.D{"Name": on.entries[i].name}))
			return nil
		},
	}
	cmd.Flags().BoolVar(&list, "list", false, catalog.L("only list what can be brought back"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("list it as JSON"))
	return cmd
}

// deletedJSON is a routine that can be brought back.
type deletedJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (a *app) printDeleted(asJSON bool) error {
	list := []deletedJSON{}
	for _, d := range packs.DeletedRoutines() {
		list = append(list, deletedJSON(d))
	}
	if asJSON {
		return a.printJSON(list)
	}
	for _, d := range list {
		a.say(d.ID + "  " + d.Name)
	}
	return nil
}

// deletedShelf are the routines that can be brought back, the last one first.
func deletedShelf() shelf {
	s := shelf{
		missing: func(typed string) string {
			return catalog.L("no routine {{.Given}} was deleted", catalog.D{"Given": typed})
		},
		command: "unhunch routine undelete --list",
	}
	for _, d := range packs.DeletedRoutines() {
		s.entries = append(s.entries, entry{id: d.ID, name: d.Name})
	}
	return s
}
