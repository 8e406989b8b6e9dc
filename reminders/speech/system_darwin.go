package speech

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"time"
)

// afplay plays each chime with macOS's player of that name, which reads files
// only.
type afplay struct {
	program string
	ctx     context.Context
	cancel  context.CancelFunc
	ends    sync.WaitGroup
}

func openPlayer(context.Context) (player, error) {
	program, err := exec.LookPath("afplay")
	if err != nil {
		return nil, &Trouble{ErrNoSound, ""}
	}
	p := &afplay{program: program}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	return p, nil
}

func (p *afplay) play(_ context.Context, samples []int16, by time.Time, ended func()) error {
	f, err := os.CreateTemp("", "unhunch-*.wav")
	if err != nil {
		return err
	}
	_, err = f.Write(wav(samples))
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	cmd := exec.CommandContext(p.ctx, p.program, f.Name())
	if time.Now().After(by) {
		err = ErrLate
	} else {
		err = cmd.Start()
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	p.ends.Go(func() {
		defer ended()
		_ = cmd.Wait() // without a device it fails, silently
		_ = os.Remove(f.Name())
	})
	return nil
}

func (p *afplay) close() {
	p.cancel()
	p.ends.Wait()
}

// openVoice speaks with macOS's say. It has no volume of its own: one in the
// text sets that of the synthesizer, which most voices follow.
func openVoice(context.Context) (voice, error) {
	program, err := exec.LookPath("say")
	if err != nil {
		return nil, &Trouble{ErrNoVoice, ""}
	}
	return loudSay{childVoice{program, func(sentence) []string { return []string{"-f", "-"} }}}, nil
}

type loudSay struct{ childVoice }

func (v loudSay) speak(ctx context.Context, s sentence) error {
	s.text = "[[volm " + strconv.FormatFloat(float64(s.volume)/100, 'f', 2, 64) + "]] " + s.text
	return v.childVoice.speak(ctx, s)
}

func lookSound(ctx context.Context, _ func(string) string) SoundCheck {
	if _, err := openPlayer(ctx); err != nil {
		return SoundCheck{Err: err}
	}
	return SoundCheck{Server: "afplay"}
}

func lookVoice(ctx context.Context, _ func(string) string) VoiceCheck {
	if _, err := openVoice(ctx); err != nil {
		return VoiceCheck{Err: err}
	}
	return VoiceCheck{Engine: "say", OnDemand: true}
}
