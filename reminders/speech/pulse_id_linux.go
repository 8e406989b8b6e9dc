package speech

import (
	"os"
	"syscall"
)

// credentials is what makes a server on the same computer trust us. Without
// it the kernel tells who we are only if the server was quick to ask.
func credentials() []byte {
	return syscall.UnixCredentials(&syscall.Ucred{Pid: int32(os.Getpid()), Uid: uint32(os.Getuid()), Gid: uint32(os.Getgid())})
}
