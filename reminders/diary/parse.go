package diary

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// longestRegion bounds what is compared with the names of regions, in bytes.
const longestRegion = 64

// ParseRegion reads a region as people write it: lower-back, "Lower Back",
// lowback, left knee, knee-left, or as it is called in the person's language.
// The error is a *FieldError; its hint names
// the region that was meant, if one is near.
func ParseRegion(s string) (Region, error) {
	if len(s) <= longestRegion && utf8.ValidString(s) {
		want := key(s)
		for _, r := range regions {
			if slices.Contains(r.keys(), want) {
				return r.id, nil
			}
		}
		// What is shown in the person's language can be typed in it.
		for _, r := range regions {
			if catalog.Language() != catalog.English && key(catalog.Region(string(r.id))) == want {
				return r.id, nil
			}
		}
	}
	return "", unknownRegion(s)
}

// keys are the spellings of a region, all through key.
func (r region) keys() []string {
	out := []string{key(string(r.id)), key(r.name)}
	for alias := range strings.SplitSeq(r.short, ", ") {
		if alias != "" {
			out = append(out, key(alias))
		}
	}
	return out
}

// spellings are words that mean the same in the name of a region.
var spellings = strings.NewReplacer("lowerback", "lowback", "middleback", "midback", "midlowback", "lowbackmiddle")

// key is a name without case, blanks, dashes and small words, its side at the
// end: what two spellings of one region have in common.
func key(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return strings.ContainsRune(" \t-_.,/()", r)
	})
	side := ""
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "left", "right":
			side += w
		case "my", "of", "the", "side", "and":
		default:
			b.WriteString(w)
		}
	}
	return spellings.Replace(b.String()) + side
}

// unknownRegion is the error for a name that is no region.
func unknownRegion(s string) *FieldError {
	shown := s
	if r := []rune(shown); len(r) > 40 {
		shown = string(r[:40]) + "…"
	}
	hint := catalog.L("use one of {{.Names}}, or a part of the body map such as left knee", catalog.D{"Names": Names(Broad())})
	if near := nearest(s); len(near) > 0 {
		hint = catalog.L("did you mean {{.Name}}?", catalog.D{"Name": strings.Join(near, catalog.L(" or "))})
	}
	return &FieldError{"regions", catalog.L("{{.Given}} is no region of the body", catalog.D{"Given": fmt.Sprintf("%q", shown)}), hint}
}

// nearest names the regions a misspelt one may have meant: the one it is
// another spelling of, else those it is a part of (knee) or that are its
// beginning (lower back pain), else those the fewest slips away.
func nearest(s string) []string {
	want := key(s)
	if len(s) > longestRegion || len(want) < 3 || !utf8.ValidString(s) {
		return nil
	}
	var near []string
	for _, r := range regions {
		keys := r.keys()
		if slices.Contains(keys, want) {
			return []string{r.name}
		}
		if slices.ContainsFunc(keys, func(k string) bool { return strings.Contains(k, want) || strings.HasPrefix(want, k) }) {
			near = append(near, r.name)
		}
	}
	if len(near) > 0 {
		return near[:min(len(near), 4)]
	}
	best := len(want)/3 + 1
	for _, r := range regions {
		for _, k := range r.keys() {
			switch d := slips(want, k); {
			case d > best:
			case d < best:
				best, near = d, []string{r.name}
			case !slices.Contains(near, r.name):
				near = append(near, r.name)
			}
		}
	}
	return near[:min(len(near), 3)]
}

// slips counts the letters to change, add or drop to turn a into b
// (Levenshtein's distance, in bytes: the names are plain ASCII).
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			d := corner
			if a[i] != b[j] {
				d = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
