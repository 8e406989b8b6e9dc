//go:build unix

package control

import (
	"os/exec"
	"syscall"
)

// detach lets a program live on when its starter or the terminal ends.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
