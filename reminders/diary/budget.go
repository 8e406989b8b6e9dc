package diary

import (
	"cmp"
	"slices"
	"time"
)

// Spent is what visits of one month cost in one currency.
type Spent struct {
	Year  int
	Month time.Month
	Cost  Money
	// Visits is how many visits of the month were paid in that currency.
	Visits int
}

// Budget sums up what visits cost by the calendar months of a zone and by
// currency, the earliest month first. Visits whose cost was not told are left
// out.
func Budget(visits []Visit, zone *time.Location) []Spent {
	var out []Spent
	for _, v := range visits {
		if !v.Cost.Told() {
			continue
		}
		y, m, _ := v.At.In(zone).Date()
		i := slices.IndexFunc(out, func(s Spent) bool { return s.Year == y && s.Month == m && s.Cost.Currency == v.Cost.Currency })
		if i < 0 {
			i = len(out)
			out = append(out, Spent{y, m, Money{0, v.Cost.Currency}, 0})
		}
		out[i].Cost.Minor += v.Cost.Minor
		out[i].Visits++
	}
	slices.SortFunc(out, func(a, b Spent) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Cost.Currency, b.Cost.Currency))
	})
	return out
}
