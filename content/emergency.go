package content

import "strings"

// EmergencyNumbers is whom to call, country by country.
type EmergencyNumbers struct {
	Elsewhere Elsewhere          `toml:"elsewhere"`
	Countries []EmergencyCountry `toml:"country"`
}

// Elsewhere is what to say where a country's number is not known.
type Elsewhere struct {
	Number string `toml:"number"`
	Text   string `toml:"text"` // where that number works, and where it may not
	Cited
}

// EmergencyCountry is whom to call in one country.
type EmergencyCountry struct {
	ID      string      `toml:"id"` // two capital letters, as ISO 3166 has them
	Name    string      `toml:"name"`
	Numbers []string    `toml:"numbers"`                   // for an ambulance, the usual one first
	Advice  *AdviceLine `toml:"advice" content:"optional"` // nil if none was found that a public body names
	Cited
}

func (c *EmergencyCountry) check(say report) {
	other := func(r rune) bool { return r < 'A' || r > 'Z' }
	if len(c.ID) != 2 || strings.ContainsFunc(c.ID, other) {
		say("id", "id %q is no country; hint: two capital letters, as GB", c.ID)
	}
	for i, n := range c.Numbers {
		dialled(indexed("numbers", i), n, say)
	}
}

// AdviceLine is a number for advice that cannot wait and is no emergency.
type AdviceLine struct {
	Name   string `toml:"name"`
	Number string `toml:"number"`
	Note   string `toml:"note" content:"optional"`
	Cited
}

func (a *AdviceLine) check(say report) { dialled("number", a.Number, say) }

// dialled checks that a number can be dialled: digits and blanks.
func dialled(key, number string, say report) {
	if strings.Trim(number, "0123456789 ") != "" {
		say(key, "%q cannot be dialled; hint: digits and blanks only", number)
	}
}

// In is whom to call in a country, and false where that is not known.
func (e *EmergencyNumbers) In(country string) (EmergencyCountry, bool) {
	for _, c := range e.Countries {
		if c.ID == country {
			return c, true
		}
	}
	return EmergencyCountry{}, false
}

// EmergencyNumbers returns whom to call, country by country.
func (l *Library) EmergencyNumbers() (*EmergencyNumbers, error) {
	return l.emergency.get(func() (*EmergencyNumbers, error) {
		out := &EmergencyNumbers{}
		return out, l.read("emergency.toml", out)
	})
}

// CountryOf is the country of a locale such as en_GB.UTF-8; empty if it names
// none.
func CountryOf(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' })
	for _, p := range parts[min(1, len(parts)):] {
		if len(p) == 2 {
			return strings.ToUpper(p)
		}
	}
	return ""
}
