//go:build !linux

package main

import (
	"runtime/debug"
	"time"
)

// trimSoon gives memory back once starting is over.
func trimSoon(after time.Duration) *time.Timer {
	return time.AfterFunc(after, debug.FreeOSMemory)
}
