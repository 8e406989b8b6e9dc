package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// speak chooses the person's language before the first text is made. A broken
// translation costs the language, not the program.
func speak(getenv func(string) string, stderr io.Writer) {
	catalog.UseClock(catalog.ClockFromEnvironment(getenv))
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

// hinted writes a problem with what to do about it. The word between them is
// the same in every language: programs look for it.
func hinted(problem, hint string) string { return problem + "; hint: " + hint }

// longestQuote is how many characters of what a person typed a message repeats.
const longestQuote = 60

// quoted sets off what a person typed.
func quoted(typed string) string { return strconv.Quote(shortened(typed, longestQuote)) }

// shortened is a text of at most so many characters.
func shortened(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// longestEcho is how many characters an argument may have in a message that
// repeats it as it is, such as the path of a file.
const longestEcho = 300

// echoed is a message with the endless arguments in it cut short.
func echoed(message string, args []string) string {
	for _, arg := range args {
		for _, part := range append([]string{arg}, strings.Split(arg, "=")...) {
			if utf8.RuneCountInString(part) > longestEcho {
				message = strings.ReplaceAll(message, part, shortened(part, longestQuote))
			}
		}
	}
	return message
}
