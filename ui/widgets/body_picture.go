package widgets

import (
	"image"
	"image/color"
)

// bodyPicture is the two figures at one size, ready to be coloured: the shapes
// are worked out once, and a region that is chosen or pointed at is only
// painted again.
type bodyPicture struct {
	size    image.Point
	scale   float64 // pixels per unit
	bodies  [bodySides]stencil
	edges   [bodySides]stencil
	faces   [bodySides]stencil
	fills   []stencil // of every patch, as far as the body goes
	seams   []stencil // the lines between it and the others
	borders []stencil // all around it
	halos   []stencil // a little wider
}

const (
	seamWidth   = 1.3 // in pixels of the design, as all these
	borderWidth = 2
	haloWidth   = 6
	ringWidth   = 2.6
)

// newBodyPicture works the shapes out for a picture of w by h pixels; px is one
// pixel of the design in pixels of the picture.
func newBodyPicture(w, h int, px float64, patches []bodyPatch) *bodyPicture {
	p := &bodyPicture{size: image.Pt(w, h), scale: min(float64(w)/bodyWide, float64(h)/bodyTall)}
	unit := px / p.scale // of the design in units of the body
	for s := range bodySides {
		l := bodyOutlineOf(s)
		p.bodies[s] = insideOf(l, p.scale, p.size)
		p.edges[s] = along(l, p.scale, unit, p.size)
		p.faces[s] = stencilOf(l, p.scale, 0, p.size, func(k *ink) { bodyFeatures(k, s) }).within(p.bodies[s])
	}
	for _, a := range patches {
		var fill, seam, border, halo stencil
		for _, l := range a.lines {
			inside := insideOf(l, p.scale, p.size)
			rim := func(width float64) stencil {
				return p.rim(l, a.side, inside, width*unit)
			}
			fill = fill.and(inside.within(p.bodies[a.side]))
			seam = seam.and(along(l, p.scale, seamWidth*unit, p.size).within(p.bodies[a.side]))
			border = border.and(rim(borderWidth))
			halo = halo.and(rim(haloWidth))
		}
		p.fills, p.seams = append(p.fills, fill), append(p.seams, seam)
		p.borders, p.halos = append(p.borders, border), append(p.halos, halo)
	}
	return p
}

// rim is the line around what a region's line and the body have in common:
// the region's line within the body, and the body's within the region.
func (p *bodyPicture) rim(l traced, s bodySide, inside stencil, width float64) stencil {
	cut := along(l, p.scale, width, p.size).within(p.bodies[s])
	skin := along(bodyOutlineOf(s), p.scale, width, p.size)
	return cut.and(inside.within(skin))
}

// and is what either of them covers.
func (s stencil) and(with stencil) stencil {
	if len(s.of) == 0 {
		return with
	}
	wide := stencil{box: s.box.Union(with.box)}
	wide.of = make([]float32, wide.box.Dx()*wide.box.Dy())
	return wide.joined(s, either).joined(with, either)
}

func either(a, b float32) float32 { return max(a, b) }

// bodyFeatures draws what tells the front from the back: a face, or hair and
// the line of the spine.
func bodyFeatures(k *ink, s bodySide) {
	x := bodyMiddle(s)
	if s == bodyFront {
		k.fill(hairline(x, "M-15 0 L15 0 L15 17 Q11 14 8.500 9.500 Q0 15 -9.500 10.500 Q-11.500 14 -15 17Z"), point{}, 0)
		k.circle(point{x - 4.6, 20}, 2)
		k.circle(point{x + 4.6, 20}, 2)
		k.stroke(hairline(x, "M-3.600 26 Q0 28.800 3.600 26"), 1.3)
		return
	}
	k.fill(hairline(x, "M-15 0 L15 0 L15 22 Q9 30 0 30 Q-9 30 -15 22Z"), point{}, 0)
}

func hairline(x float64, path string) []traced {
	lines := trace(path)
	for i := range lines {
		lines[i] = shifted(lines[i], x)
	}
	return lines
}

// bodyColors are what the figures are painted with.
type bodyColors struct {
	skin, edge, face, seam, border, over, ring color.NRGBA
	shade                                      func(patch int) (color.NRGBA, bool) // of a region that stands out
}

// paint colours the figures. on tells which patches are chosen; under and at
// are the regions pointed at and reached by the keys, -1 for none.
func (p *bodyPicture) paint(c bodyColors, on, under, at func(patch int) bool) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: p.size})
	for s := range bodySides {
		p.bodies[s].paint(img, c.skin)
	}
	for i := range p.fills {
		if shade, ok := c.shade(i); ok {
			p.fills[i].paint(img, shade)
		}
	}
	for s := range bodySides {
		p.faces[s].paint(img, c.face)
	}
	for i := range p.fills {
		if under(i) {
			p.fills[i].paint(img, c.over)
		}
		p.seams[i].paint(img, c.seam)
	}
	for s := range bodySides {
		p.edges[s].paint(img, c.edge)
	}
	for i := range p.fills {
		if on(i) {
			p.borders[i].paint(img, c.border)
		}
	}
	for i := range p.fills {
		if at(i) {
			p.halos[i].paint(img, c.seam)
			p.borders[i].paint(img, c.ring)
		}
	}
	return img
}
