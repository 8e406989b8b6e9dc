package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/scenario"
)

func (a *app) simulateCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "simulate FILE",
		Short: catalog.L("Play a scenario file through the scheduler and print what it would do"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name, data, err := a.scenarioFile(args[0])
			if err != nil {
				return err
			}
			s, err := scenario.Parse(name, data)
			if err != nil {
				return err
			}
			lines, err := s.Play()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(a.out)
			for _, l := range lines {
				if !asJSON {
					fmt.Fprintln(out, l)
					continue
				}
				row, err := json.Marshal(l)
				if err != nil {
					return err
				}
				fmt.Fprintf(out, "%s\n", row)
			}
			return out.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print one JSON object a line"))
	return cmd
}

// scenarioFile reads a scenario, from standard input if the name is "-".
func (a *app) scenarioFile(name string) (string, []byte, error) {
	in := a.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", nil, misuse(catalog.L("give the path of a scenario file"), "%w", err)
		}
		defer func() { _ = f.Close() }()
		in = f
	} else {
		name = "standard input"
	}
	data, err := io.ReadAll(io.LimitReader(in, scenario.MaxBytes+1))
	if err != nil {
		return "", nil, misuse(catalog.L("give the path of a scenario file"), "%s could not be read: %w", name, err)
	}
	return name, data, nil
}
