package content

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// What may stay in memory, in bytes: for a program that shows tips and judges
// them, and for one that has read everything.
const (
	maxAgentHeap   = 1 << 20
	maxLibraryHeap = 6 << 20
)

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// kept is how much memory stays in use after loading.
func kept(t testing.TB, load func() *Library) int64 {
	t.Helper()
	before := heap()
	l := load()
	after := heap()
	runtime.KeepAlive(l)
	return int64(after) - int64(before)
}

// fifty is a pack of 50 entries: 20 tips, 20 exercises with a sketch, 10
// routines.
func fifty() fs.FS {
	var tips, exercises, routines strings.Builder
	for i := range 20 {
		fmt.Fprintf(&tips, "[[tip]]\nid = \"tip-%d\"\ntext = \"Sit for a moment as you were shown, number %d.\"\nhow = \"Twice a day, and whenever you think of it.\"\n\n", i, i)
		exercises.WriteString(swap(ownExercise, `"own"`, fmt.Sprintf(`"own-%d"`, i)) + "\n")
	}
	for i := range 10 {
		fmt.Fprintf(&routines, "[[routine]]\nid = \"routine-%d\"\nname = \"Programme %d\"\nitems = [{ exercise = \"own-%d\" }, { exercise = \"chin-tuck\" }]\n\n", i, i, i)
	}
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"pack.toml": "name = \"Fifty\"\n", "tips.toml": tips.String(), "exercises/neck.toml": exercises.String(),
		"exercises/own.svg": ownSketch, "routines.toml": routines.String(),
	} {
		files["fifty/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// readAgents reads what the agent needs: tips, and what they are judged by.
func readAgents(t testing.TB, packs fs.FS) *Library {
	t.Helper()
	l := OpenWith(Open(BuiltIn().files), packs)
	mustHave(t, l.PostureTips)
	mustHave(t, l.Facts)
	return l
}

// readEverything reads all there is.
func readEverything(t testing.TB, packs fs.FS) *Library {
	t.Helper()
	l := OpenWith(Open(BuiltIn().files), packs)
	mustHave(t, l.Index)
	mustHave(t, l.Coverage)
	mustHave(t, l.Facts)
	for _, p := range l.PackProblems() {
		t.Fatal(p)
	}
	return l
}

func TestWhatStaysInMemory(t *testing.T) {
	packs := fifty()
	for name, c := range map[string]struct {
		load func() *Library
		most int64
	}{
		"agent":                 {func() *Library { return readAgents(t, nil) }, maxAgentHeap},
		"agent with a pack":     {func() *Library { return readAgents(t, packs) }, maxAgentHeap},
		"everything":            {func() *Library { return readEverything(t, nil) }, maxLibraryHeap},
		"everything and a pack": {func() *Library { return readEverything(t, packs) }, maxLibraryHeap},
	} {
		used := kept(t, c.load)
		t.Logf("%s: %d KiB", name, used>>10)
		if used > c.most {
			t.Errorf("%s keeps %d bytes, more than %d", name, used, c.most)
		}
	}
}

func TestTheAgentReadsWhatItNeeds(t *testing.T) {
	l := readAgents(t, nil)
	if l.exercises.v != nil || l.massage.v != nil || l.guides.v != nil {
		t.Error("asking for the tips read more than the tips")
	}
}

// BenchmarkLoad reads everything once more each time, as the window may: it
// has to stay below 20 ms. It prints what stays in memory, too.
func BenchmarkLoad(b *testing.B) {
	packs := fifty()
	for _, c := range []struct {
		name  string
		packs fs.FS
		read  func(testing.TB, fs.FS) *Library
	}{
		{"everything", nil, readEverything},
		{"everything-and-a-pack-of-50", packs, readEverything},
		{"agent", nil, readAgents},
		{"agent-and-a-pack-of-50", packs, readAgents},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.read(b, c.packs)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/load")
			b.ReportMetric(float64(kept(b, func() *Library { return c.read(b, c.packs) })>>10), "KiB-kept")
		})
	}
}
