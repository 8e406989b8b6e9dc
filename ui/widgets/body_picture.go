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
	px      float64 // pixels per pixel of the design
	patches []bodyPatch
	bodies  [bodySides]stencil
	edges   [bodySides]stencil
	faces   [bodySides]stencil
	fills   []stencil // of every patch, as far as the body goes
	seams   []stencil // the lines between it and the others
	rims    map[rim]stencil
	skins   map[rim]stencil // the outlines of the figures, by side
}

// rim is a line around a patch, so many pixels of the design wide.
type rim struct {
	patch int
	width float64
}

const (
	seamWidth   = 1.3 // in pixels of the design, as all these
	borderWidth = 2
	haloWidth   = 6
)

// newBodyPicture works the shapes out for a picture of w by h pixels; px is one
// pixel of the design in pixels of the picture.
func newBodyPicture(w, h int, px float64, patches []bodyPatch) *bodyPicture {
	p := &bodyPicture{
		size: image.Pt(w, h), scale: min(float64(w)/bodyWide, float64(h)/bodyTall), px: px, patches: patches,
		rims: map[rim]stencil{}, skins: map[rim]stencil{},
	}
	for s := range bodySides {
		l := bodyOutlineOf(s)
		p.bodies[s] = p.inside(l)
		p.edges[s] = p.along(l, 1)
		p.faces[s] = p.inside(bodyFeatures(s)...).within(p.bodies[s])
		if s == bodyFront {
			for _, x := range hairline(bodyMiddle(s), bodySmile) {
				p.faces[s] = p.faces[s].and(along(x, p.scale, 1.3, p.size))
			}
		}
	}
	for _, a := range patches {
		var seam stencil
		for _, l := range a.lines {
			seam = seam.and(p.along(l, seamWidth).within(p.bodies[a.side]))
		}
		p.fills = append(p.fills, p.inside(a.lines...).within(p.bodies[a.side]))
		p.seams = append(p.seams, seam)
	}
	return p
}

// inside covers the inside of lines.
func (p *bodyPicture) inside(lines ...traced) stencil {
	box := image.Rectangle{}
	for _, l := range lines {
		box = box.Union(boxOf(l, p.scale, 0, p.size))
	}
	return insideOf(lines, p.scale, box)
}

// along covers a line, so many pixels of the design wide.
func (p *bodyPicture) along(l traced, width float64) stencil {
	return along(l, p.scale, width*p.px/p.scale, p.size)
}

// rim is the line around what a patch and the body have in common: the patch's
// line within the body, and the body's within the patch.
func (p *bodyPicture) rim(patch int, width float64) stencil {
	key := rim{patch, width}
	s, ok := p.rims[key]
	if !ok {
		a := p.patches[patch]
		for _, l := range a.lines {
			cut := p.along(l, width).within(p.bodies[a.side])
			s = s.and(cut).and(p.inside(l).within(p.skin(a.side, width)))
		}
		p.rims[key] = s
	}
	return s
}

// skin is the outline of a figure as a line.
func (p *bodyPicture) skin(s bodySide, width float64) stencil {
	key := rim{int(s), width}
	if _, ok := p.skins[key]; !ok {
		p.skins[key] = p.along(bodyOutlineOf(s), width)
	}
	return p.skins[key]
}

// bodySmile is a smile, from the middle of the figure.
const bodySmile = "M-3.600 26 Q0 28.800 3.600 26"

// bodyFeatures are what tells the front from the back: hair, and in front the
// eyes.
func bodyFeatures(s bodySide) []traced {
	x := bodyMiddle(s)
	if s == bodyBack {
		return hairline(x, "M-15 0 L15 0 L15 20 Q9 27.500 0 27.500 Q-9 27.500 -15 20Z")
	}
	lines := hairline(x, "M-15 0 L15 0 L15 17 Q11 14 8.500 9.500 Q0 15 -9.500 10.500 Q-11.500 14 -15 17Z")
	for _, eye := range []float64{-4.6, 4.6} {
		lines = append(lines, roundTrace(point{x + eye, 20}, 2)...)
	}
	return lines
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
			p.rim(i, borderWidth).paint(img, c.border)
		}
	}
	for i := range p.fills {
		if at(i) {
			p.rim(i, haloWidth).paint(img, c.seam)
			p.rim(i, borderWidth).paint(img, c.ring)
		}
	}
	return img
}
