// Package content is what Unhunch says: tips for now, each with the sources
// it rests on. The texts live in data/<language>/ as TOML and are compiled
// into the programs; they are read once, on first use.
//
// Nothing here is signed off by a clinician. Every entry names its sources,
// and entries without an authoritative one say so (see Tip.General).
package content

import "slices"

// Source is where a piece of advice comes from.
type Source struct {
	ID   string // what entries refer to it by
	Name string // who published it, and its title
	URL  string // where to read it; empty for general practice
	Tier Tier   // how much weight it carries

	// General marks what is widely taught but has no authoritative page.
	// Advice resting only on such sources is "general advice, no source".
	General bool
}

// Tier says what kind of source it is.
type Tier string

// The tiers, from the most to the least weight.
const (
	TierA Tier = "A" // a guideline, a Cochrane review, a government body
	TierB Tier = "B" // a hospital, a professional body, a trial
	TierC Tier = "C" // a university, a charity, an association
	TierD Tier = "D" // anybody else
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
)

var tipTags = []TipTag{Sitting, Standing, MicroBreak, Laptop, Phone}

// MaxTipText is the longest text of a tip, in characters: what a desktop
// notification shows without cutting it off.
const MaxTipText = 160

// Tip is one thing to try now.
type Tip struct {
	ID      string
	Tags    []TipTag // what it is about, the first one foremost
	Text    string   // the tip, at most MaxTipText characters
	How     string   // how to do it, and what is known about it
	Sources []Source // at least one
}

// Has tells whether the tip carries the tag.
func (t Tip) Has(tag TipTag) bool { return slices.Contains(t.Tags, tag) }

// General tells whether the tip rests only on what is widely taught, and has
// to be shown as "general advice, no source".
func (t Tip) General() bool {
	return !slices.ContainsFunc(t.Sources, func(s Source) bool { return !s.General })
}
