package content

import (
	_ "embed" // for the texts below
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

var (
	//go:embed data/en/tips.toml
	tipsFile string
	//go:embed data/en/sources.toml
	sourcesFile string
)

type sourceEntry struct {
	ID      string `toml:"id"`
	Name    string `toml:"name"`
	URL     string `toml:"url"`
	Tier    Tier   `toml:"tier"`
	General bool   `toml:"general"`
}

type tipEntry struct {
	ID      string   `toml:"id"`
	Tags    []TipTag `toml:"tags"`
	Text    string   `toml:"text"`
	How     string   `toml:"how"`
	Sources []string `toml:"sources"`
}

// forbidden are sources that must never be cited: nobody could trace them to
// an author who answers for them.
var forbidden = map[string]bool{"UNATTRIB_SE": true, "THERAPIST_LISTS": true, "ACEMIND_DUMAS": true}

// decode reads TOML strictly: a key nobody knows is a slip of the pen. file
// only names where the text came from.
func decode(file, text string, into any) error {
	err := toml.NewDecoder(strings.NewReader(text)).DisallowUnknownFields().Decode(into)
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) && len(unknown.Errors) > 0 {
		line, _ := unknown.Errors[0].Position()
		return fmt.Errorf("%s:%d: unknown key %q; hint: correct its spelling or remove the line",
			file, line, strings.Join(unknown.Errors[0].Key(), "."))
	}
	var bad *toml.DecodeError
	if errors.As(err, &bad) {
		line, column := bad.Position()
		return fmt.Errorf("%s:%d:%d: %w; hint: it has to be valid TOML", file, line, column, err)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// readSources reads a register of sources, by id.
func readSources(file, text string) (map[string]Source, error) {
	var doc struct {
		Source []sourceEntry `toml:"source"`
	}
	if err := decode(file, text, &doc); err != nil {
		return nil, err
	}
	var errs []error
	out := make(map[string]Source, len(doc.Source))
	for i, e := range doc.Source {
		if err := e.check(out); err != nil {
			errs = append(errs, fmt.Errorf("%s: source %d (%q): %w", file, i+1, e.ID, err))
			continue
		}
		out[e.ID] = Source(e)
	}
	return out, errors.Join(errs...)
}

func (e sourceEntry) check(known map[string]Source) error {
	_, twice := known[e.ID]
	switch {
	case e.ID == "":
		return errors.New("id is missing; hint: give it one in capitals, as OSHA_ETOOL")
	case twice:
		return errors.New("id is used twice; hint: keep one of the two")
	case forbidden[e.ID]:
		return errors.New("must not be cited; hint: find a source somebody answers for")
	case strings.TrimSpace(e.Name) == "":
		return errors.New("name is missing; hint: write publisher and title")
	case e.Tier != TierA && e.Tier != TierB && e.Tier != TierC && e.Tier != TierD:
		return fmt.Errorf("tier %q is none of A, B, C, D", e.Tier)
	case e.URL == "" && !e.General:
		return errors.New("url is missing; hint: only general = true goes without one")
	case e.URL != "" && !strings.HasPrefix(e.URL, "https://") && !strings.HasPrefix(e.URL, "http://"):
		return fmt.Errorf("url %q is no web address", e.URL)
	}
	return nil
}

// readTips reads a list of tips whose sources are all in the register.
func readTips(file, text string, sources map[string]Source) ([]Tip, error) {
	var doc struct {
		Tip []tipEntry `toml:"tip"`
	}
	if err := decode(file, text, &doc); err != nil {
		return nil, err
	}
	var errs []error
	seen := make(map[string]bool, len(doc.Tip))
	out := make([]Tip, 0, len(doc.Tip))
	for i, e := range doc.Tip {
		tip, err := e.tip(seen, sources)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: tip %d (%q): %w", file, i+1, e.ID, err))
			continue
		}
		seen[e.ID] = true
		out = append(out, tip)
	}
	return out, errors.Join(errs...)
}

func (e tipEntry) tip(seen map[string]bool, sources map[string]Source) (Tip, error) {
	switch {
	case e.ID == "":
		return Tip{}, errors.New("id is missing; hint: number it, as T37")
	case seen[e.ID]:
		return Tip{}, errors.New("id is used twice; hint: give one of the two another")
	case strings.TrimSpace(e.Text) == "":
		return Tip{}, errors.New("text is missing")
	case utf8.RuneCountInString(e.Text) > MaxTipText:
		return Tip{}, fmt.Errorf("text has %d characters, more than the %d a notification shows; hint: move some of it to how",
			utf8.RuneCountInString(e.Text), MaxTipText)
	case strings.ContainsAny(e.Text, "\n\r\t"):
		return Tip{}, errors.New("text has to be a single line")
	case strings.TrimSpace(e.How) == "":
		return Tip{}, errors.New("how is missing")
	case len(e.Tags) == 0:
		return Tip{}, fmt.Errorf("tags are missing; hint: some of %v", tipTags)
	case len(e.Sources) == 0:
		return Tip{}, errors.New("sources are missing; hint: name at least one of sources.toml")
	}
	for _, tag := range e.Tags {
		if !slices.Contains(tipTags, tag) {
			return Tip{}, fmt.Errorf("tag %q is unknown; hint: one of %v", tag, tipTags)
		}
	}
	tip := Tip{ID: e.ID, Tags: e.Tags, Text: e.Text, How: e.How, Sources: make([]Source, 0, len(e.Sources))}
	for _, id := range e.Sources {
		s, ok := sources[id]
		if !ok {
			return Tip{}, fmt.Errorf("source %q is not in the register; hint: add it to sources.toml", id)
		}
		tip.Sources = append(tip.Sources, s)
	}
	return tip, nil
}
