package widgets

import (
	"image"
	"image/color"
	"math"
)

// stencil is how much of each pixel of a box a shape covers, from 0 to 1.
type stencil struct {
	box image.Rectangle
	of  []float32
}

// stencilOf is what draw adds to an ink that covers what is in sight of a
// line, with some room around it. scale is pixels per unit, and the picture is
// size large.
func stencilOf(l traced, scale, room float64, size image.Point, draw func(*ink)) stencil {
	low, high := l.bounds()
	box := image.Rect(
		int(math.Floor((low.x-room)*scale)), int(math.Floor((low.y-room)*scale)),
		int(math.Ceil((high.x+room)*scale)), int(math.Ceil((high.y+room)*scale)),
	).Intersect(image.Rectangle{Max: size})
	if box.Empty() {
		return stencil{}
	}
	k := newInk(box.Dx(), box.Dy(), 1, float64(box.Min.X)/scale, float64(box.Min.Y)/scale)
	k.scale = scale
	draw(k)
	return stencil{box, k.mask}
}

// insideOf covers the inside of a line.
func insideOf(l traced, scale float64, size image.Point) stencil {
	return stencilOf(l, scale, 0, size, func(k *ink) { k.fill([]traced{l}, point{}, 0) })
}

// along covers a line itself, so many units wide.
func along(l traced, scale, width float64, size image.Point) stencil {
	return stencilOf(l, scale, width, size, func(k *ink) { k.stroke([]traced{l}, width) })
}

func (s stencil) at(x, y int) float32 {
	if !(image.Point{x, y}).In(s.box) {
		return 0
	}
	return s.of[(y-s.box.Min.Y)*s.box.Dx()+x-s.box.Min.X]
}

// joined is what is true of both, as join says.
func (s stencil) joined(with stencil, join func(a, b float32) float32) stencil {
	out := stencil{s.box, make([]float32, len(s.of))}
	i := 0
	for y := s.box.Min.Y; y < s.box.Max.Y; y++ {
		for x := s.box.Min.X; x < s.box.Max.X; x++ {
			out.of[i] = join(s.of[i], with.at(x, y))
			i++
		}
	}
	return out
}

// within is the part of it that is within another.
func (s stencil) within(other stencil) stencil {
	return s.joined(other, func(a, b float32) float32 { return a * b })
}

// paint puts a colour over a picture where the stencil lets it.
func (s stencil) paint(img *image.RGBA, c color.NRGBA) {
	for y := s.box.Min.Y; y < s.box.Max.Y; y++ {
		row := s.of[(y-s.box.Min.Y)*s.box.Dx():][:s.box.Dx()]
		out := img.Pix[img.PixOffset(s.box.Min.X, y):]
		for i, a := range row {
			if a == 0 {
				continue
			}
			a *= float32(c.A) / 255
			px := out[4*i : 4*i+4 : 4*i+4]
			for j, v := range [4]uint8{c.R, c.G, c.B, 255} {
				px[j] = uint8(float32(v)*a + float32(px[j])*(1-a) + 0.5)
			}
		}
	}
}

// mixed is a colour between two: of is 0 for the first and 1 for the second.
func mixed(a, b color.Color, of float64) color.NRGBA {
	from, to := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*of + 0.5) }
	return color.NRGBA{mix(from.R, to.R), mix(from.G, to.G), mix(from.B, to.B), mix(from.A, to.A)}
}
