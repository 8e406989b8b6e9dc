package content

import "time"

// TipOfDay picks one of the tips for a date, the one of so many days after it:
// another one each day, neighbours about different things, and all of them
// before one comes again. It is false if there are none.
func TipOfDay(tips []Tip, date time.Time, after int) (Tip, bool) {
	if len(tips) == 0 {
		return Tip{}, false
	}
	y, m, d := date.Date()
	day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60)
	return tips[rotate(int(day)+after, len(tips))], true
}

// rotate walks a circle of size places with a stride that visits all of them
// before one comes again, far enough apart that neighbours in the file, which
// are about the same thing, do not follow each other.
func rotate(n, size int) int {
	stride := size*2/5 + 1
	for gcd(stride, size) != 1 {
		stride++
	}
	place := n % size
	if place < 0 {
		place += size
	}
	return place * stride % size
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
