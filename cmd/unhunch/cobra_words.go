package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
)

// useLine is how a command is written, in the person's language.
func useLine(c *cobra.Command) string {
	return strings.Replace(c.UseLine(), "[flags]", catalog.L("[flags]"), 1)
}

// sayFlag is cobra's error about an option in the person's language. In English
// it stays as it is.
func sayFlag(err error) error {
	if catalog.Language() == catalog.English {
		return err
	}
	var value interface{ GetValue() string }
	if errors.As(err, &value) {
		return errors.New(catalog.L("{{.Given}} is no value for this option", catalog.D{"Given": quoted(value.GetValue())}))
	}
	kind, name, found := strings.Cut(err.Error(), ": ")
	if _, short, is := strings.Cut(name, " in "); is { // 'x' in -x
		name = short
	}
	switch {
	case !found:
	case strings.HasPrefix(kind, "unknown"):
		return errors.New(catalog.L("there is no option {{.Given}}", catalog.D{"Given": quoted(name)}))
	case strings.HasPrefix(kind, "flag needs an argument"):
		return errors.New(catalog.L("the option {{.Given}} needs a value", catalog.D{"Given": quoted(name)}))
	}
	return err
}

// sayArguments is cobra's error about the number of arguments in the person's
// language. In English it stays as it is.
func sayArguments(err error, args []string) error {
	if catalog.Language() == catalog.English {
		return err
	}
	if strings.HasPrefix(err.Error(), "unknown command") && len(args) > 0 {
		return errors.New(catalog.L("{{.Given}} is too much", catalog.D{"Given": quoted(args[0])}))
	}
	least, got := 0, len(args)
	for _, form := range []string{"requires at least %d arg", "accepts %d arg", "accepts between %d and"} {
		if n, _ := fmt.Sscanf(err.Error(), form, &least); n == 1 {
			break
		}
	}
	if got < least {
		return errors.New(catalog.N("one more word is needed", "{{.Count}} more words are needed", least-got))
	}
	return errors.New(catalog.L("these are too many words"))
}
