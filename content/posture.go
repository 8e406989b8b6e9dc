package content

import (
	"slices"
	"sync"
)

var posture = sync.OnceValues(func() ([]Tip, error) {
	tips, err := BuiltIn().Tips()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(tips), func(t Tip) bool { return !t.desk() }), nil
})

// PostureTips returns the tips a posture check at the desk shows: about
// sitting, standing, short breaks, laptops and phones, none that is for
// pregnancy only. The slice is the caller's own; the texts are read on the
// first call and kept.
func PostureTips() ([]Tip, error) {
	tips, err := posture()
	return slices.Clone(tips), err
}

// TipOf returns the posture tip for the n-th posture check. Neighbouring
// numbers give tips about different things, and none comes again before all
// were shown. The answer depends on n alone. It is the zero Tip only if the
// built-in texts could not be read, which PostureTips reports.
func TipOf(n int) Tip {
	tips, _ := posture()
	if len(tips) == 0 {
		return Tip{}
	}
	return tips[rotate(n, len(tips))]
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
