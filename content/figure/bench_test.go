package figure_test

import (
	"testing"

	"github.com/unhunch/unhunch/content/figure"
)

func BenchmarkOutlines(b *testing.B) {
	all := actors(b)
	var s figure.Scene
	for _, a := range all {
		a.f.Draw(&s, figure.Moment{Way: 0.5})
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		all[i%len(all)].f.Draw(&s, figure.Moment{Way: float64(i%30) / 30})
		i++
	}
}

func BenchmarkReady(b *testing.B) {
	e := exercises(b)[0]
	b.ReportAllocs()
	for b.Loop() {
		ready(b, &e, false)
	}
}
