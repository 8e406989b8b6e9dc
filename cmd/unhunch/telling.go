package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// field is something of a T that can be told with an option.
type field[T any] struct {
	flag  string
	usage string
	many  bool // it may be given several times, or with commas
	yes   bool // without a value it means yes
	// get is how it is typed; empty where nothing is told.
	get func(T) []string
	// set takes in what was typed; nothing takes it back.
	set func(*T, []string) error
}

// telling are the options of a command, and the texts they were given.
type telling[T any] struct {
	cmd    *cobra.Command
	fields []field[T]
	single map[string]*string
	lists  map[string]*[]string
}

// tellingOn adds the options to a command.
func tellingOn[T any](cmd *cobra.Command, fields []field[T]) telling[T] {
	t := telling[T]{cmd, fields, map[string]*string{}, map[string]*[]string{}}
	for _, f := range fields {
		if f.many {
			t.lists[f.flag] = cmd.Flags().StringArray(f.flag, nil, f.usage)
			continue
		}
		t.single[f.flag] = cmd.Flags().String(f.flag, "", f.usage)
		if f.yes {
			cmd.Flags().Lookup(f.flag).NoOptDefVal = "yes"
		}
	}
	return t
}

// given are the texts an option was given, and whether it was.
func (t telling[T]) given(flag string) ([]string, bool) {
	if !t.cmd.Flags().Changed(flag) {
		return nil, false
	}
	var out []string
	if list, many := t.lists[flag]; many {
		for _, text := range *list {
			out = append(out, strings.Split(text, ",")...)
		}
	} else {
		out = []string{*t.single[flag]}
	}
	return slices.DeleteFunc(out, func(s string) bool { return strings.TrimSpace(s) == "" }), true
}

// any tells whether any option was given.
func (t telling[T]) any() bool {
	return slices.ContainsFunc(t.fields, func(f field[T]) bool { return t.cmd.Flags().Changed(f.flag) })
}

// apply takes in every option that was given. The fields may be others than
// those the options were made of, as long as they are called the same.
func (t telling[T]) apply(fields []field[T], to *T) error {
	for _, f := range fields {
		values, is := t.given(f.flag)
		if !is {
			continue
		}
		if err := f.set(to, values); err != nil {
			return err
		}
	}
	return nil
}

// undoing are the options that make after what before was.
func undoing[T any](fields []field[T], before, after T) string {
	var b strings.Builder
	for _, f := range fields {
		was, is := f.get(before), f.get(after)
		if slices.Equal(was, is) {
			continue
		}
		b.WriteString(" --" + f.flag + "=" + typedAs(strings.Join(was, ",")))
	}
	return b.String()
}

// typedAs is a word as a shell reads it.
func typedAs(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_.,:@/+", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
