//go:build !linux

package main

import "time"

// uptime knows no clock that counts sleep and cannot be set: the clock on the
// wall has to do.
func uptime() (boot string, up time.Duration) { return "", 0 }
