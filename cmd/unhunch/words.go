package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/unhunch/unhunch/assets/catalog"
)

// speak chooses the person's language before the first text is made. A broken
// translation costs the language, not the program.
func speak(getenv func(string) string, stderr io.Writer) {
	if err := catalog.Use(catalog.FromEnvironment(getenv)...); err != nil {
		fmt.Fprintln(stderr, "unhunch:", err)
	}
}

// say writes a line.
func (a *app) say(line string) { fmt.Fprintln(a.out, line) }

// warn writes a line beside the output.
func (a *app) warn(line string) { fmt.Fprintln(a.err, "unhunch: "+line) }

// wrong makes a usageError of texts in the person's language.
func wrong(hint, problem string) error { return &usageError{errors.New(problem), hint} }

// worded is an error in the person's language, with its cause.
type worded struct {
	text  string
	cause error
}

func (w *worded) Error() string { return w.text }
func (w *worded) Unwrap() error { return w.cause }

// hinted writes a problem with what to do about it.
func hinted(problem, hint string) string {
	return catalog.L("{{.Problem}}; hint: {{.Hint}}", catalog.D{"Problem": problem, "Hint": hint})
}

// quoted sets off what a person typed.
func quoted(typed string) string { return strconv.Quote(typed) }
