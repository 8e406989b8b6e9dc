package widgets

import (
	"image"
	"image/color"
	imagedraw "image/draw"
	"math"

	"golang.org/x/image/vector"
)

// stencil is how much of each pixel of a box a shape covers, from 0 to 1.
type stencil struct {
	box image.Rectangle
	of  []float32
}

// boxOf is the box of pixels around a line, as far as the picture goes, with
// some room. scale is pixels per unit.
func boxOf(l traced, scale, room float64, size image.Point) image.Rectangle {
	low, high := l.bounds()
	return image.Rect(
		int(math.Floor((low.x-room)*scale)), int(math.Floor((low.y-room)*scale)),
		int(math.Ceil((high.x+room)*scale)), int(math.Ceil((high.y+room)*scale)),
	).Intersect(image.Rectangle{Max: size})
}

// insideOf covers the inside of lines within a box.
func insideOf(lines []traced, scale float64, box image.Rectangle) stencil {
	if box.Empty() {
		return stencil{}
	}
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, l := range lines {
		for i, p := range l.points {
			x, y := float32(p.x*scale-float64(box.Min.X)), float32(p.y*scale-float64(box.Min.Y))
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	z.DrawOp = imagedraw.Src
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	s := stencil{box, make([]float32, len(mask.Pix))}
	for i, a := range mask.Pix {
		s.of[i] = float32(a) / 255
	}
	return s
}

// along covers a line itself, so many units wide.
func along(l traced, scale, width float64, size image.Point) stencil {
	box := boxOf(l, scale, width, size)
	k := &ink{
		mask: make([]float32, box.Dx()*box.Dy()), w: box.Dx(), h: box.Dy(),
		scale: scale, ox: float64(box.Min.X) / scale, oy: float64(box.Min.Y) / scale,
	}
	k.stroke([]traced{l}, width)
	return stencil{box, k.mask}
}

func (s stencil) at(x, y int) float32 {
	if !(image.Point{x, y}).In(s.box) {
		return 0
	}
	return s.of[(y-s.box.Min.Y)*s.box.Dx()+x-s.box.Min.X]
}

// within is the part of it that is within another.
func (s stencil) within(other stencil) stencil {
	box := s.box.Intersect(other.box)
	out := stencil{box, make([]float32, 0, box.Dx()*box.Dy())}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.of = append(out.of, s.at(x, y)*other.at(x, y))
		}
	}
	return out
}

// and is what either of them covers.
func (s stencil) and(other stencil) stencil {
	if s.box.Empty() {
		return other
	}
	box := s.box.Union(other.box)
	out := stencil{box, make([]float32, 0, box.Dx()*box.Dy())}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.of = append(out.of, max(s.at(x, y), other.at(x, y)))
		}
	}
	return out
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
