package folders

import (
	"path/filepath"
	"sync"
	"testing"
)

var all = map[string]func() string{
	"XDG_CONFIG_HOME": Config, "XDG_DATA_HOME": Data, "XDG_STATE_HOME": State, "XDG_CACHE_HOME": Cache,
}

func TestFoldersAreByTheEnvironmentAsItIsNow(t *testing.T) {
	for name, folder := range all {
		for range 2 {
			home := t.TempDir()
			t.Setenv(name, home)
			if got, want := folder(), filepath.Join(home, "unhunch"); got != want {
				t.Errorf("%s: got %s, want %s", name, got, want)
			}
		}
		t.Setenv(name, "not/absolute")
		if got := folder(); !filepath.IsAbs(got) {
			t.Errorf("%s: a relative one is taken: %s", name, got)
		}
	}
}

func TestFoldersAreAskedForAtOnce(t *testing.T) {
	home := t.TempDir()
	for name := range all {
		t.Setenv(name, home)
	}
	var wg sync.WaitGroup
	for name, folder := range all {
		for range 20 {
			wg.Go(func() {
				if got, want := folder(), filepath.Join(home, "unhunch"); got != want {
					t.Errorf("%s: got %s, want %s", name, got, want)
				}
			})
		}
	}
	wg.Wait()
}
