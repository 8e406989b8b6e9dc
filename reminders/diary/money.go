package diary

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/currency"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Money is an amount in the smallest unit of its currency: 6500 EUR are 65
// euros, 6500 JPY 6500 yen.
type Money struct {
	Minor    int64
	Currency string // ISO 4217, in capitals
}

// maxMinor is the most something may cost, far beyond what any does.
const maxMinor = 1_000_000_000

// digits are the currencies that do not have hundredths, as ISO 4217 lists them.
var digits = map[string]int{
	"BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
	"RWF": 0, "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
	"BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}

func digitsOf(code string) int {
	if n, ok := digits[code]; ok {
		return n
	}
	return 2
}

// signs are those that mean one currency. $, ¥ and kr do not.
var signs = strings.NewReplacer("€", " EUR ", "£", " GBP ", "₹", " INR ", "₺", " TRY ", "₽", " RUB ", "₴", " UAH ", "₩", " KRW ", "₪", " ILS ", "zł", " PLN ", "Kč", " CZK ")

// ParseMoney reads an amount as people write it: 65 EUR, EUR 65.50, 65,50 €.
// Without a currency it is taken to be in fallback, which may be empty. The
// error is a *FieldError for the field cost.
func ParseMoney(text, fallback string) (Money, error) {
	bad := func(problem, hint string) (Money, error) { return Money{}, &FieldError{"cost", problem, hint} }
	if len(text) > 60 {
		return bad(catalog.L("it is too long for an amount"), catalog.L("write it as 65 EUR"))
	}
	var amount, code string
	for word := range strings.FieldsSeq(apart(signs.Replace(text))) {
		switch first := word[0]; {
		case first >= '0' && first <= '9' && amount == "":
			amount = word
		case (first < '0' || first > '9') && code == "":
			code = strings.ToUpper(word)
		default:
			return bad(catalog.L("{{.Given}} is not an amount", catalog.D{"Given": fmt.Sprintf("%q", text)}), catalog.L("write it as 65 EUR"))
		}
	}
	if amount == "" {
		return bad(catalog.L("{{.Given}} is not an amount", catalog.D{"Given": fmt.Sprintf("%q", text)}), catalog.L("write it as 65 EUR"))
	}
	if code == "" {
		if code = fallback; code == "" {
			return bad(catalog.L("the currency is missing"), catalog.L("write it as {{.Example}}", catalog.D{"Example": amount + " EUR"}))
		}
	}
	if err := validateCurrency(code); err != nil {
		return Money{}, err
	}
	minor, ok := minorOf(amount, digitsOf(code))
	if !ok {
		return bad(catalog.L("{{.Given}} is not an amount in {{.Other}}", catalog.D{"Given": fmt.Sprintf("%q", amount), "Other": code}), catalog.L("write it as {{.Example}}", catalog.D{"Example": Money{6500, code}.String()}))
	}
	m := Money{minor, code}
	return m, m.validate()
}

// apart puts a blank between digits and letters.
func apart(s string) string {
	var b strings.Builder
	last := rune(0)
	number := func(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == ',' || r == '-' }
	for _, r := range s {
		if last != 0 && number(r) != number(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// minorOf reads 65, 65.5 and 65,50 in the smallest unit of a currency with so
// many digits behind the point. What groups thousands is not read: 1.000 could
// be one or a thousand.
func minorOf(s string, digits int) (int64, bool) {
	whole, part, pointed := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	if pointed && (part == "" || len(part) > digits) || len(whole) > 12 {
		return 0, false
	}
	part += strings.Repeat("0", digits-len(part))
	n, err := strconv.ParseUint(whole+part, 10, 63)
	return int64(n), err == nil // of 63 bits, so that it fits
}

// Amount is the number alone, in the currency's own unit: 65, 65.50.
func (m Money) Amount() string {
	n := digitsOf(m.Currency)
	text := strconv.FormatInt(m.Minor, 10)
	if n == 0 {
		return text
	}
	for len(text) <= n {
		text = "0" + text
	}
	whole, part := text[:len(text)-n], text[len(text)-n:]
	if strings.Trim(part, "0") == "" {
		return whole
	}
	return whole + "." + part
}

// String writes it so that ParseMoney reads it back: 65.50 EUR. Nothing known
// is the empty text.
func (m Money) String() string {
	if m.Currency == "" {
		return ""
	}
	return m.Amount() + " " + m.Currency
}

// Told tells whether an amount is known; nothing paid is one, too.
func (m Money) Told() bool { return m.Currency != "" }

func (m Money) validate() error {
	switch {
	case !m.Told() && m.Minor == 0:
		return nil
	case !m.Told():
		return &FieldError{"currency", catalog.L("it is missing"), catalog.L("write it as EUR")}
	case m.Minor < 0:
		return &FieldError{"cost", catalog.L("it is below nothing"), catalog.L("give what was paid")}
	case m.Minor > maxMinor:
		return &FieldError{"cost", catalog.L("{{.Given}} is too much for a massage", catalog.D{"Given": m.String()}), catalog.L("check the amount")}
	}
	return validateCurrency(m.Currency)
}

func validateCurrency(code string) error {
	if _, err := currency.ParseISO(code); err != nil || code != strings.ToUpper(code) || len(code) != 3 {
		hint := catalog.L("write its three letters, as EUR")
		if strings.ContainsAny(code, "$¥") || code == "KR" {
			hint = catalog.L("several currencies are written that way; write the three letters of yours, as USD")
		}
		return &FieldError{"currency", catalog.L("{{.Given}} is no currency", catalog.D{"Given": fmt.Sprintf("%q", code)}), hint}
	}
	return nil
}
