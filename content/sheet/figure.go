package sheet

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
)

// colors are those of the window's figure on a light ground.
var colors = [figure.Roles]string{
	figure.RoleFloor: "#dcd7cc", figure.RoleWall: "#e3e6de", figure.RoleMat: "#cbdad1", figure.RoleProp: "#a9bdb5", figure.RolePropFar: "#c3cfc7",
	figure.RolePillow: "#f9f6f0", figure.RoleSkinFar: "#cf9f7b", figure.RoleShirtFar: "#3a7f6e", figure.RoleTrousersFar: "#2b383f",
	figure.RoleShoeFar: "#182125", figure.RoleSkin: "#e5b895", figure.RoleSkinShade: "#d3a17c", figure.RoleShirt: "#4c9a86",
	figure.RoleShirtShade: "#418775", figure.RoleTrousers: "#3b4952", figure.RoleTrousersShade: "#323f47", figure.RoleShoe: "#1f2a2f",
	figure.RoleSole: "#d8d2c6", figure.RoleHair: "#4b3a30", figure.RoleFace: "#3b2d26", figure.RoleBlush: "#e0a283", figure.RoleGlow: "#f0693e",
}

// figuresOf draws an exercise at its start and at its end; once, if it stays
// where it is. n tells the drawings of a page apart.
func figuresOf(e *content.Exercise, n int, mirrored bool) ([]template.HTML, error) {
	f, err := e.Figure(mirrored)
	if err != nil {
		return nil, err
	}
	var scenes [2]figure.Scene
	box := empty
	for i := range scenes {
		f.Draw(&scenes[i], figure.Moment{Way: float64(i)})
		box = box.around(&scenes[i])
	}
	drawn := []template.HTML{svg(&scenes[0], box, fmt.Sprintf("g%da", n+1))}
	if svg(&scenes[1], box, fmt.Sprintf("g%da", n+1)) != drawn[0] {
		drawn = append(drawn, svg(&scenes[1], box, fmt.Sprintf("g%db", n+1)))
	}
	return drawn, nil
}

// frame is the part of the view that something is drawn in.
type frame struct{ min, max figure.Point }

// empty is around nothing.
var empty = frame{figure.Point{X: 1, Y: 1}, figure.Point{}}

// around is the frame with a scene in it too. A glow may reach out of it.
func (f frame) around(s *figure.Scene) frame {
	for _, sh := range s.Shapes {
		if sh.Role != figure.RoleGlow {
			f.min = figure.Point{X: max(0, min(f.min.X, sh.Min.X)), Y: max(0, min(f.min.Y, sh.Min.Y))}
			f.max = figure.Point{X: min(1, max(f.max.X, sh.Max.X)), Y: min(1, max(f.max.Y, sh.Max.Y))}
		}
	}
	return f
}

// svg is what of a scene is in the frame, in units of a hundredth of the view.
// Names in it begin with prefix.
func svg(s *figure.Scene, box frame, prefix string) template.HTML {
	var b strings.Builder
	w, h := max(0, box.max.X-box.min.X), max(0, box.max.Y-box.min.Y)
	fmt.Fprintf(&b, `<svg viewBox="%s %s %s %s" style="aspect-ratio:%s/%[4]s" aria-hidden="true">`, unit(box.min.X), unit(box.min.Y), unit(w), unit(h), unit(w))
	for i := range s.Shapes {
		sh := &s.Shapes[i]
		if sh.Role == figure.RoleGlow {
			glow(&b, sh, prefix+strconv.Itoa(i))
			continue
		}
		fmt.Fprintf(&b, `<path fill="%s" d="`, colors[sh.Role])
		for n, g := range s.Path(sh) {
			if n > 0 && g.Verb == figure.MoveTo {
				b.WriteByte('Z')
			}
			path(&b, g)
		}
		b.WriteString(`Z"/>`)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String()) // it holds nothing but numbers and names of ours
}

// path writes one step of an outline.
func path(b *strings.Builder, g figure.Segment) {
	points := 1
	switch g.Verb {
	case figure.MoveTo:
		b.WriteByte('M')
	case figure.LineTo:
		b.WriteByte('L')
	case figure.QuadTo:
		b.WriteByte('Q')
		points = 2
	case figure.CubeTo:
		b.WriteByte('C')
		points = 3
	}
	for n := range points {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(unit(g.P[n].X) + " " + unit(g.P[n].Y))
	}
}

// glow shows where a muscle works, fading out from its middle.
func glow(b *strings.Builder, sh *figure.Shape, id string) {
	const strongest = 0.78
	fmt.Fprintf(b, `<radialGradient id="%s">`, id)
	for _, at := range []float64{0, 0.35, 0.6, 0.8, 1} {
		near := 1 - at*at
		fmt.Fprintf(b, `<stop offset="%g" stop-color="%s" stop-opacity="%.2f"/>`, at, colors[figure.RoleGlow], near*near*float64(sh.Strength)*strongest)
	}
	fmt.Fprintf(b, `</radialGradient><circle cx="%s" cy="%s" r="%s" fill="url(#%s)"/>`, unit(sh.Centre.X), unit(sh.Centre.Y), unit(sh.Radius), id)
}

// unit is a place in the view, to a hundredth of the drawing's units.
func unit(v float32) string {
	return strconv.FormatFloat(float64(v)*100, 'f', 2, 32)
}
