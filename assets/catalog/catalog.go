// Package catalog says the interface's words in the person's language. Every
// text of both programs is written in English where it is used and looked up
// here:
//
//	catalog.L("Snoozed until {{.Time}}.", catalog.D{"Time": "10:40"})
//	catalog.N("{{.Count}} stretch", "{{.Count}} stretches", n)
//
// The English text is the key of its translation, and what is said where there
// is none: a language that is not spoken here, a text that was not translated
// yet, a translation whose places are broken. Texts are whole sentences; other
// languages put their words in another order.
//
// Not in here are what the library says (package content has a folder for each
// language instead), what the person typed, the names of settings and ids, the
// log, JSON, and the errors of the packages under cmd and ui, which stay
// English so that a report of one can be looked up.
//
// A translation is one file in the folder translations, named after its
// language, in the JSON of go-i18n, which many translation tools read:
//
//	{
//	  "Snooze": "Später",
//	  "{{.Count}} stretch": {"one": "{{.Count}} Dehnung", "other": "{{.Count}} Dehnungen"}
//	}
//
// The file en.json lists everything there is to translate; a test keeps it
// complete, and writes it with go test ./assets/catalog -update, which also
// tells what each translation lacks.
//
// The toolkit's own reader of such files is no choice. It may not be linked
// into the agent, it loads three megabytes of the toolkit's own catalogues, and
// in a language we do not have, those would answer for the words we share with
// it ("Cancel"), while all others stay English. The libraries under it cost the
// agent 300 to 550 KiB and take in every file beforehand; this package reads
// the one file it needs, and none in English.
package catalog

import "sync/atomic"

// D fills the places of a text, as {{.Name}}.
type D map[string]any

// spoken is the language in use; nil is English. It may change at any time
// from any goroutine, though programs choose it once, before the first text.
var spoken atomic.Pointer[translation]

// Language is the language in use, such as "en" or "de".
func Language() string {
	if t := spoken.Load(); t != nil {
		return t.language
	}
	return English
}

// L is a text in the person's language.
func L(text string, data ...D) string {
	var d D
	if len(data) > 0 {
		d = data[0]
	}
	if t := spoken.Load(); t != nil {
		if said, ok := fill(t.messages[text].text, d); ok {
			return said
		}
	}
	return plain(text, d)
}

// N is a text that speaks of a number: one where n is 1, other elsewhere, or
// as the language has it. {{.Count}} is n.
func N(one, other string, n int, data ...D) string {
	d := D{"Count": n}
	for _, more := range data {
		for k, v := range more {
			d[k] = v
		}
	}
	if t := spoken.Load(); t != nil {
		if forms := t.messages[one].forms; forms != nil {
			if said, ok := fill(forms[t.plural(n)], d); ok {
				return said
			}
			if said, ok := fill(forms[formOther], d); ok {
				return said
			}
		}
	}
	if n == 1 {
		return plain(one, d)
	}
	return plain(other, d)
}
