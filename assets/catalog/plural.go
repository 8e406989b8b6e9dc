package catalog

import "strings"

// form is one of the plural forms of the Unicode locale data.
type form int

const (
	formZero form = iota
	formOne
	formTwo
	formFew
	formMany
	formOther

	formCount = 6
)

// formNames are the forms as files name them.
var formNames = [formCount]string{"zero", "one", "two", "few", "many", "other"}

// rule is the plural form of a whole number, not below zero.
type rule func(n int) form

// ruleOf is a language's rule: that of the Unicode locale data (CLDR), for
// whole numbers below a million. A language it does not list tells one from
// other, as most do.
func ruleOf(language string) rule {
	choose := oneOther
	base, _, _ := strings.Cut(language, "-")
	for _, l := range rules {
		if has(l.languages, language) || has(l.languages, base) {
			choose = l.rule
			break
		}
	}
	return func(n int) form { return choose(max(n, -n)) }
}

// Forms are the plural forms a language's translations need, in the order zero,
// one, two, few, many, other.
func Forms(language string) []string {
	var used [formCount]bool
	used[formOther] = true // of fractions, and the one to fall back on
	choose := ruleOf(language)
	for n := range 1000 {
		used[choose(n)] = true
	}
	var out []string
	for i, name := range formNames {
		if used[i] {
			out = append(out, name)
		}
	}
	return out
}

func has(list, language string) bool {
	return language != "" && strings.Contains(" "+list+" ", " "+language+" ")
}

func in(n, from, to int) bool { return from <= n && n <= to }

func oneOther(n int) form {
	if n == 1 {
		return formOne
	}
	return formOther
}

// pick is the form of the first condition that holds.
func pick(forms ...bool) form {
	for i, is := range forms {
		if is {
			return form(i)
		}
	}
	return formOther
}

// rules are those that are not oneOther. A name with its country comes before
// the language alone.
var rules = []struct {
	languages string
	rule      rule
}{
	{"pt-PT", oneOther},
	{
		"bm bo dz id ig ii ja jv kde kea km ko lkt lo ms my nqo sah ses sg su th to vi wo yo yue zh",
		func(int) form { return formOther },
	},
	{
		"am as bn fa gu hi kn zu ff hy kab fr pt si ak bho guw ln mg nso pa ti wa",
		func(n int) form { return pick(false, n <= 1) },
	},
	{"tzm", func(n int) form { return pick(false, n <= 1 || in(n, 11, 99)) }},
	{"is mk", func(n int) form { return pick(false, n%10 == 1 && n%100 != 11) }},
	{"fil tl ceb", func(n int) form { return pick(false, n%10 != 4 && n%10 != 6 && n%10 != 9) }},
	{"lv prg", func(n int) form {
		return pick(n%10 == 0 || in(n%100, 11, 19), n%10 == 1 && n%100 != 11)
	}},
	{"lag ksh", func(n int) form { return pick(n == 0, n == 1) }},
	{"he iw iu naq se sma smj smn sms", func(n int) form { return pick(false, n == 1, n == 2) }},
	{"shi", func(n int) form { return pick(false, n <= 1, false, in(n, 2, 10)) }},
	{"ro mo", func(n int) form { return pick(false, n == 1, false, n == 0 || in(n%100, 1, 19)) }},
	{"bs hr sh sr", func(n int) form {
		return pick(false, n%10 == 1 && n%100 != 11, false, in(n%10, 2, 4) && !in(n%100, 12, 14))
	}},
	{"ru uk be", func(n int) form {
		return pick(false, n%10 == 1 && n%100 != 11, false, in(n%10, 2, 4) && !in(n%100, 12, 14), true)
	}},
	{"pl", func(n int) form {
		return pick(false, n == 1, false, in(n%10, 2, 4) && !in(n%100, 12, 14), true)
	}},
	{"cs sk", func(n int) form { return pick(false, n == 1, false, in(n, 2, 4)) }},
	{"lt", func(n int) form {
		return pick(false, n%10 == 1 && !in(n%100, 11, 19), false, in(n%10, 2, 9) && !in(n%100, 11, 19))
	}},
	{"sl dsb hsb", func(n int) form { return pick(false, n%100 == 1, n%100 == 2, in(n%100, 3, 4)) }},
	{"gd", func(n int) form {
		return pick(false, n == 1 || n == 11, n == 2 || n == 12, in(n, 3, 10) || in(n, 13, 19))
	}},
	{"ga", func(n int) form { return pick(false, n == 1, n == 2, in(n, 3, 6), in(n, 7, 10)) }},
	{"gv", func(n int) form { return pick(false, n%10 == 1, n%10 == 2, n%20 == 0) }},
	{"br", func(n int) form {
		teens := n%100/10 == 1 || n%100/10 == 7 || n%100/10 == 9
		return pick(false, n%10 == 1 && !teens, n%10 == 2 && !teens, (in(n%10, 3, 4) || n%10 == 9) && !teens)
	}},
	{"mt", func(n int) form {
		return pick(false, n == 1, n == 2, n == 0 || in(n%100, 3, 10), in(n%100, 11, 19))
	}},
	{"cy", func(n int) form { return pick(n == 0, n == 1, n == 2, n == 3, n == 6) }},
	{"ar ars", func(n int) form {
		return pick(n == 0, n == 1, n == 2, in(n%100, 3, 10), in(n%100, 11, 99))
	}},
}
