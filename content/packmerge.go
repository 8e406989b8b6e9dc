package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// merged is a list of the base with what packs replace and add.
type merged[E any] struct {
	all   []E
	at    map[string]int    // id -> place in all
	base  int               // so many are the base's
	owner map[string]string // id -> folder of the pack that has it
}

// mergedFrom copies the base's list: base stays as it is.
func mergedFrom[E any](base []E, id func(*E) string) *merged[E] {
	m := &merged[E]{all: slices.Clone(base), at: make(map[string]int, len(base)), base: len(base), owner: map[string]string{}}
	for i := range m.all {
		m.at[id(&m.all[i])] = i
	}
	return m
}

// old is the built-in entry of an id, or nil.
func (m *merged[E]) old(id string) *E {
	if i, ok := m.at[id]; ok && i < m.base && m.owner[id] == "" {
		return &m.all[i]
	}
	return nil
}

// taken tells whether a pack has the id already, and says so.
func (m *merged[E]) taken(d *document, kind, id string, by *pack) bool {
	other, twice := m.owner[id]
	if twice {
		where := "the pack " + packsAt + other + " already"
		if other == by.Folder {
			where = "this pack already"
		}
		d.addAt(kind+"[0].id", kind+" "+strconv.Quote(id), fmt.Sprintf("id is used in %s; hint: give one of the two another", where))
	}
	return twice
}

// put takes an entry in, in place of the built-in one of its id if there is
// one.
func (m *merged[E]) put(id string, e E, by *pack) {
	m.owner[id] = by.Folder
	if i, ok := m.at[id]; ok {
		m.all[i] = e
		return
	}
	m.at[id] = len(m.all)
	m.all = append(m.all, e)
}

// maxID is how long the id of a pack's entry may be.
const maxID = 64

// checkID is for what a pack may call its entries.
func checkID(id string, say report) {
	rest := strings.Trim(strings.ToLower(id), "abcdefghijklmnopqrstuvwxyz0123456789-_")
	if rest != "" || len(id) > maxID {
		say("id", "id %q has to be at most %d letters, digits and hyphens; hint: as my-first", id, maxID)
	}
}

// checkLine is for texts that have one line of a screen.
func checkLine(key, s string, say report) {
	if n := len([]rune(s)); n > maxName {
		say(key, "%s has %d characters, more than %d; hint: shorten it", key, n, maxName)
	}
}
