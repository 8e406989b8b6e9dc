//go:build unix

package control

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
)

// tempName tells users of one machine apart.
func tempName() string { return "unhunch-" + strconv.Itoa(os.Geteuid()) }

// ownDir tells whether path is a folder of this user. It is not after sudo,
// which may leave another user's XDG_RUNTIME_DIR in the environment.
func ownDir(path string) bool {
	fi, err := os.Stat(path)
	return err == nil && fi.IsDir() && ownerOf(fi) == os.Geteuid()
}

func ownerOf(fi os.FileInfo) int {
	if st, ok := fi.Sys().(*syscall.Stat_t); ok {
		return int(st.Uid)
	}
	return -1
}

// tighten takes other users' rights to a folder of our own away.
func tighten(dir string) error {
	fi, err := os.Lstat(dir)
	if err != nil || !fi.IsDir() || ownerOf(fi) != os.Geteuid() || fi.Mode().Perm() == 0o700 {
		return nil // nothing to do, or for checkPrivate to refuse
	}
	return os.Chmod(dir, 0o700)
}

// checkPrivate refuses a folder that others could have prepared or can write
// to: whoever owns the folder owns the socket in it.
func checkPrivate(dir string) error {
	fi, err := os.Lstat(dir)
	switch {
	case err != nil:
		return err
	case !fi.IsDir():
		return fmt.Errorf("%s is no folder (hint: remove it)", dir)
	case ownerOf(fi) != os.Geteuid():
		return fmt.Errorf("%s belongs to another user (hint: have it removed, or set XDG_RUNTIME_DIR to a folder of your own)", dir)
	case fi.Mode().Perm()&0o077 != 0:
		return fmt.Errorf("%s is open to other users, mode %04o (hint: if only you use this machine: chmod 700 %s)", dir, fi.Mode().Perm(), dir)
	}
	return nil
}
