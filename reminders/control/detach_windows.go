package control

import (
	"os/exec"
	"syscall"
)

// The Windows flags for a process of its own, without a console.
const (
	createNewProcessGroup = 0x00000200
	detachedProcess       = 0x00000008
)

// detach lets a program live on when its starter or the console ends.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: createNewProcessGroup | detachedProcess}
}
