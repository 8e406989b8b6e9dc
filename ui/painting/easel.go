// Package painting fills a figure's outlines with colours, into a picture in
// memory. It needs no toolkit and no display.
package painting

import (
	"image"
	"image/color"
	imagedraw "image/draw"
	"math"

	"golang.org/x/image/vector"

	"github.com/unhunch/unhunch/content/figure"
)

// Easel is what it takes to paint a figure: the outlines, the rasteriser, and
// the picture, all used again for the next frame. It belongs to one goroutine
// at a time.
type Easel struct {
	Scene figure.Scene // what Paint paints

	ras    vector.Rasterizer
	mask   image.Alpha
	img    *image.RGBA
	colors *colors
}

// Blank is a picture of the ground alone, in pixels. It is the same picture
// again when the size is the same.
func (e *Easel) Blank(w, h int, ground color.Color) *image.RGBA {
	if e.img == nil || e.img.Rect.Dx() != w || e.img.Rect.Dy() != h {
		e.img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	e.colors = colorsOn(ground)
	imagedraw.Draw(e.img, e.img.Rect, image.NewUniform(ground), image.Point{}, imagedraw.Src)
	return e.img
}

// Paint draws the scene into a square of the picture, in pixels from its top
// left.
func (e *Easel) Paint(at image.Point, size int) {
	k := float32(size)
	for i := range e.Scene.Shapes {
		sh := &e.Scene.Shapes[i]
		if sh.Role == figure.RoleGlow {
			e.shine(at, k, sh)
			continue
		}
		x, y := int(math.Floor(float64(sh.Min.X*k))), int(math.Floor(float64(sh.Min.Y*k)))
		w, h := int(math.Ceil(float64(sh.Max.X*k)))-x, int(math.Ceil(float64(sh.Max.Y*k)))-y
		if w <= 0 || h <= 0 {
			continue
		}
		e.ras.Reset(w, h)
		e.outline(sh, k, float32(x), float32(y))
		e.fill(image.Rect(x, y, x+w, y+h).Add(at), e.colors.role[sh.Role])
	}
}

// outline gives the rasteriser a shape's path, from the corner of its box.
func (e *Easel) outline(sh *figure.Shape, k, ox, oy float32) {
	for _, g := range e.Scene.Path(sh) {
		a, b, c := g.P[0], g.P[1], g.P[2]
		switch g.Verb {
		case figure.MoveTo:
			e.ras.ClosePath()
			e.ras.MoveTo(a.X*k-ox, a.Y*k-oy)
		case figure.LineTo:
			e.ras.LineTo(a.X*k-ox, a.Y*k-oy)
		case figure.QuadTo:
			e.ras.QuadTo(a.X*k-ox, a.Y*k-oy, b.X*k-ox, b.Y*k-oy)
		case figure.CubeTo:
			e.ras.CubeTo(a.X*k-ox, a.Y*k-oy, b.X*k-ox, b.Y*k-oy, c.X*k-ox, c.Y*k-oy)
		}
	}
	e.ras.ClosePath()
}

// fill blends what the rasteriser holds. Most of the box around a slanting
// limb is empty, so going by way of a mask that can be skipped takes half the
// time of drawing at once.
func (e *Easel) fill(box image.Rectangle, c color.RGBA) {
	w, h := box.Dx(), box.Dy()
	if cap(e.mask.Pix) < w*h {
		e.mask.Pix = make([]uint8, w*h)
	}
	e.mask = image.Alpha{Pix: e.mask.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	e.ras.DrawOp = imagedraw.Src
	e.ras.Draw(&e.mask, e.mask.Rect, image.Opaque, image.Point{})
	in := box.Intersect(e.img.Rect)
	if in.Empty() {
		return
	}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		row := e.mask.Pix[(y-box.Min.Y)*w+in.Min.X-box.Min.X:][:in.Dx()]
		out := e.img.Pix[e.img.PixOffset(in.Min.X, y):]
		for i, a := range row {
			switch a {
			case 0:
			case 0xff:
				out[4*i], out[4*i+1], out[4*i+2] = c.R, c.G, c.B
			default:
				blend(out[4*i:], c, uint32(a)+uint32(a>>7))
			}
		}
	}
}

// shine draws a glow.
func (e *Easel) shine(at image.Point, k float32, sh *figure.Shape) {
	box := image.Rect(int(sh.Min.X*k), int(sh.Min.Y*k), int(sh.Max.X*k)+1, int(sh.Max.Y*k)+1).Add(at).Intersect(e.img.Rect)
	cx, cy, r := sh.Centre.X*k+float32(at.X), sh.Centre.Y*k+float32(at.Y), sh.Radius*k
	const strongest = 0.78
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			dx, dy := (float32(x)+0.5-cx)/r, (float32(y)+0.5-cy)/r
			if near := 1 - dx*dx - dy*dy; near > 0 {
				blend(e.img.Pix[e.img.PixOffset(x, y):], e.colors.glow, uint32(near*near*sh.Strength*strongest*256))
			}
		}
	}
}

// blend puts a colour over an opaque pixel; of is 256 for all of it.
func blend(pix []uint8, c color.RGBA, of uint32) {
	pix[0] = uint8((uint32(pix[0])*(256-of) + uint32(c.R)*of) >> 8)
	pix[1] = uint8((uint32(pix[1])*(256-of) + uint32(c.G)*of) >> 8)
	pix[2] = uint8((uint32(pix[2])*(256-of) + uint32(c.B)*of) >> 8)
}

// Round makes the picture's corners soft; r is their radius in its pixels.
func (e *Easel) Round(r float64) {
	w, h := e.img.Rect.Dx(), e.img.Rect.Dy()
	n := min(int(math.Ceil(r)), w/2, h/2)
	for y := range n {
		for x := range n {
			cover := r + 0.5 - math.Hypot(r-float64(x)-0.5, r-float64(y)-0.5)
			if cover >= 1 {
				continue
			}
			of := uint32(max(cover, 0) * 256)
			for _, at := range [4]int{
				e.img.PixOffset(x, y), e.img.PixOffset(w-1-x, y),
				e.img.PixOffset(x, h-1-y), e.img.PixOffset(w-1-x, h-1-y),
			} {
				for i := range 4 {
					e.img.Pix[at+i] = uint8(uint32(e.img.Pix[at+i]) * of >> 8)
				}
			}
		}
	}
}
