package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

// packedLibrary gives the library with the packs as they are now. A changed
// pack counts at once; as long as none changed, nothing is read again.
func packedLibrary(log *slog.Logger) func() *content.Library {
	var m sync.Mutex
	var last *content.Library
	var look uint64
	return func() *content.Library {
		m.Lock()
		defer m.Unlock()
		now := packsLook(packs.Folder())
		if last != nil && now == look {
			return last
		}
		lib, err := packs.Open(content.BuiltIn())
		if err != nil {
			log.Warn("the packs were left out", "err", err)
		}
		last, look = lib, now
		return lib
	}
}

// mostLooked is how many files of packs are looked at for changes.
const mostLooked = 5000

// packsLook sums up the names, sizes and times of what is in the folder of the
// packs: of the packs, their files, and those of their folders. It reads none.
func packsLook(folder string) uint64 {
	sum := fnv.New64a()
	looked := 0
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			fmt.Fprintln(sum, path, err)
			return nil // it may be readable at the next look
		}
		if looked++; looked > mostLooked {
			return fs.SkipAll
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintln(sum, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		}
		inside := strings.TrimPrefix(path, folder)
		if d.IsDir() && strings.Count(inside, string(os.PathSeparator)) > 2 {
			return fs.SkipDir
		}
		return nil
	})
	if err != nil {
		_, _ = io.WriteString(sum, err.Error()) // a sum takes everything
	}
	return sum.Sum64()
}
