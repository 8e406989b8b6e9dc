package safety

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/unhunch/unhunch/content"
)

// The library as it stands in its files, read without package content: what it
// marks is what the judge is measured by.

type raw map[string]any

func (r raw) text(key string) string { s, _ := r[key].(string); return s }

func (r raw) has(key, want string) bool {
	all, _ := r[key].([]any)
	return slices.Contains(all, any(want))
}

// level is what a table such as conditions or pregnancy says of a key.
func (r raw) level(table, key string) Verdict {
	marks, _ := r[table].(map[string]any)
	return map[any]Verdict{"caution": Caution, "ask": Ask, "avoid": Held}[marks[key]]
}

// readBefore keeps what entries read.
var readBefore = map[string][]raw{}

func entries(t testing.TB, file, list string) []raw {
	t.Helper()
	if out := readBefore[file+list]; out != nil {
		return out
	}
	files, err := filepath.Glob(filepath.Join("..", "..", "content", "data", "en", file))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", file, err)
	}
	var out []raw
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]any
		if err := toml.Unmarshal(text, &all); err != nil {
			t.Fatal(err)
		}
		found, _ := all[list].([]any)
		for _, e := range found {
			out = append(out, raw(e.(map[string]any)))
		}
	}
	if len(out) == 0 {
		t.Fatalf("no %s in %s", list, file)
	}
	readBefore[file+list] = out
	return out
}

// person is somebody, in the words of the files.
type person struct {
	name    string
	profile Profile
	facts   []string // with all they count as, and "pregnancy"
	thirds  []string // t1 to t3, where pregnant
	weeks   [2]int
}

func somebody(t testing.TB, name string, conditions ...content.Condition) person {
	t.Helper()
	p := person{name: name, profile: with(conditions...)}
	for _, c := range conditions {
		p.facts = append(p.facts, string(c))
	}
	for i := 0; i < len(p.facts); i++ {
		for _, f := range entries(t, "profile.toml", "fact") {
			if more, _ := f["counts_as"].([]any); f["id"] == p.facts[i] {
				for _, c := range more {
					p.facts = append(p.facts, c.(string))
				}
			}
		}
	}
	return p
}

// unstaged is somebody whose pregnancy comes with something else that was told.
func unstaged(p person) person {
	p.thirds, p.weeks = []string{"t1", "t2", "t3"}, [2]int{0, 42}
	return p
}

func expecting(name string, p Pregnancy, from, to int, thirds ...string) person {
	return person{name: name, profile: Profile{Pregnancy: p}, facts: []string{"pregnancy"}, thirds: thirds, weeks: [2]int{from, to}}
}

func worse(a, b Verdict) Verdict {
	if b.rank() > a.rank() {
		return b
	}
	return a
}

// marked is what an entry's conditions and pregnancy tables say of a person.
func (p person) marked(e raw) Verdict {
	v := Allowed
	for _, f := range p.facts {
		v = worse(v, e.level("conditions", f))
	}
	for _, t := range p.thirds {
		v = worse(v, e.level("pregnancy", t))
	}
	return v
}

// tip is what a tip's marks say.
func (p person) tip(e raw) Verdict {
	if e.text("pregnancy") == "not" && p.thirds != nil {
		return Held
	}
	return p.marked(e)
}

// routine is what a routine's own marks say, without its exercises.
func (p person) routine(e raw) Verdict {
	if e.text("pregnancy") == "only" && p.thirds != nil {
		return worse(Caution, p.marked(e))
	}
	return p.tip(e)
}

func (p person) exercise(t testing.TB, e raw) Verdict {
	v := worse(p.marked(e), p.stopped(t, e))
	if e["opt_in"] == true {
		v = worse(Ask, v)
	}
	return v
}

// stopped is what facts that stop exercises in general mean for one.
func (p person) stopped(t testing.TB, e raw) Verdict {
	v := Allowed
	for _, f := range entries(t, "profile.toml", "fact") {
		stops, _ := f["stops"].(map[string]any)
		if stops == nil || !slices.Contains(p.facts, f.text("id")) {
			continue
		}
		shares := func(list string, of map[string]any, key string) bool {
			all, _ := of[list].([]any)
			return slices.ContainsFunc(all, func(x any) bool { return e.has(key, x.(string)) })
		}
		if !shares("spares", stops, "tags") && (stops["regions"] == nil || shares("regions", stops, "regions") || e.has("regions", "whole-body")) {
			v = worse(v, map[any]Verdict{"ask": Ask, "avoid": Held}[stops["level"]])
		}
	}
	return v
}

// warned tells whether a fact of the person is a warning sign.
func (p person) warned(t testing.TB, fact content.Condition) bool {
	return slices.ContainsFunc(entries(t, "profile.toml", "fact"), func(f raw) bool {
		return f.text("id") == string(fact) && f.text("serious") != ""
	})
}

// heatCold is what the questions and the nevers say of heat, or of cold.
func (p person) heatCold(t testing.TB, m string) Verdict {
	v := Allowed
	for _, f := range p.facts {
		for _, q := range entries(t, "heat-cold.toml", "screening") {
			if q.has("conditions", f) {
				v = worse(v, map[string]Verdict{"ok": Allowed, "limited": Caution, "ask": Ask, "no": Held}[q.text(m)])
			}
		}
		for _, n := range entries(t, "heat-cold.toml", "never") {
			if n.has("conditions", f) && (n.text("modality") == m || n.text("modality") == "both") {
				v = Held
			}
		}
	}
	return v
}

// massage is what the questions before a massage say.
func (p person) massage(t testing.TB) Verdict {
	v := Allowed
	for _, q := range entries(t, "massage.toml", "screening") {
		from, _ := q["from_week"].(int64)
		to, limited := q["to_week"].(int64)
		for _, f := range p.facts {
			if q.has("conditions", f) && (f != "pregnancy" || p.weeks[1] >= int(from) && (!limited || p.weeks[0] <= int(to))) {
				v = worse(v, map[string]Verdict{"tell": Caution, "ask": Ask, "stop": Held}[q.text("level")])
			}
		}
	}
	return v
}

// hands is massage, and what a type or a technique says itself.
func (p person) hands(t testing.TB, e raw) Verdict {
	v := p.massage(t)
	for _, f := range p.facts {
		if e.has("avoid", f) {
			v = Held
		}
	}
	if e.text("needs_screen") == "heat" {
		v = worse(v, p.heatCold(t, "heat"))
	}
	return v
}
