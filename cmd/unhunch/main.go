// Command unhunch is the agent that reminds, and the whole command line. It
// wires packages together and decides nothing itself.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // zones of appointments, also where the system has no database of them
)

// version is set at build time.
var version = "0.1.0-dev"

func main() {
	// Everybody who may stop it gets a clean stop, so that nothing is lost.
	speak(os.Getenv, os.Stderr)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], stdio{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}
