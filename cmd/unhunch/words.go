package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
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
func (a *app) warn(line string) { fmt.Fprintln(a.err, "unhunch: "+plain(line)) }

// wrong makes a usageError of texts in the person's language.
func wrong(hint, problem string) error { return &usageError{errors.New(problem), hint} }

// worded is an error in the person's language, with its cause.
type worded struct {
	text  string
	cause error
}

func (w *worded) Error() string { return w.text }
func (w *worded) Unwrap() error { return w.cause }

// plain is a message on one line, that does nothing to a terminal: names of
// files may hold anything.
func plain(message string) string {
	if utf8.ValidString(message) && strings.IndexFunc(message, unicode.IsControl) < 0 {
		return message
	}
	var b strings.Builder
	for i, r := range message {
		switch {
		case r == utf8.RuneError:
			_, size := utf8.DecodeRuneInString(message[i:])
			if size == 1 {
				fmt.Fprintf(&b, `\x%02x`, message[i])
				continue
			}
			b.WriteRune(r)
		case unicode.IsControl(r):
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

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
