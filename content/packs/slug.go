package packs

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestID leaves room for a number within what the reader takes.
const longestID = 56

// folded are letters that are written with others where there are only those
// of the alphabet; accents are left out.
var folded = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "œ", "oe", "ø", "oe", "å", "a", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i",
	"'", "", "’", "",
)

// slug makes an id of a name: small letters, digits and hyphens. It is
// otherwise, if the name has nothing of the kind.
func slug(name, otherwise string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(folded.Replace(strings.ToLower(norm.NFC.String(name)))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // an accent
		default:
			gap = true
		}
		if b.Len() >= longestID {
			break
		}
	}
	if b.Len() == 0 {
		return otherwise
	}
	return b.String()
}

// unused is an id that is not taken yet: the given one, or that with a number.
func unused(id string, taken func(string) bool) string {
	for n, try := 2, id; ; n++ {
		if !taken(try) {
			return try
		}
		try = id + "-" + strconv.Itoa(n)
	}
}

// Slug makes an id of a name, or gives otherwise where the name has no letter
// or digit of the alphabet.
func Slug(name, otherwise string) string { return slug(name, otherwise) }
