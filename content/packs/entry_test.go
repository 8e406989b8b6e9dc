package packs

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// FuzzEntry changes entries of texts made of anything: what comes out is as
// much TOML as what went in, and every other entry is as it was.
func FuzzEntry(f *testing.F) {
	f.Add([]byte(byHand))
	f.Add([]byte("[[routine]]\n"))
	f.Add([]byte("[[routine]]"))
	f.Add([]byte("[[routine]]\r\nid='a'\r\n\"na=me\" = 1\r\n'name' = '''\r\n[[routine]]''' # x\r\nitems = [ # a ] \r\n [1, 2], {a = \"]\"}]\r\n[routine.x]\r\nname = 2\r\n[[routine]]\r\nid=\"b\""))
	f.Add([]byte("[[routine]]\nid = \"a\"\nname = \"\"\"a\\\"\"\"\"\"\nitems.x = 1\nnote = 2020-01-01 10:00:00 # when\n[[routine.items]]\na = \"#\"\n[[routine.items.b]]\n[ routine . c ]\n"))
	f.Add([]byte("x = 1\n[[routine]]\nid = \"a\"\nname = 'x'# y\n[other]\nz = 1\n[[routine]]\nid = \"a\"\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		was, err := fileOf("f", text, "routine")
		var all any
		if err != nil || len(was.entries) == 0 || toml.Unmarshal(text, &all) != nil {
			return // nothing to change, or refused by what comes after
		}
		id := was.entries[0].ID
		e := entryOf(was.find(id), "routine")
		for _, change := range []func(entry) entry{
			func(e entry) entry { return e.set("name", `"new"`, "id") },
			func(e entry) entry { return e.set("name", "") },
			func(e entry) entry { return e.without("items").set("items", "[\n  1,\n]", "name", "id") },
		} {
			now := was.replaced(id, change(e).text)
			var read any
			if err := toml.Unmarshal(now, &read); err != nil && !parted.Match(e.text) {
				t.Fatalf("%q became %q: %v", text, now, err)
			}
			again, err := fileOf("f", now, "routine")
			if err != nil || len(again.entries) != len(was.entries) {
				t.Fatalf("%q became %q: %v", text, now, err)
			}
			for i := 1; i < len(was.entries); i++ {
				a, b := was.entries[i], again.entries[i]
				if !bytes.Equal(text[a.From:a.To], now[b.From:b.To]) {
					t.Fatalf("%q became %q", text, now)
				}
			}
		}
		if got := textOf(e.set("name", `"new"`).text, "routine", "name"); got != "new" {
			t.Errorf("%q: the name is %q", e.text, got)
		}
		rest, cut := was.cut(id)
		left, err := fileOf("f", rest, "routine")
		if err != nil || len(left.entries) != len(was.entries)-1 {
			t.Fatalf("%q without %q is %q: %v", text, cut, rest, err)
		}
		back, err := fileOf("f", left.added(cut), "routine")
		if err != nil || len(back.entries) != len(was.entries) || back.entries[len(back.entries)-1].ID != id {
			t.Fatalf("%q and back is %q: %v", text, back.text, err)
		}
		if a, b := comments(text), comments(back.text); len(a) != len(b) {
			t.Errorf("comments %q became %q", a, b)
		}
	})
}

// parted finds parts of a name written as name.x = … or
// [routine.name], which are no texts: the reader refuses them, and with them
// the change.
var parted = regexp.MustCompile(`(items|name)["']?\s*[.\]]`)
