package main

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) profileSetCommand() *cobra.Command {
	return &cobra.Command{
		Use: "set KEY [VALUE]", Short: catalog.L("Tell something, as: set pregnancy 28 weeks, set conditions osteoporosis, set fever"),
		Long: catalog.L("KEY is pregnancy, one of the facts that unhunch profile list --all shows, or a group of them: conditions, medicines, skin, recent, now.\n\n" +
			"Pregnancy is told by its trimester, its week, or the due date. A fact's VALUE is yes or no. A group's VALUE is a list, with commas, that takes the place of what was told of that group."),
		Example: "  unhunch profile set pregnancy third trimester\n  unhunch profile set pregnancy 28 weeks\n" +
			"  unhunch profile set pregnancy 2027-03-01\n  unhunch profile set conditions osteoporosis, glaucoma\n" +
			"  unhunch profile set blood-thinners\n  unhunch profile set fever no",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.completeProfile,
		RunE: func(cmd *cobra.Command, args []string) error {
			keys, err := keysOf(a.library())
			if err != nil {
				return err
			}
			k, value, err := keys.split(args)
			if err != nil {
				return err
			}
			change, err := a.reading(keys, k, value)
			if err != nil {
				return err
			}
			return a.changeProfile(cmd.Context(), keys, change)
		},
	}
}

// reading is the change a key and its value ask for.
func (a *app) reading(keys profileKeys, k key, value []string) (func(safety.Profile) safety.Profile, error) {
	text := strings.Join(value, " ")
	switch {
	case k.pregnancy:
		if strings.TrimSpace(text) == "" {
			text = "yes"
		}
		g, err := safety.ParsePregnancy(spaced(text), a.now())
		if err != nil {
			return nil, misuse("", "%w", err)
		}
		return func(p safety.Profile) safety.Profile {
			p.Pregnancy = g
			return p
		}, nil
	case k.fact != nil:
		yes, err := yesOrNo(text)
		if err != nil {
			return nil, err
		}
		return func(p safety.Profile) safety.Profile {
			if !yes {
				return p.Without(k.fact.ID)
			}
			return p.With(k.fact.ID, a.now())
		}, nil
	}
	if strings.TrimSpace(text) == "" {
		return nil, wrong(
			catalog.L("write it as: {{.Command}}", catalog.D{"Command": "unhunch profile set " + string(k.group) + " " + string(keys.of(k.group)[0].ID)}),
			catalog.L("what belongs to {{.Group}} is missing", catalog.D{"Group": k.group}))
	}
	list, err := keys.list(k.group, value)
	if err != nil {
		return nil, err
	}
	return func(p safety.Profile) safety.Profile {
		p = keys.without(p, k.group)
		for _, f := range list {
			p = p.With(f.ID, a.now())
		}
		return p
	}, nil
}

// spaced puts blanks for the dashes and underscores beside letters, and leaves
// those of dates.
func spaced(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if (r == '-' || r == '_') && (i > 0 && unicode.IsLetter(runes[i-1]) || i+1 < len(runes) && unicode.IsLetter(runes[i+1])) {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// without empties a group.
func (k profileKeys) without(p safety.Profile, g content.FactGroup) safety.Profile {
	for _, f := range k.of(g) {
		p = p.Without(f.ID)
	}
	return p
}

func yesOrNo(text string) (bool, error) {
	word := dashed(text)
	if word == "" && text != "" {
		word = text
	}
	switch word {
	case "", "yes", "y", "true", "on", "1":
		return true, nil
	case "no", "n", "false", "off", "0", "none":
		return false, nil
	}
	return false, wrong(catalog.L("write yes or no"), catalog.L("{{.Given}} is neither yes nor no", catalog.D{"Given": quoted(text)}))
}

func (a *app) profileClearCommand() *cobra.Command {
	return &cobra.Command{
		Use: "clear KEY", Short: catalog.L("Take something back: a fact, a group, pregnancy, or all"),
		Example:           "  unhunch profile clear fever\n  unhunch profile clear conditions\n  unhunch profile clear all",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: a.completeProfile,
		RunE: func(cmd *cobra.Command, args []string) error {
			keys, err := keysOf(a.library())
			if err != nil {
				return err
			}
			if dashed(strings.Join(args, " ")) == "all" {
				return a.changeProfile(cmd.Context(), keys, func(safety.Profile) safety.Profile { return safety.Profile{} })
			}
			k, rest, err := keys.split(args)
			if err == nil && len(rest) > 0 {
				err = wrong(catalog.L("name one key"), catalog.L("{{.Given}} is too much", catalog.D{"Given": quoted(strings.Join(rest, " "))}))
			}
			if err != nil {
				return err
			}
			return a.changeProfile(cmd.Context(), keys, func(p safety.Profile) safety.Profile {
				switch {
				case k.pregnancy:
					p.Pregnancy = safety.Pregnancy{}
				case k.fact != nil:
					p = p.Without(k.fact.ID)
				default:
					p = keys.without(p, k.group)
				}
				return p
			})
		},
	}
}

// changeProfile keeps a changed profile, says what changed, and how to bring
// back what is gone. Telling something for the first time counts as having been
// asked; later it says nothing about all the rest.
func (a *app) changeProfile(ctx context.Context, keys profileKeys, change func(safety.Profile) safety.Profile) error {
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		before, after, err := s.ChangeProfile(ctx, func(p safety.Profile) (safety.Profile, error) {
			p = change(p)
			if told := !p.Empty() || p.Pregnancy != (safety.Pregnancy{}); told && p.AskedAt.IsZero() {
				p.AskedAt = a.now()
			}
			return p, nil
		})
		if err != nil {
			return err
		}
		a.sayProfile(keys, before, after)
		a.poke(ctx)
		return nil
	})
}

// sayProfile says what a profile is now.
func (a *app) sayProfile(keys profileKeys, before, after safety.Profile) {
	rows := a.rows(keys, after, false)
	if len(rows) == 0 {
		a.say(catalog.L("Nothing is noted about you."))
	} else {
		var names []string
		for _, r := range rows {
			if r.Key == pregnancyKey {
				names = append(names, catalog.L("pregnancy: {{.Value}}", catalog.D{"Value": r.said()}))
			} else {
				names = append(names, r.Name)
			}
		}
		a.say(catalog.L("Noted about you: {{.Facts}}.", catalog.D{"Facts": strings.Join(names, "; ")}))
	}
	back := restoring(keys, before, after)
	if len(back) == 0 {
		return
	}
	a.say(catalog.L("Bring back what it was with:"))
	for _, c := range back {
		a.say("  " + c)
	}
}

// completeProfile offers the keys to the shell, and behind a group its facts.
func (a *app) completeProfile(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	keys, err := keysOf(content.BuiltIn())
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp // what cannot be read is not offered
	}
	var out []string
	switch {
	case len(args) == 0:
		out, _ = keys.complete(nil)
		if cmd.Name() == "clear" {
			out = append(out, "all\t"+catalog.L("everything"))
		}
	case cmd.Name() == "set":
		switch k, _, err := keys.split(args[:1]); {
		case err != nil:
		case k.pregnancy:
			out = []string{"first-trimester", "second-trimester", "third-trimester", "no"}
		case k.fact != nil:
			out = []string{"yes", "no"}
		default:
			for _, f := range keys.of(k.group) {
				if !slices.Contains(args, string(f.ID)) {
					out = append(out, string(f.ID)+"\t"+f.Name)
				}
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
