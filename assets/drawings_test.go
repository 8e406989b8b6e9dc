package assets

import (
	"fmt"
	"image"
	"image/color"
	"strings"
)

// strokes are the small icons as strokes of 1.7 in a square of 20, round at
// ends and corners.
var strokes = map[IconName]string{
	IconHome:    "M3 10l7-6 7 6v7h-5v-4H8v4H3z",
	IconPosture: circle(10, 3.6, 2.1) + "M10 6.6v6M10 12.6h4.5l1.2 4.6M6 8.5l4 .6",
	IconStretch: circle(13.5, 4, 2) + "M4 8l6-1.5 3 .5-2 5 4 5M11 12l-6 4",
	IconRelief:  "M7 3v8.2a3.4 3.4 0 1 0 4 0V3a2 2 0 0 0-4 0zM9 7v6",
	IconMassage: "M3 13c3-4 5-5 7-5s3 1.5 1.5 2.6L9 12M3 13v4h6c3 0 5-2 8-6-1.5-1.2-3-.6-4.2.6",
	IconJournal: "M3 16l4-6 4 3 6-9M3 17h14",
	IconGear: circle(10, 10, 2.6) +
		"M10 2.5v2.4M10 15.1v2.4M2.5 10h2.4M15.1 10h2.4M4.7 4.7l1.7 1.7M13.6 13.6l1.7 1.7M15.3 4.7l-1.7 1.7M6.4 13.6l-1.7 1.7",

	IconBell:     "M3.5 14.5c1.4-1.3 1.8-2.6 1.8-6a4.7 4.7 0 0 1 9.4 0c0 3.4.4 4.7 1.8 6zM8.3 17.3a2 2 0 0 0 3.4 0",
	IconCheck:    "M4 10.5l4 4 8-9",
	IconClock:    circle(10, 10, 7) + "M10 6v4l2.8 1.8",
	IconExternal: "M8 4H4v12h12v-4M11.5 3.5h5v5M16.5 3.5l-7 7",
	IconHeart:    "M10 16.5c-4-2.8-6.8-5.2-6.8-8.4a3.5 3.5 0 0 1 6.8-1.3 3.5 3.5 0 0 1 6.8 1.3c0 3.2-2.8 5.6-6.8 8.4z",
	IconInfo:     circle(10, 10, 7) + "M10 9.5v4M10 6.6v.01",
	IconPause:    "M7 4.5v11M13 4.5v11",
	IconPlay:     "M6.5 4.2l9 5.8-9 5.8z",
	IconPlus:     "M10 4v12M4 10h12",
	IconSnooze:   "M3.5 9h5.5l-5.5 7H9M11.5 3.5h5l-5 6h5",
	IconUndo:     "M7.5 4l-4 4 4 4M3.5 8h8.5a4.2 4.2 0 0 1 0 8.4H8",
	IconWarning:  "M10 3.2l7.4 13.3H2.6zM10 8.2v3.6M10 14v.01",
}

const iconWidth = 1.7

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
		out = append(out, outline(l, width)...)
	}
	return out
}

// disc is a filled circle.
func disc(x, y, r float64) [][]point {
	lines, err := parsePath(circle(x, y, r))
	if err != nil {
		panic(err)
	}
	return [][]point{lines[0].points}
}

// square is a rounded square from lo to hi.
func square(lo, hi, r float64) [][]point {
	d := fmt.Sprintf("M%g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gZ",
		lo+r, lo, hi-r, r, r, hi, lo+r, hi-r, r, r, hi-r, hi, lo+r, r, r, lo, hi-r, lo+r, r, r, lo+r, lo)
	lines, err := parsePath(d)
	if err != nil {
		panic(err)
	}
	return [][]point{lines[0].points}
}

// iconSVG is a small icon as filled shapes.
func iconSVG(name IconName) []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20"><path fill="#000000" d="%s"/></svg>`+"\n",
		pathData(stroke(strokes[name], iconWidth)))
}

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

// appSVG is the brand mark. It too has filled shapes only: the renderer Fyne
// uses does not scale the width of strokes.
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
