//go:build !windows && (!(linux || freebsd || openbsd || netbsd) || android)

package tray

import "context"

type host struct{}

func newHost(context.Context) (*host, error) { return nil, ErrUnsupported }

func (*host) close() {}

func (t *Tray) run(context.Context, *host) {}

// Check tells what keeps the icon from showing.
func Check(context.Context) error { return ErrUnsupported }
