package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// keyboard reads a terminal key by key, until it is closed.
type keyboard struct {
	keys  <-chan stretchKey
	close func()
}

// openKeyboard says that there are no keys: a console is read line by line
// here, and Ctrl+C ends a stretch early.
func openKeyboard(*os.File) (*keyboard, error) { return nil, errNoKeyboard }

// isTerminal tells whether a person sits at a file.
func isTerminal(f *os.File) bool {
	var mode uint32
	return windows.GetConsoleMode(windows.Handle(f.Fd()), &mode) == nil
}
