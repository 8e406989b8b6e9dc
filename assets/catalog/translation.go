package catalog

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// English is the language the texts are written in.
const English = "en"

//go:embed translations/*.json
var files embed.FS

// translation is what one file says.
type translation struct {
	language string
	messages map[string]message // by the English text
	plural   rule
}

// message is the translation of one text: text, or the forms of one that
// speaks of a number.
type message struct {
	text  string
	forms *[formCount]string
}

// UnmarshalJSON reads a text or an object of plural forms.
func (m *message) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &m.text)
	}
	var forms map[string]string
	if err := json.Unmarshal(data, &forms); err != nil {
		return errors.New("a translation is neither a text nor an object of plural forms")
	}
	m.forms = new([formCount]string)
	for name, text := range forms {
		i := slices.Index(formNames[:], name)
		if i < 0 {
			return fmt.Errorf("%q is no plural form (hint: %s)", name, strings.Join(formNames[:], ", "))
		}
		m.forms[i] = text
	}
	return nil
}

// Template is en.json: every text there is to translate.
func Template() []byte {
	data, err := files.ReadFile("translations/" + English + ".json")
	if err != nil {
		return []byte("{}") // it is built in
	}
	return data
}

// Languages are those there is a translation for, English first.
func Languages() []string {
	out := []string{English}
	entries, err := fs.ReadDir(files, "translations")
	if err != nil {
		return out
	}
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), ".json"); name != English {
			out = append(out, name)
		}
	}
	return out
}

// Use speaks the first of these languages there is, or English. They are
// written as locales are: de, de_AT.UTF-8, pt-BR. An error says that the
// language's file is broken; then English is spoken.
func Use(languages ...string) error {
	spoken.Store(nil)
	known := Languages()
	for _, l := range languages {
		for name := normal(l); name != ""; name = wider(name) {
			if !slices.Contains(known, name) {
				continue
			}
			if name == English {
				return nil
			}
			data, err := files.ReadFile("translations/" + name + ".json")
			if err != nil {
				return fmt.Errorf("the translation %s cannot be read: %w", name, err)
			}
			return UseFile(name, data)
		}
	}
	return nil
}

// UseFile speaks a language by the text of a translation file that need not be
// among the built-in ones. On an error what was spoken stays.
func UseFile(language string, data []byte) error {
	t := &translation{language: language, plural: ruleOf(language)}
	if err := json.Unmarshal(data, &t.messages); err != nil {
		return fmt.Errorf("the translation %s is broken, so Unhunch speaks English: %w (hint: compare it with en.json)", language, err)
	}
	spoken.Store(t)
	return nil
}

// FromEnvironment are the languages a person wants, best first, as the
// variables LANGUAGE, LC_ALL, LC_MESSAGES and LANG say. As everywhere, LANGUAGE
// counts unless the locale is C, and an empty variable counts as none.
func FromEnvironment(getenv func(string) string) []string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	if base, _, _ := strings.Cut(locale, "."); base == "C" || base == "POSIX" {
		return nil
	}
	var out []string
	for l := range strings.SplitSeq(getenv("LANGUAGE"), ":") {
		if l != "" {
			out = append(out, l)
		}
	}
	if locale != "" {
		out = append(out, locale)
	}
	return out
}

// normal writes a locale as files are named: de_AT.UTF-8@euro is de-AT.
func normal(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(locale), "_", "-"), "-")
	parts[0] = strings.ToLower(parts[0])
	for i, p := range parts[1:] {
		switch {
		case len(p) == 4: // a script, as in zh-Hant
			parts[i+1] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		default:
			parts[i+1] = strings.ToUpper(p)
		}
	}
	return strings.Join(parts, "-")
}

// wider leaves a locale's last part out: de-AT is de, and de is nothing.
func wider(name string) string {
	i := strings.LastIndexByte(name, '-')
	return name[:max(i, 0)]
}
