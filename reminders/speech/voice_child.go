//go:build !windows

package speech

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// childVoice speaks through a program that reads a text from its standard
// input, says it and ends. It is killed to fall silent.
type childVoice struct {
	program string
	args    func(s sentence) []string
}

func (v childVoice) speak(ctx context.Context, s sentence) error {
	// A program without a device may wait for one for ever.
	all, cancel := context.WithTimeout(ctx, 10*time.Second+time.Duration(len(s.text))*200*time.Millisecond)
	defer cancel()
	cmd := exec.CommandContext(all, v.program, v.args(s)...)
	cmd.Stdin = strings.NewReader(s.text + "\n")
	said := &head{most: 300}
	cmd.Stderr = said
	cmd.WaitDelay = 500 * time.Millisecond
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("%s: %w %s", v.program, err, bytes.TrimSpace(bytes.ReplaceAll(said.b, []byte("\n"), []byte(" "))))
	}
	return nil
}

func (childVoice) close() {}

// head keeps the beginning of what is written to it.
type head struct {
	b    []byte
	most int
}

func (h *head) Write(p []byte) (int, error) {
	h.b = append(h.b, p[:min(len(p), h.most-len(h.b))]...)
	return len(p), nil
}
