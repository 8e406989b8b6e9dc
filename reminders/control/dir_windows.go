package control

import (
	"fmt"
	"os"
)

// tempName needs no user: the folder of temporary files is the user's own.
func tempName() string { return "unhunch" }

func ownDir(path string) bool {
	fi, err := os.Stat(path)
	return err == nil && fi.IsDir()
}

func tighten(string) error { return nil }

func checkPrivate(dir string) error {
	fi, err := os.Lstat(dir)
	if err == nil && !fi.IsDir() {
		err = fmt.Errorf("%s is no folder (hint: remove it)", dir)
	}
	return err
}
