package main

import (
	"bytes"
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/content/sheet"
)

func (a *app) routinePrintCommand() *cobra.Command {
	var to, paper, columns string
	cmd := &cobra.Command{
		Use: "print ID", Short: catalog.L("Write a routine as a page to print, as you do it today"),
		Long: catalog.L("The page is one HTML file: a browser shows it, and prints it or saves it as a PDF.\n" +
			"It has what you do in place of what does not suit you, and what to heed. It does not name you."),
		Example: "  unhunch routine print low-back-10\n  unhunch routine print low-back-10 -o back.html --paper letter",
		Args:    cobra.MinimumNArgs(1), ValidArgsFunction: completeRoutines(nil),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := printing(paper, columns)
			if err != nil {
				return err
			}
			return a.printRoutine(cmd.Context(), strings.Join(args, " "), to, o)
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", catalog.L("the file to write; - for the terminal"))
	cmd.Flags().StringVar(&paper, "paper", "", catalog.L("a4 or letter; as usual in the country of the system's language without it"))
	cmd.Flags().StringVar(&columns, "columns", "", catalog.L("exercises beside each other: 1 or 2 (default 2)"))
	return cmd
}

func printing(paper, columns string) (sheet.Options, error) {
	o := sheet.Options{Paper: sheet.PaperIn(content.CountryOf(systemLocale()))}
	p, err := choice("--paper", paper, []string{"a4", "letter"})
	if err != nil {
		return o, err
	}
	c, err := choice("--columns", cmp.Or(columns, "2"), []string{"1", "2"})
	if err != nil {
		return o, err
	}
	switch p {
	case "a4":
		o.Paper = sheet.A4
	case "letter":
		o.Paper = sheet.Letter
	}
	o.Columns, _ = strconv.Atoi(c) // it is 1, 2 or nothing
	return o, nil
}

func (a *app) printRoutine(ctx context.Context, typed, to string, o sheet.Options) error {
	lib := a.library()
	r, all, err := routineOf(lib, typed)
	if err != nil {
		return err
	}
	me, err := a.person(ctx, lib)
	if err != nil {
		return err
	}
	s, err := a.sheetOf(lib, r, all.Rule, me)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := sheet.HTML(&b, s, o); err != nil {
		return err
	}
	if to == "" {
		to = strings.TrimSuffix(packs.ExportName(r.Name), ".unhunch-pack.zip") + ".html"
	}
	return a.writeNew(to, b.Bytes())
}

// sheetOf is a routine on paper as this person does it today.
func (a *app) sheetOf(lib *content.Library, r *content.Routine, rules []content.RoutineRule, me person) (sheet.Sheet, error) {
	s := sheet.Sheet{
		Name: r.Name, On: a.now(), PrescribedBy: r.PrescribedBy, When: r.When, Note: r.Note, RestS: r.RestS, Sources: r.Sources,
	}
	if r.Pack != "" {
		s.From = catalog.L("From your pack “{{.Pack}}”.", catalog.D{"Pack": r.Pack})
	}
	v := me.Routine(r)
	if v.Suggest() {
		for _, reason := range v.Reasons {
			s.Heed = append(s.Heed, reason.Text)
		}
	} else {
		s.Heed = []string{adviceOf(v).mark()}
	}
	for _, rule := range rules {
		s.Rules = append(s.Rules, rule.Text)
		for _, from := range rule.Sources {
			s.Sources = appendOnce(s.Sources, from)
		}
	}
	for _, i := range doneOf(r, me) {
		item := sheet.Item{Exercise: i.Exercise, Reps: i.reps, HoldS: i.holdS, Side: i.side}
		if i.insteadOf != nil {
			item.InsteadOf = i.insteadOf.Name
		} else if mark := i.mark(); mark != "" {
			item.Heed = []string{mark}
		}
		if i.Pack != "" { // whoever wrote it wants it read
			item.Heed = append(item.Heed, i.Cautions...)
		}
		if i.Pose == nil {
			b, err := lib.Picture(i.Exercise)
			if err != nil {
				return s, err
			}
			item.Picture = b
		}
		s.Items = append(s.Items, item)
	}
	return s, nil
}
