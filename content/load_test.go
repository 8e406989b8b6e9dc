package content

import (
	"strings"
	"testing"
)

var someSource = map[string]Source{"S": {ID: "S", Name: "Somebody", URL: "https://example.org/", Tier: TierB}}

func TestBadTipsAreRefused(t *testing.T) {
	const good = "id = \"T\"\ntags = [\"sitting\"]\ntext = \"x\"\nhow = \"y\"\nsources = [\"S\"]\n"
	if tips, err := readTips("f", "[[tip]]\n"+good, someSource); err != nil || len(tips) != 1 {
		t.Fatalf("a good tip was refused: %v, %v", tips, err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":    {"[[tip]]\n" + good + "colour = 1\n", `f:7: unknown key "tip.colour"`},
		"not toml":       {"[[tip\n", "f:1:"},
		"wrong type":     {"[[tip]]\nid = 3\n", "f:2:"},
		"twice":          {"[[tip]]\n" + good + "[[tip]]\n" + good, `tip 2 ("T"): id is used twice`},
		"no id":          {"[[tip]]\n" + strings.Replace(good, `"T"`, `""`, 1), "id is missing"},
		"no text":        {"[[tip]]\n" + strings.Replace(good, `"x"`, `" "`, 1), "text is missing"},
		"long text":      {"[[tip]]\n" + strings.Replace(good, `"x"`, `"`+strings.Repeat("é", 161)+`"`, 1), "161 characters"},
		"two lines":      {"[[tip]]\n" + strings.Replace(good, `"x"`, `"x\ny"`, 1), "single line"},
		"no how":         {"[[tip]]\n" + strings.Replace(good, `"y"`, `""`, 1), "how is missing"},
		"no tags":        {"[[tip]]\n" + strings.Replace(good, `["sitting"]`, `[]`, 1), "tags are missing"},
		"unknown tag":    {"[[tip]]\n" + strings.Replace(good, "sitting", "flying", 1), `tag "flying" is unknown`},
		"no sources":     {"[[tip]]\n" + strings.Replace(good, `["S"]`, `[]`, 1), "sources are missing"},
		"unknown source": {"[[tip]]\n" + strings.Replace(good, `["S"]`, `["Z"]`, 1), `source "Z" is not in the register`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readTips("f", c.text, someSource)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want something with %q", err, c.want)
			}
		})
	}
}

func TestBadSourcesAreRefused(t *testing.T) {
	const good = "id = \"S\"\nname = \"N\"\nurl = \"https://example.org/\"\ntier = \"A\"\n"
	if s, err := readSources("f", "[[source]]\n"+good); err != nil || len(s) != 1 {
		t.Fatalf("a good source was refused: %v, %v", s, err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"twice":     {"[[source]]\n" + good + "[[source]]\n" + good, "used twice"},
		"no id":     {"[[source]]\nname = \"N\"\n", "id is missing"},
		"no name":   {"[[source]]\n" + strings.Replace(good, `"N"`, `""`, 1), "name is missing"},
		"forbidden": {"[[source]]\n" + strings.Replace(good, `"S"`, `"UNATTRIB_SE"`, 1), "must not be cited"},
		"tier":      {"[[source]]\n" + strings.Replace(good, `"A"`, `"Z"`, 1), `tier "Z"`},
		"no url":    {"[[source]]\n" + strings.Replace(good, "https://example.org/", "", 1), "url is missing"},
		"odd url":   {"[[source]]\n" + strings.Replace(good, "https://", "javascript:", 1), "no web address"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readSources("f", c.text)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want something with %q", err, c.want)
			}
		})
	}
}
