package reminders

import "strings"

// Nearest is the name a person most likely meant by another one, for hints, or
// nothing where none is close in typing.
func Nearest(name string, names []string) string {
	name = strings.ToLower(name)
	if len(name) > 80 {
		return ""
	}
	best, least := "", 1+max(2, len(name)/4)
	for _, n := range names {
		if same(name) == same(n) {
			return n
		}
		if d := distance(name, n); d < least {
			best, least = n, d
		}
	}
	return best
}

// same is a name without what people mix up: dashes, underscores, spaces.
func same(name string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(name)
}

// distance counts the letters to insert, remove, replace or swap with their
// neighbour to turn a into b.
func distance(a, b string) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows = [3][]int{above, row, before}
	}
	return rows[1][len(b)]
}
