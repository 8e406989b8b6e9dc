package content

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEmergencyNumbers(t *testing.T) {
	e := mustHave(t, BuiltIn().EmergencyNumbers)
	for country, want := range map[string]string{"GB": "999", "DE": "112", "US": "911", "CA": "911", "AU": "000", "NZ": "111", "NO": "113", "CH": "144", "IE": "112"} {
		c, ok := e.In(country)
		if !ok || c.Numbers[0] != want {
			t.Errorf("%s: %v, want %s", country, c.Numbers, want)
		}
	}
	if _, ok := e.In("XX"); ok {
		t.Error("there is a number for a country that does not exist")
	}
	if _, ok := e.In(""); ok {
		t.Error("there is a number for no country")
	}
	if !slices.IsSortedFunc(e.Countries, func(a, b EmergencyCountry) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the countries are not in the order of their names")
	}
	for _, c := range e.Countries {
		if c.General() || c.Advice != nil && c.Advice.General() {
			t.Errorf("%s rests on no public body", c.ID)
		}
	}
}

func TestBrokenEmergencyNumbers(t *testing.T) {
	const head = "[elsewhere]\nnumber = \"112\"\ntext = \"x\"\nsources = [\"S\"]\n"
	for text, want := range map[string]string{
		"[[country]]\nid = \"gb\"\nname = \"x\"\nnumbers = [\"999\"]\nsources = [\"S\"]\n":                                                                             `emergency.toml:6: country "gb": id "gb" is no country`,
		"[[country]]\nid = \"GB\"\nname = \"x\"\nnumbers = [\"nine\"]\nsources = [\"S\"]\n":                                                                            `emergency.toml:8: country "GB": "nine" cannot be dialled`,
		"[[country]]\nid = \"GB\"\nname = \"x\"\nnumbers = [\"999\"]\n":                                                                                                `sources are missing`,
		"[[country]]\nid = \"GB\"\nname = \"x\"\nnumbers = [\"999\"]\nsources = [\"S\"]\n[country.advice]\nname = \"x\"\nnumber = \"1-1\"\nsources = [\"S\"]\n":        `"1-1" cannot be dialled`,
		"[[country]]\nid = \"GB\"\nname = \"x\"\nnumbers = [\"9\"]\nsources = [\"S\"]\n[[country]]\nid = \"GB\"\nname = \"y\"\nnumbers = [\"9\"]\nsources = [\"S\"]\n": `used twice`,
	} {
		_, err := Open(fstest.MapFS{
			"sources.toml": {Data: []byte(goodSource)}, "emergency.toml": {Data: []byte(head + text)},
		}).EmergencyNumbers()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
}
