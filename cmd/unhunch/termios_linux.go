package main

import "golang.org/x/sys/unix"

// How a terminal is asked for its modes and told others.
const (
	getTermios      = unix.TCGETS
	setTermios      = unix.TCSETS
	setTermiosFlush = unix.TCSETSF
	noCharacter     = 0 // stands for no key
)
