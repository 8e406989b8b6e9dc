package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Findable is something to look for: an entry of the library, or a place or
// setting of the window.
type Findable struct {
	Kind string   // as in an Index, such as massage.type; or one of the caller's own
	ID   string   // of that kind
	Name string   // as a person reads it
	Also []string // other names for it
	Line string   // a sentence that tells more, perhaps empty
	Text string   // everything else that is said of it; not to be shown
	// Behind puts it after what is looked for more often: its name counts no
	// more than its text.
	Behind bool
}

// How well a word that was typed fits an entry, from the best.
const (
	isName     = iota // it is the name, letter for letter
	beginsName        // the name begins so
	inName            // a word of the name does
	beginsAlso        // another name of it begins so
	inAlso            // a word of another name does
	inText            // a word said of it does
	nearlyName        // the same, but for one letter
	nearlyAlso
	nearlyText
	nowhere
)

// longestName is how many words a name has at most; a longer one is a sentence,
// and its words count no more than any text's.
const longestName = 7

// shortestTypo is how many letters a word needs to be read with one wrong.
const shortestTypo = 4

// Finder looks for words in a list of entries. It does not change once made,
// and may be asked from anywhere at once.
type Finder struct{ list []worded }

// worded is an entry with its words in small letters.
type worded struct {
	Findable
	name                 string
	also                 []string
	nameWords, alsoWords []string
	textWords            []string
}

// NewFinder makes a finder. Entries that fit equally well are found in the
// order given here.
func NewFinder(list []Findable) *Finder {
	f := &Finder{list: make([]worded, len(list))}
	for i, e := range list {
		w := worded{Findable: e, name: plain(e.Name), nameWords: words(e.Name), textWords: unique(words(e.Line + " " + e.Text))}
		for _, a := range e.Also {
			w.also = append(w.also, plain(a))
			w.alsoWords = append(w.alsoWords, words(a)...)
		}
		if e.Behind || len(w.nameWords) > longestName {
			w.textWords = unique(append(w.textWords, w.nameWords...))
			w.nameWords = nil
		}
		f.list[i] = w
	}
	return f
}

// Find returns what fits the typed words best, at most so many. Every word
// counts as the beginning of one; a word that stands nowhere is read again with
// one letter wrong. Where nothing has all the words, what has most of them is
// found.
func (f *Finder) Find(typed string, most int) []Findable {
	asked := questionWords(typed)
	if len(asked) == 0 {
		return nil
	}
	whole := plain(typed)
	typos := make([]bool, len(asked))
	for k, a := range asked {
		typos[k] = utf8.RuneCountInString(a) >= shortestTypo && !slices.ContainsFunc(f.list, func(w worded) bool { return w.fit(a, false) < nowhere })
	}
	type hit struct{ at, missing, worst, sum, length int }
	var hits []hit
	fewest := len(asked)/2 + 1
	for i := range f.list {
		w := &f.list[i]
		h := hit{at: i, length: len(w.name)}
		for k, a := range asked {
			fit := w.fit(a, typos[k])
			if fit == nowhere {
				h.missing++
				continue
			}
			h.worst, h.sum = max(h.worst, fit), h.sum+fit
		}
		if whole := w.fitWhole(whole); whole < nowhere {
			h.missing, h.worst, h.sum = 0, whole, whole
		}
		if h.missing <= fewest && h.missing < len(asked) {
			fewest = h.missing
			hits = append(hits, h)
		}
	}
	hits = slices.DeleteFunc(hits, func(h hit) bool { return h.missing > fewest })
	slices.SortStableFunc(hits, func(a, b hit) int {
		short := 0
		if a.worst < inText && b.worst < inText {
			short = cmp.Compare(a.length, b.length) // the words are more of the shorter name
		}
		return cmp.Or(cmp.Compare(a.worst, b.worst), cmp.Compare(a.sum, b.sum), short)
	})
	out := make([]Findable, 0, min(most, len(hits)))
	for _, h := range hits[:min(most, len(hits))] {
		out = append(out, f.list[h.at].Findable)
	}
	return out
}

// fitWhole tells how everything that was typed fits the entry's names.
func (w *worded) fitWhole(typed string) int {
	switch {
	case w.Behind:
	case w.name == typed:
		return isName
	case strings.HasPrefix(w.name, typed):
		return beginsName
	case slices.ContainsFunc(w.also, func(a string) bool { return strings.HasPrefix(a, typed) }):
		return beginsAlso
	}
	return nowhere
}

// fit tells how well one word fits.
func (w *worded) fit(word string, typo bool) int {
	begins := func(s string) bool { return strings.HasPrefix(s, word) }
	if typo {
		begins = func(s string) bool { return nearlyBegins(s, word) }
	}
	at := nowhere
	switch {
	case slices.ContainsFunc(w.nameWords, begins):
		at = inName
	case slices.ContainsFunc(w.alsoWords, begins):
		at = inAlso
	case slices.ContainsFunc(w.textWords, begins):
		at = inText
	}
	if !typo {
		return at
	}
	switch at {
	case inName:
		return nearlyName
	case inAlso:
		return nearlyAlso
	case inText:
		return nearlyText
	}
	return nowhere
}

// nearlyBegins tells whether s begins with word but for one letter that is
// wrong, missing, too many, or swapped with the next.
func nearlyBegins(s, word string) bool {
	a, b := []rune(s), []rune(word)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	starts := func(s, with []rune) bool { return len(s) >= len(with) && slices.Equal(s[:len(with)], with) }
	if i >= len(b) {
		return true
	}
	if i >= len(a) {
		return len(b) == len(a)+1
	}
	return starts(a[i+1:], b[i+1:]) || starts(a[i+1:], b[i:]) || starts(a[i:], b[i+1:]) ||
		(i+1 < len(a) && i+1 < len(b) && a[i] == b[i+1] && a[i+1] == b[i] && starts(a[i+2:], b[i+2:]))
}

// little are words that say nothing of what is looked for.
var little = strings.Fields("a an and are can do does for how i in is it me my of on or should the to what when which with")

// questionWords are the words to look for: all but the little ones, or these
// where there are no others.
func questionWords(typed string) []string {
	all := words(typed)
	if some := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(little, w) }); len(some) > 0 {
		return some
	}
	return all
}

// words are the words of a text in small letters.
func words(s string) []string { return strings.Fields(plain(s)) }

// plain is a text in small letters with single blanks for everything between
// words.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r < utf8.RuneSelf && (r < '0' || r > '9') && (r < 'a' || r > 'z') || r == '’' || r == '–' || r == '·' || r == '…'
	}), " ")
}

func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
