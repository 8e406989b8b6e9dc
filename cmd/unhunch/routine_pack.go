package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
)

func (a *app) routineExportCommand() *cobra.Command {
	var to, pack string
	cmd := &cobra.Command{
		Use: "export ID", Short: catalog.L("Write a routine of a pack into a file to hand on, with its exercises and pictures"),
		Long: catalog.L("The file is a zip with a pack: whoever gets it takes it in with unhunch routine import, or unpacks it.\n" +
			"It holds what you wrote into the routine and its exercises, your notes too, and nothing of your profile or diary."),
		Example: "  unhunch routine export after-lunch\n  unhunch routine export after-lunch -o lunch.zip\n  unhunch routine export --pack mine",
		Args:    cobra.ArbitraryArgs, ValidArgsFunction: completeRoutines(isOfAPack),
		RunE: func(_ *cobra.Command, args []string) error {
			lib := a.library()
			var b bytes.Buffer
			var name string
			switch typed := strings.Join(args, " "); {
			case (typed == "") == (pack == ""):
				return wrong(catalog.L("usage: {{.Line}}", catalog.D{"Line": "unhunch routine export ID | --pack FOLDER"}), catalog.L("name a routine, or a pack"))
			case pack != "":
				name = pack
				for _, p := range lib.Packs() {
					if p.Folder == pack {
						name = p.Name
					}
				}
				if err := packs.ExportPack(lib, pack, &b); err != nil {
					return &usageError{err: err}
				}
			default:
				r, _, err := routineOf(lib, typed)
				if err != nil {
					return err
				}
				if r.Pack == "" {
					return wrong(catalog.L("make a copy and change that: {{.Command}}", catalog.D{"Command": "unhunch routine add --from " + r.ID}),
						catalog.L("{{.ID}} is one of Unhunch's own, which everybody has", catalog.D{"ID": r.ID}))
				}
				if err := packs.ExportRoutine(lib, r.ID, &b); err != nil {
					return err
				}
				name = r.Name
			}
			if to == "" {
				to = packs.ExportName(name)
			}
			return a.writeNew(to, b.Bytes())
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", catalog.L("the file to write; - for the terminal"))
	cmd.Flags().StringVar(&pack, "pack", "", catalog.L("a whole pack, by its folder"))
	return cmd
}

// writeNew writes a file that is not there yet, and says where it is; - is the
// output.
func (a *app) writeNew(to string, data []byte) (err error) {
	if to == "-" {
		_, err := a.out.Write(data)
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return wrong(catalog.L("name another with -o"), catalog.L("there is a file {{.File}} already", catalog.D{"File": to}))
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	if full, err := filepath.Abs(to); err == nil {
		to = full
	}
	a.say(catalog.L("Saved to {{.File}}", catalog.D{"File": to}))
	return nil
}

func (a *app) routineImportCommand() *cobra.Command {
	var yes, dry, replace, asJSON bool
	cmd := &cobra.Command{
		Use: "import FILE", Short: catalog.L("Look at a pack somebody gave you, a zip file or a folder, and take it in"),
		Long: catalog.L("Without --yes it only says what is in the pack, what is wrong with it, and what it would change.\n" +
			"A pack that is there already is replaced only with --replace; the old one is kept."),
		Example: "  unhunch routine import low-back.unhunch-pack.zip\n  unhunch routine import low-back.unhunch-pack.zip --yes",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if yes && dry {
				return wrong(catalog.L("leave one of them out"), catalog.L("--yes and --dry-run contradict each other"))
			}
			i, err := packs.OpenImport(a.library(), args[0])
			if err != nil {
				return &usageError{err: err}
			}
			take := yes && !dry
			if take {
				if _, err := i.Install(replace); errors.Is(err, packs.ErrThere) {
					return wrong(catalog.L("to put this one in its place: {{.Command}}", catalog.D{"Command": "--yes --replace"}),
						catalog.L("the pack {{.Name}} is there already", catalog.D{"Name": i.Name}))
				} else if err != nil {
					return err
				}
				a.poke(cmd.Context())
			}
			if asJSON {
				return a.printJSON(importPage(i, take))
			}
			a.sayImport(i, take)
			return nil
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, catalog.L("take it in"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, catalog.L("only look, which is what happens without --yes"))
	cmd.Flags().BoolVar(&replace, "replace", false, catalog.L("put it in the place of the same pack; the old one is kept"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// importJSON is what there is to know of a pack before it is taken in.
type importJSON struct {
	Name         string   `json:"name"`
	Folder       string   `json:"folder"`
	PrescribedBy string   `json:"prescribed_by,omitempty"`
	Note         string   `json:"note,omitempty"`
	Tips         int      `json:"tips"`
	Exercises    int      `json:"exercises"`
	Routines     int      `json:"routines"`
	RoutineNames []string `json:"routine_names"`
	Overrides    []string `json:"overrides"` // of Unhunch's own
	Replaces     string   `json:"replaces,omitempty"`
	Problems     []string `json:"problems"`
	Imported     bool     `json:"imported"`
}

func importPage(i *packs.Import, taken bool) importJSON {
	out := importJSON{
		i.Name, i.Folder, i.PrescribedBy, i.Note, i.Tips, i.Exercises, i.Routines, filled(i.RoutineNames), filled(i.Overrides), i.Replaces, []string{}, taken,
	}
	for _, p := range i.Problems {
		out.Problems = append(out.Problems, p.Error())
	}
	return out
}

// sayImport says what is in a pack, and what became of it.
func (a *app) sayImport(i *packs.Import, taken bool) {
	a.say(i.Name)
	if i.PrescribedBy != "" {
		a.say(catalog.L("Prescribed by {{.Who}}", catalog.D{"Who": i.PrescribedBy}))
	}
	if i.Note != "" {
		a.say(i.Note)
	}
	a.say(strings.Join([]string{
		catalog.N("{{.Count}} routine", "{{.Count}} routines", i.Routines), catalog.N("{{.Count}} exercise", "{{.Count}} exercises", i.Exercises),
		catalog.N("{{.Count}} tip", "{{.Count}} tips", i.Tips),
	}, ", "))
	for _, name := range i.RoutineNames {
		a.say("- " + name)
	}
	if len(i.Overrides) > 0 {
		a.say(catalog.L("In place of Unhunch's own: {{.Names}}", catalog.D{"Names": strings.Join(i.Overrides, ", ")}))
	}
	for _, p := range i.Problems {
		fmt.Fprintln(a.err, "unhunch: "+p.Error())
	}
	d := catalog.D{"Folder": filepath.Join(packs.Folder(), i.Folder), "Old": i.Aside()}
	switch {
	case taken && i.Replaces != "":
		a.say(catalog.L("It is in {{.Folder}}; what was there before is kept in {{.Old}}", d))
	case taken:
		a.say(catalog.L("It is in {{.Folder}}", d))
	case i.Replaces != "":
		a.say(catalog.L("It is there already. Nothing was changed. To put this one in its place, add --yes --replace"))
	default:
		a.say(catalog.L("Nothing was changed. To take it in, add --yes"))
	}
}
