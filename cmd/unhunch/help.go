package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
)

// speakHelp puts the words cobra writes by itself into the person's language.
// In English they stay cobra's own.
func speakHelp(root *cobra.Command) {
	if catalog.Language() == catalog.English {
		return
	}
	// A function, not a template: templates would cost the agent a megabyte.
	root.SetUsageFunc(usage)
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = catalog.L("Help about any command")
			c.Long = catalog.L("Write unhunch help [COMMAND] for the details of a command.")
		case "completion":
			c.Short = catalog.L("Generate the autocompletion script for the specified shell")
			for _, shell := range c.Commands() {
				shell.Short = catalog.L("Generate the autocompletion script for {{.Shell}}", catalog.D{"Shell": shell.Name()})
			}
		}
	}
	speakFlags(root)
}

// strictHelp makes help refuse what is no command, which cobra answers with the
// help of something else.
func strictHelp(root *cobra.Command) {
	for _, c := range root.Commands() {
		if c.Name() != "help" {
			continue
		}
		c.Args = func(_ *cobra.Command, args []string) error {
			of, rest, err := root.Find(args)
			if err != nil || len(rest) == 0 {
				return err
			}
			return noSuchCommand(of, rest)
		}
	}
}

func speakFlags(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	if f := c.Flags().Lookup("help"); f != nil {
		f.Usage = catalog.L("help for {{.Command}}", catalog.D{"Command": c.DisplayName()})
	}
	if f := c.Flags().Lookup("no-descriptions"); f != nil {
		f.Usage = catalog.L("disable completion descriptions")
	}
	for _, sub := range c.Commands() {
		speakFlags(sub)
	}
}

// usage writes what cobra's own usage function writes, of what we use of it.
func usage(c *cobra.Command) error {
	var b strings.Builder
	b.WriteString(catalog.L("Usage:"))
	if c.Runnable() {
		fmt.Fprintf(&b, "\n  %s", useLine(c))
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n  %s %s", c.CommandPath(), catalog.L("[command]"))
	}
	if c.HasExample() {
		fmt.Fprintf(&b, "\n\n%s\n%s", catalog.L("Examples:"), c.Example)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n\n%s", catalog.L("Available Commands:"))
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				fmt.Fprintf(&b, "\n  %-*s %s", sub.NamePadding(), sub.Name(), sub.Short)
			}
		}
	}
	if c.HasAvailableLocalFlags() {
		fmt.Fprintf(&b, "\n\n%s\n%s", catalog.L("Flags:"), strings.TrimRight(c.LocalFlags().FlagUsages(), "\n "))
	}
	if c.HasAvailableInheritedFlags() {
		fmt.Fprintf(&b, "\n\n%s\n%s", catalog.L("Global Flags:"), strings.TrimRight(c.InheritedFlags().FlagUsages(), "\n "))
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n\n%s", catalog.L("Use \"{{.Command}} [command] --help\" for more information about a command.", catalog.D{"Command": c.CommandPath()}))
	}
	_, err := fmt.Fprintln(c.OutOrStderr(), b.String())
	return err
}
