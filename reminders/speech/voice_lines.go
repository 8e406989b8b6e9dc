//go:build !darwin

package speech

import (
	"bufio"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"time"
)

// lineVoice speaks through a program that reads one sentence a line and
// answers each with a line once it is said. It stays for the next sentence,
// because it takes long to start, and is killed to fall silent.
type lineVoice struct {
	command func() *exec.Cmd

	cmd *exec.Cmd // nil: it does not run
	in  io.WriteCloser
	out *bufio.Reader
}

func (v *lineVoice) speak(ctx context.Context, s sentence) error {
	if v.cmd == nil {
		if err := v.start(); err != nil {
			return err
		}
	}
	all, cancel := context.WithTimeout(ctx, 20*time.Second+time.Duration(len(s.text))*200*time.Millisecond)
	defer cancel()
	kill := v.cmd.Process.Kill
	ran := make(chan struct{})
	stop := context.AfterFunc(all, func() { _ = kill(); close(ran) })
	err := v.exchange(s)
	if !stop() {
		<-ran
		v.close()
		return all.Err()
	}
	if err != nil {
		v.close()
	}
	return err
}

func (v *lineVoice) start() error {
	cmd := v.command()
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	v.cmd, v.in, v.out = cmd, in, bufio.NewReader(out)
	return nil
}

// exchange sends the sentence and waits for the answer.
func (v *lineVoice) exchange(s sentence) error {
	tag := s.language
	if tag == "" {
		tag = "-"
	}
	line := strconv.Itoa(s.volume) + " " + tag + " " + base64.StdEncoding.EncodeToString([]byte(s.text)) + "\n"
	if _, err := io.WriteString(v.in, line); err != nil {
		return err
	}
	answer, err := v.out.ReadSlice('\n')
	if errors.Is(err, io.EOF) {
		return errors.New("the voice's program ended")
	}
	if err == nil && string(answer) != "said\n" && string(answer) != "said\r\n" {
		return fmt.Errorf("the voice's program answered %.40q", answer)
	}
	return err
}

// close ends the program.
func (v *lineVoice) close() {
	if v.cmd == nil {
		return
	}
	_ = v.cmd.Process.Kill()
	_ = v.cmd.Wait()
	v.cmd = nil
}
