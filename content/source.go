package content

import (
	"slices"
	"strings"
)

// Source is where a piece of advice comes from.
type Source struct {
	ID    string `toml:"id"`                          // what entries refer to it by
	Org   string `toml:"org" content:"optional"`      // who published it; empty if nobody is named
	Title string `toml:"title"`                       // what it is called
	Year  string `toml:"year" content:"optional"`     // when, as its page says it; empty if it does not
	URL   string `toml:"url" content:"optional"`      // where to read it; empty for general practice
	Tier  Tier   `toml:"tier"`                        // how much weight it carries
	Name  string `toml:"-"`                           // who published it, and its title
	State Status `toml:"status"`                      // how far it was checked
	Says  string `toml:"supports" content:"built-in"` // what it was found to support
	Pack  string `toml:"-"`                           // the name of the pack it comes from; empty if built in

	// AddressChecked tells that somebody opened the address.
	AddressChecked bool `toml:"address_checked" content:"optional"`
	// General marks what is widely taught but has no authoritative page.
	// Advice resting only on such sources is "general advice, no source".
	General bool `toml:"general" content:"optional"`
	// Background marks what was read for the work and is cited by nothing.
	Background bool `toml:"background" content:"optional"`
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

func (Tier) choices() []string { return []string{"A", "B", "C", "D"} }

// Status says how far a source was checked.
type Status string

// The ways a source was checked, from the best to none.
const (
	Verified          Status = "verified"           // read, and it carries the claim
	VerifiedCopy      Status = "verified-copy"      // a copy elsewhere was read
	VerifiedSecondary Status = "verified-secondary" // somebody's summary was read
	Partial           Status = "partial"            // the figure was not in the part read
	NotVerified       Status = "not-verified"       // general knowledge only
)

func (Status) choices() []string {
	return []string{string(Verified), string(VerifiedCopy), string(VerifiedSecondary), string(Partial), string(NotVerified)}
}

// forbidden are sources that must never be cited: nobody could trace them to
// an author who answers for them.
var forbidden = map[string]bool{"UNATTRIB_SE": true, "THERAPIST_LISTS": true, "ACEMIND_DUMAS": true}

func (s *Source) check(say report) {
	s.Name = s.Title
	if s.Org != "" {
		s.Name = s.Org + ": " + s.Title
	}
	switch {
	case forbidden[s.ID]:
		say("id", "must not be cited; hint: find a source somebody answers for")
	case s.ID != strings.ToUpper(s.ID) || strings.ContainsAny(s.ID, " -."):
		say("id", "id %q is not in capitals; hint: as OSHA_ETOOL", s.ID)
	}
	switch {
	case s.URL == "" && !s.General && s.Pack == "":
		say("url", "url is missing; hint: only general = true goes without one")
	case s.URL != "" && !strings.HasPrefix(s.URL, "https://") && !strings.HasPrefix(s.URL, "http://"):
		say("url", "url %q is no web address; hint: begin it with https://", s.URL)
	}
}

// Cited is the part of an entry that says what it rests on.
type Cited struct {
	SourceIDs []string `toml:"sources" content:"optional"` // as in the file
	Sources   []Source `toml:"-"`                          // the same, looked up
	Origin    `toml:"-"`
}

// Origin says whose an entry is. What comes from a pack is answered for by the
// pack, as in "From: My programme, prescribed by my physiotherapist", and may name no
// sources.
type Origin struct {
	Pack         string // the name of the pack; empty for what is built in
	PrescribedBy string // who prescribed what is in the pack; may be empty
	Overrides    bool   // it takes the place of the built-in entry of its id
	Loosens      *Marks // what it is milder in than that entry; nil if in nothing
}

// General tells whether the entry rests on nothing but what is widely taught,
// and has to be shown as "general advice, no source". What a pack says is the
// pack's, and never general.
func (c Cited) General() bool {
	return c.Pack == "" && !slices.ContainsFunc(c.Sources, func(s Source) bool { return !s.General })
}

// Statement is a sentence that rests on sources or is a rule of our own.
type Statement struct {
	Text string `toml:"text"`
	// Ours marks a rule, or a number in it, that is our own choice.
	Ours  bool `toml:"ours" content:"optional"`
	Cited `content:"optional"`
}

func (s *Statement) check(say report) { sourcedOrOurs(say, s.Ours, s.Cited) }

// sourcedOrOurs is for entries that may go without a source if they say so.
func sourcedOrOurs(say report, ours bool, c Cited) {
	if !ours && len(c.SourceIDs) == 0 {
		say("sources", "sources are missing; hint: name some of sources.toml, or write ours = true if it is our own choice")
	}
}

type register map[string]Source

type sourcesFile struct {
	Source []Source `toml:"source"`
}

// Sources returns the register: every source, in the order of the file; a
// pack's own come after what is built in. The slice is shared: read it only.
func (l *Library) Sources() ([]Source, error) {
	if l.packs != nil {
		return l.packs.sources()
	}
	return l.sources.get(func() ([]Source, error) {
		var file sourcesFile
		d, err := l.openWith(nil, "sources.toml")
		if err != nil {
			return nil, err
		}
		if d.decode(&file) {
			d.check(&file)
		}
		return file.Source, d.err()
	})
}

// Source looks a source up by its id.
func (l *Library) Source(id string) (Source, bool) {
	reg, err := l.register()
	if s, ok := reg[id]; ok && err == nil {
		return s, true
	}
	if l.packs != nil {
		return l.packs.source(id)
	}
	return Source{}, false
}

// register is what built-in entries may cite.
func (l *Library) register() (register, error) {
	if l.base != nil {
		return l.base.register()
	}
	return l.lookup.get(func() (register, error) {
		all, err := l.Sources()
		if err != nil {
			return nil, err
		}
		reg := make(register, len(all))
		for _, s := range all {
			reg[s.ID] = s
		}
		return reg, nil
	})
}
