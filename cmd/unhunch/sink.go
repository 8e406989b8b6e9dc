package main

import (
	"io"

	"github.com/unhunch/unhunch/assets/catalog"
)

// sink is where the output goes. It remembers what went wrong, so that no
// command ends well whose answer nobody got.
type sink struct {
	to  io.Writer
	err error // the first
}

// Write fails for good once it failed: what comes after a gap is of no use.
func (s *sink) Write(b []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.to.Write(b)
	s.err = err
	return n, err
}

// failed says that the output could not be written.
func (s *sink) failed() error {
	return &worded{hinted(
		catalog.L("the output cannot be written: {{.Problem}}", catalog.D{"Problem": s.err}),
		catalog.L("make room there, or write somewhere else; what was to be saved is saved")), s.err}
}
