package painting_test

import (
	"fmt"
	"image"
	"testing"

	"github.com/unhunch/unhunch/content/figure"
	"github.com/unhunch/unhunch/ui/painting"
)

// BenchmarkFrame is a frame of a moving figure, outlines and painting, at the
// sizes of the lists and of the player; every exercise in turn.
func BenchmarkFrame(b *testing.B) {
	var all []*figure.Figure
	for _, e := range exercises(b) {
		f, err := e.Figure(false)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, f)
	}
	for _, size := range []int{96, 480} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			var brush painting.Easel
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				brush.Blank(size, size, grounds["light"])
				all[i%len(all)].Draw(&brush.Scene, figure.Moment{Way: float64(i%30) / 30})
				brush.Paint(image.Point{}, size)
				i++
			}
		})
	}
}
