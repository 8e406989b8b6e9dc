package assets

import (
	"fmt"
	"image"
	"image/color"
	"strings"
)

// spine is the curve of the brand mark, in a square of 26.
const spine = "M13 5.5c3.2 2.3 -2.6 4.6 0 7.4s-2.4 4.6 .4 7.6"

var (
	primary = color.NRGBA{0x2B, 0x7A, 0x68, 0xFF}
	grey    = color.NRGBA{0x7A, 0x86, 0x81, 0xFF}
	amber   = color.NRGBA{0xE2, 0x9A, 0x20, 0xFF}
	white   = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	erase   = color.NRGBA{}
)

// stroke is the outline of path data.
func stroke(d string, width float64) [][]point {
	lines, err := parsePath(d)
	if err != nil {
		panic(err)
	}
	var out [][]point
	for _, l := range lines {
		out = append(out, outline(l, width))
	}
	return out
}

// disc is a filled circle.
func disc(x, y, r float64) [][]point {
	lines, err := parsePath(circle(x, y, r))
	if err != nil {
		panic(err)
	}
	return [][]point{lines[0]}
}

// square is a rounded square from lo to hi.
func square(lo, hi, r float64) [][]point {
	d := fmt.Sprintf("M%g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gZ",
		lo+r, lo, hi-r, r, r, hi, lo+r, hi-r, r, r, hi-r, hi, lo+r, r, r, lo, hi-r, lo+r, r, r, lo+r, lo)
	lines, err := parsePath(d)
	if err != nil {
		panic(err)
	}
	return [][]point{lines[0]}
}

// pathData is polygons as the path data of an SVG.
func pathData(polys [][]point) string {
	var d strings.Builder
	for _, ps := range polys {
		for i, p := range ps {
			d.WriteByte("ML"[min(i, 1)])
			d.WriteString(number(p.x))
			if p.y >= 0 {
				d.WriteByte(' ')
			}
			d.WriteString(number(p.y))
		}
		d.WriteByte('Z')
	}
	return d.String()
}

func number(v float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// appSVG is the brand mark. It has filled shapes only: the renderer Fyne uses
// does not scale the width of strokes.
func appSVG() []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 26 26">
  <rect width="26" height="26" rx="8" ry="8" fill="#2B7A68"/>
  <path fill="#FFFFFF" d="%s"/>
</svg>
`, pathData(stroke(spine, 2.4)))
}

func appPicture(size int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	fill(img, 26, square(0, 26, 8), primary)
	fill(img, 26, stroke(spine, spineWidth(size)), white)
	return img
}

// spineWidth keeps the curve readable in small pictures.
func spineWidth(size int) float64 {
	switch {
	case size <= 16:
		return 3.4
	case size <= 24:
		return 3
	}
	return 2.4
}

// trayPicture is the tray icon, in which the state shows by shape too: bars
// in place of the spine, a dot in the corner.
func trayPicture(state TrayState, size int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	box := square(1, 25, 7)
	switch state {
	case TrayPaused:
		fill(img, 26, box, grey)
		fill(img, 26, stroke("M9.6 8.5v9M16.4 8.5v9", 3.6), white)
	case TrayAttention:
		fill(img, 26, box, primary)
		fill(img, 26, stroke(spine, max(spineWidth(size), 2.8)), white)
		fill(img, 26, disc(20.8, 5.2, 6.2), erase)
		fill(img, 26, disc(20.8, 5.2, 4.6), amber)
	default:
		fill(img, 26, box, primary)
		fill(img, 26, stroke(spine, max(spineWidth(size), 2.8)), white)
	}
	return img
}
