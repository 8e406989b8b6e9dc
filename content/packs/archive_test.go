package packs

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"
)

// member1 is a file of a zip.
type member1 struct {
	name, text string
	mode       fs.FileMode
}

func zipOf(t testing.TB, members ...member1) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate}
		if m.text == "" {
			h.Method = zip.Store
		}
		if m.mode != 0 {
			h.SetMode(m.mode)
		}
		f, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, m.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bombs is a zip of n pictures that are small in it and 10 MB each out of it;
// they are packed once.
func bombs(t testing.TB, n int) []byte {
	t.Helper()
	one := zipOf(t, member1{name: "p/exercises/0.png", text: strings.Repeat("\x00", 10<<20)})
	r, err := zip.NewReader(bytes.NewReader(one), int64(len(one)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range n {
		h := r.File[0].FileHeader
		h.Name = fmt.Sprintf("p/exercises/%d.png", i)
		raw, err := r.File[0].OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		to, err := z.CreateRaw(&h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(to, raw); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readZip(data []byte) (map[string][]byte, int, error) {
	files, left, err := readArchive(bytes.NewReader(data), int64(len(data)))
	return files, len(left), err
}

func TestHostileArchives(t *testing.T) {
	many := make([]member1, 0, 3000)
	for n := range 3000 {
		many = append(many, member1{name: fmt.Sprintf("p/exercises/%d.toml", n)})
	}
	huge := make([]member1, 0, 12000)
	for n := range 12000 {
		huge = append(huge, member1{name: fmt.Sprintf("p/exercises/%d.toml", n)})
	}
	locked := zipOf(t, member1{name: "p/pack.toml", text: "name = \"x\"\n"})
	for at := range len(locked) - 4 { // in both of its heads
		switch string(locked[at : at+4]) {
		case "PK\x03\x04":
			locked[at+6] |= 1
		case "PK\x01\x02":
			locked[at+8] |= 1
		}
	}
	// A file that says it is small and is not.
	liar := zipOf(t, member1{name: "p/pack.toml", text: strings.Repeat("#", 3<<20)})
	at := bytes.LastIndex(liar, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(liar[at+24:], 10)
	broken := zipOf(t, member1{name: "p/pack.toml", text: "name = \"a name that is long enough to be found\"\n"})
	broken[48] ^= 0xff
	const room = 25 << 20
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"path out of it":          {zipOf(t, member1{name: "p/../../evil.toml", text: "x"}), "leads elsewhere"},
		"path out of it, windows": {zipOf(t, member1{name: `p\..\..\evil.toml`, text: "x"}), "leads elsewhere"},
		"absolute":                {zipOf(t, member1{name: "/etc/evil.toml", text: "x"}), "leads elsewhere"},
		"a drive":                 {zipOf(t, member1{name: "C:/evil.toml", text: "x"}), "leads elsewhere"},
		"folder out of it":        {zipOf(t, member1{name: "../", mode: fs.ModeDir | 0o755}), "leads elsewhere"},
		"letters of a screen":     {zipOf(t, member1{name: "p/\x1b[2J.toml", text: "x"}), "leads elsewhere"},
		"hidden order":            {zipOf(t, member1{name: "p/\u202elmot.toml", text: "x"}), "leads elsewhere"},
		"a link":                  {zipOf(t, member1{name: "p/pack.toml", text: "/etc/passwd", mode: fs.ModeSymlink | 0o777}), "is a link"},
		"a pipe":                  {zipOf(t, member1{name: "p/pack.toml", mode: fs.ModeNamedPipe | 0o777}), "is no ordinary file"},
		"twice":                   {zipOf(t, member1{name: "p/pack.toml", text: "a"}, member1{name: "p/Pack.toml", text: "b"}), "is in it twice"},
		"file and folder":         {zipOf(t, member1{name: "p/a.toml", text: "a"}, member1{name: "p/a.toml/b.toml", text: "b"}), "is a file and a folder"},
		"odd encoding":            {zipOf(t, member1{name: "p/\xe4.toml", text: "a"}), "unknown encoding"},
		"long name":               {zipOf(t, member1{name: "p/" + strings.Repeat("a", 300) + ".toml", text: "a"}), "too long a name"},
		"deep":                    {zipOf(t, member1{name: strings.Repeat("a/", 20) + "b.toml", text: "a"}), "too long a name"},
		"many files":              {zipOf(t, many...), "more than 1000 files"},
		"very many files":         {zipOf(t, huge...), "more than 1000 files"},
		"bomb":                    {zipOf(t, member1{name: "p/pack.toml", text: strings.Repeat("#", 5<<20)}), "larger than 1024 KB"},
		"many bombs":              {bombs(t, 300), "more than any pack does"},
		"bomb that lies":          {liar, "in it"},
		"password":                {locked, "password"},
		"damaged":                 {broken, "damaged"},
		"no zip":                  {[]byte("name = \"x\"\n"), "no zip file"},
		"empty":                   {nil, "no zip file"},
		"cut off":                 {zipOf(t, many[:9]...)[:200], "no zip file"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := readWithin(bytes.NewReader(c.data), int64(len(c.data)), room)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "; hint: ") || strings.ContainsAny(err.Error(), "\x1b\u202e") {
			t.Errorf("%s: %v", name, err)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 6*room {
			t.Errorf("%s: took %d MB of memory", name, took>>20)
		}
	}
}

func TestWhatIsLeftOut(t *testing.T) {
	files, left, err := readZip(zipOf(
		t, member1{name: "p/", mode: fs.ModeDir | 0o755}, member1{name: "p/pack.toml", text: "name = \"x\"\n"}, member1{name: "p/.DS_Store", text: "x"},
		member1{name: "__MACOSX/p/._pack.toml", text: "x"}, member1{name: "p/run.exe", text: "MZ"}, member1{name: "p/Übungen.md", text: "x"},
	))
	if err != nil || left != 1 || len(files) != 2 || files["p/pack.toml"] == nil || files["p/Übungen.md"] == nil {
		t.Errorf("%v, %d left out, %v", files, left, err)
	}
}

// FuzzArchive reads zips made of anything: what comes out has names that stay
// where they are put, and sizes within bounds.
func FuzzArchive(f *testing.F) {
	f.Add(zipOf(f, member1{name: "p/pack.toml", text: "name = \"x\"\n"}, member1{name: "p/exercises/a.png", text: "x"}))
	f.Add(zipOf(f, member1{name: "../a.toml", text: "x"}))
	f.Add(zipOf(f, member1{name: "p/a", text: "/etc", mode: fs.ModeSymlink}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, _, err := readZip(data)
		if err != nil {
			if files != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("%v", err)
			}
			return
		}
		total := 0
		for name, b := range files {
			if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00\n\x1b") || int64(len(b)) > mostOf(name) {
				t.Errorf("%q of %d bytes", name, len(b))
			}
			total += len(b)
		}
		if total > maxUnpacked || len(files) > maxMembers {
			t.Errorf("%d files of %d bytes", len(files), total)
		}
	})
}
