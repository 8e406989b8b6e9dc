package content

import (
	"slices"
	"unicode/utf8"
)

// TipTag says what a tip is about.
type TipTag string

// The tags of posture tips.
const (
	Sitting    TipTag = "sitting"
	Standing   TipTag = "standing"
	MicroBreak TipTag = "micro-break"
	Laptop     TipTag = "laptop"
	Phone      TipTag = "phone"
	Sleep      TipTag = "sleep"
	Lifting    TipTag = "lifting"
	Driving    TipTag = "driving"
	Pregnancy  TipTag = "pregnancy"
)

// deskTags are the situations a posture check at the desk speaks of.
var deskTags = []TipTag{Sitting, Standing, MicroBreak, Laptop, Phone}

func (TipTag) choices() []string {
	return []string{"sitting", "standing", "micro-break", "laptop", "phone", "sleep", "lifting", "driving", "pregnancy"}
}

// ForPregnancy says whether something is for pregnancy, or not for it.
type ForPregnancy string

// What an entry may say about pregnancy.
const (
	Anybody      ForPregnancy = ""     // says nothing about it
	OnlyPregnant ForPregnancy = "only" // only for pregnancy
	NotPregnant  ForPregnancy = "not"  // not in pregnancy
)

func (ForPregnancy) choices() []string { return []string{"only", "not"} }

// MaxTipText is the longest text of a tip, in characters: what a desktop
// notification shows without cutting it off.
const MaxTipText = 160

// TipShownS is how long a posture check is on show, in seconds: a tip has to
// be readable in that time.
const TipShownS = 8

// Tip is one thing to try now.
type Tip struct {
	ID        string       `toml:"id"`
	Tags      []TipTag     `toml:"tags"`                         // what it is about, the first one foremost
	Pregnancy ForPregnancy `toml:"pregnancy" content:"optional"` // whom it is for
	// PregnancyNote is why a tip is not for pregnancy, in whole sentences.
	PregnancyNote string `toml:"pregnancy_note" content:"optional"`
	// Conditions are those of the exercises the tip speaks of, so that it can be
	// judged without reading these.
	Conditions map[Condition]Level `toml:"conditions" content:"optional"`
	Text       string              `toml:"text"`                       // at most MaxTipText characters
	How        string              `toml:"how" content:"built-in"`     // how to do it, and what is known about it
	Routine    string              `toml:"routine" content:"optional"` // the routine it speaks of
	Cited
}

// Has tells whether the tip carries the tag.
func (t Tip) Has(tag TipTag) bool { return slices.Contains(t.Tags, tag) }

// desk tells whether the tip is about what a posture check at the desk is about.
func (t Tip) desk() bool {
	return slices.ContainsFunc(deskTags, t.Has)
}

func (t *Tip) check(say report) {
	if n := utf8.RuneCountInString(t.Text); n > MaxTipText {
		say("text", "text has %d characters, more than the %d a notification shows; hint: move some of it to how", n, MaxTipText)
	}
	if s := ReadingS(t.Text); s > TipShownS {
		say("text", "text takes %.1f s to read, longer than the %d s it is shown; hint: shorten it", s, TipShownS)
	}
}

type tipsFile struct {
	Tip []Tip `toml:"tip"`
}

// Tips returns all tips, in the order of the file; a pack's own come after what
// is built in. The slice is shared: read it only.
func (l *Library) Tips() ([]Tip, error) {
	if l.packs != nil {
		return l.packs.tips()
	}
	return l.tips.get(func() ([]Tip, error) {
		var file tipsFile
		err := l.read("tips.toml", &file)
		return file.Tip, err
	})
}
