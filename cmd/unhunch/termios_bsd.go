//go:build unix && !linux

package main

import "golang.org/x/sys/unix"

// How a terminal is asked for its modes and told others.
const (
	getTermios      = unix.TIOCGETA
	setTermios      = unix.TIOCSETA
	setTermiosFlush = unix.TIOCSETAF
	noCharacter     = 0xff // stands for no key
)
