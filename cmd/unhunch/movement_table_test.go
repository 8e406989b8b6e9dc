package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

func TestListsKeepToTheWidth(t *testing.T) {
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	p := safety.Profile{AskedAt: now}.With("osteoporosis", now).With("glaucoma", now).With("spinal-surgery", now)
	lib := content.BuiltIn()
	me := person{p, safety.For(lib, p, now)}
	all, err := lib.Exercises()
	if err != nil {
		t.Fatal(err)
	}
	var list []movement
	for i := range all {
		list = append(list, exerciseRow(&all[i], me))
	}
	for columns, width := range map[string]int{"": 0, "40": 40, "80": 80, "100": 100, "140": 140, "200": 200} {
		t.Setenv("COLUMNS", columns)
		var out bytes.Buffer
		a := &app{stdio: stdio{out: &out}}
		if err := a.tabulate(list); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); width > 0 && n > width {
				t.Errorf("%d characters at a width of %d: %s", n, width, line)
			}
		}
		for _, m := range list {
			if !strings.Contains(out.String(), m.ID) || columns == "" && !strings.Contains(out.String(), m.Reason) {
				t.Errorf("%q: %s or its reason is missing", columns, m.ID)
			}
		}
	}
}

func TestManyRegionsAreCounted(t *testing.T) {
	list := []content.Region{"neck", "hips", "legs", "arms", "chest"}
	if got := regionsInShort(list); got != regionNames(list[:3])+" + 2" {
		t.Error(got)
	}
	if got := regionsInShort(list[:3]); got != regionNames(list[:3]) {
		t.Error(got)
	}
}
