//go:build !windows && !darwin

package speech

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

const (
	noVoiceHint       = "install speech-dispatcher with speech-dispatcher-espeak-ng, or espeak-ng"
	noSynthesizerHint = "install speech-dispatcher-espeak-ng"
)

// openVoice finds a voice: the desktop's speech service, which knows the
// person's choice of voice and speed, or else a synthesizer alone.
func openVoice(ctx context.Context) (voice, error) {
	v, why := openSpeechd(ctx, os.Getenv, os.Environ())
	if why == nil {
		return v, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if program := espeak(); program != "" {
		return childVoice{program, espeakArgs}, nil
	}
	if errors.Is(why, exec.ErrNotFound) {
		return nil, &Trouble{ErrNoVoice, noVoiceHint}
	}
	if errors.As(why, new(*Trouble)) {
		return nil, why
	}
	return nil, &Trouble{fmt.Errorf("%w: %s", ErrNoVoice, oneLine(why)), noVoiceHint}
}

// espeak is where espeak-ng or its predecessor is; empty if there is none.
func espeak() string {
	for _, name := range []string{"espeak-ng", "espeak"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// espeakArgs has no text in it: that comes by standard input, where it cannot
// be taken for an option.
func espeakArgs(s sentence) []string {
	args := []string{"--stdin", "-a", strconv.Itoa(s.volume)}
	if s.language != "" {
		// It knows de and not de-AT; of English it has the regions.
		tag := strings.ToLower(s.language)
		if base, _, _ := strings.Cut(tag, "-"); base != "en" {
			tag = base
		}
		args = append(args, "-v", tag)
	}
	return args
}

// oneLine is an error's text without line breaks.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
