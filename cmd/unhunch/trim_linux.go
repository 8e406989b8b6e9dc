package main

import (
	"bufio"
	"bytes"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// trimSoon gives memory back once starting is over: most of the program's code
// and tables serve the start alone (migrations, backup, parsing), and the
// kernel keeps them mapped for as long as the process lives.
func trimSoon(after time.Duration) *time.Timer {
	return time.AfterFunc(after, func() {
		debug.FreeOSMemory()
		unmapCode()
	})
}

// unmapCode drops this program's untouched, file-backed pages. What is needed
// again comes back from the page cache at its next use. It is a hint: where
// anything is unclear, nothing is done.
func unmapCode() {
	exe, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return
	}
	smaps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		return
	}
	for _, m := range cleanMappings(smaps, exe) {
		// The range stays mapped and readable; only its pages go.
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, m.from, m.to-m.from, unix.MADV_DONTNEED)
	}
}

type mapping struct{ from, to uintptr }

// cleanMappings finds the mappings of the file exe that can't be written and
// of which no page was ever changed, so that dropping them loses nothing.
func cleanMappings(smaps []byte, exe string) []mapping {
	var out []mapping
	var current *mapping
	sc := bufio.NewScanner(bytes.NewReader(smaps))
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) < 2 {
			continue
		}
		if from, to, ok := strings.Cut(f[0], "-"); ok && !strings.HasSuffix(f[0], ":") {
			current = nil
			a, err := strconv.ParseUint(from, 16, 64)
			b, err2 := strconv.ParseUint(to, 16, 64)
			readOnly := strings.HasPrefix(f[1], "r") && !strings.Contains(f[1], "w") && strings.HasSuffix(f[1], "p")
			if err == nil && err2 == nil && readOnly && len(f) == 6 && f[5] == exe {
				out = append(out, mapping{uintptr(a), uintptr(b)})
				current = &out[len(out)-1]
			}
			continue
		}
		// A page of a private mapping that was written to is anonymous.
		// "Dirty" says less: so is a file that was just installed.
		if current != nil && f[0] == "Anonymous:" && f[1] != "0" {
			out = out[:len(out)-1]
			current = nil
		}
	}
	return out
}
