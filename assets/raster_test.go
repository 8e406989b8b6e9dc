package assets

import (
	"image"
	"image/color"
	"math"
	"slices"
)

// fill paints the union of polygons, given in units of which side make up the
// picture's width, onto img by the non-zero rule, with smooth edges.
func fill(img *image.NRGBA, side float64, polys [][]point, c color.NRGBA) {
	const sub = 16 // lines per pixel
	size := img.Bounds().Dx()
	scale := float64(size) / side
	cover := make([]float64, size)
	for y := range size {
		clear(cover)
		for s := range sub {
			scan(cover, polys, scale, float64(y)+(float64(s)+0.5)/sub, 1.0/sub)
		}
		for x, a := range cover {
			blend(img, x, y, c, min(a, 1))
		}
	}
}

// scan adds one line's coverage.
func scan(cover []float64, polys [][]point, scale, y, weight float64) {
	type crossing struct {
		x   float64
		dir int
	}
	var cs []crossing
	for _, ps := range polys {
		for i, a := range ps {
			b := ps[(i+1)%len(ps)]
			ay, by := a.y*scale, b.y*scale
			if (ay <= y) == (by <= y) {
				continue
			}
			dir := 1
			if by < ay {
				dir = -1
			}
			cs = append(cs, crossing{(a.x + (b.x-a.x)*(y-ay)/(by-ay)) * scale, dir})
		}
	}
	slices.SortFunc(cs, func(a, b crossing) int {
		if a.x < b.x {
			return -1
		}
		return 1
	})
	winding := 0
	for i, c := range cs {
		if winding != 0 {
			span(cover, cs[i-1].x, c.x, weight)
		}
		winding += c.dir
	}
}

func span(cover []float64, from, to, weight float64) {
	for x := max(0, int(from)); x < len(cover) && float64(x) < to; x++ {
		cover[x] += weight * max(0, min(to, float64(x)+1)-math.Max(from, float64(x)))
	}
}

// blend paints c over a pixel. A transparent c erases.
func blend(img *image.NRGBA, x, y int, c color.NRGBA, a float64) {
	if a <= 0 {
		return
	}
	old := img.NRGBAAt(x, y)
	oldA := float64(old.A) / 255
	if c.A == 0 {
		old.A = uint8(math.Round(255 * oldA * (1 - a)))
		img.SetNRGBA(x, y, old)
		return
	}
	newA := a + oldA*(1-a)
	mix := func(over, under uint8) uint8 {
		return uint8(math.Round((float64(over)*a + float64(under)*oldA*(1-a)) / newA))
	}
	img.SetNRGBA(x, y, color.NRGBA{mix(c.R, old.R), mix(c.G, old.G), mix(c.B, old.B), uint8(math.Round(255 * newA))})
}
