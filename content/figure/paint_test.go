package figure_test

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"github.com/unhunch/unhunch/content/figure"
)

// palette gives every role its colour.
type palette struct {
	ground color.RGBA
	role   [figure.Roles]color.RGBA
	glow   color.RGBA
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

var light = palette{
	ground: rgb(0xEEEBE4),
	glow:   rgb(0xF0693E),
	role: [figure.Roles]color.RGBA{
		figure.RoleFloor: rgb(0xDCD7CC), figure.RoleWall: rgb(0xE3E6DE), figure.RoleMat: rgb(0xCBDAD1), figure.RoleProp: rgb(0xA9BDB5), figure.RolePropFar: rgb(0xC3CFC7),
		figure.RolePillow: rgb(0xF9F6F0), figure.RoleSkinFar: rgb(0xCF9F7B), figure.RoleShirtFar: rgb(0x3A7F6E), figure.RoleTrousersFar: rgb(0x2B383F),
		figure.RoleShoeFar: rgb(0x182125), figure.RoleSkin: rgb(0xE5B895), figure.RoleSkinShade: rgb(0xD3A17C), figure.RoleShirt: rgb(0x4C9A86),
		figure.RoleShirtShade: rgb(0x418775), figure.RoleTrousers: rgb(0x3B4952), figure.RoleTrousersShade: rgb(0x323F47), figure.RoleShoe: rgb(0x1F2A2F),
		figure.RoleSole: rgb(0xAAB2AD), figure.RoleHair: rgb(0x4B3A30), figure.RoleFace: rgb(0x3B2D26), figure.RoleBlush: rgb(0xE0A283),
	},
}

var dark = palette{
	ground: rgb(0x262F2B),
	glow:   rgb(0xF58B5E),
	role: [figure.Roles]color.RGBA{
		figure.RoleFloor: rgb(0x3A4640), figure.RoleWall: rgb(0x2E3833), figure.RoleMat: rgb(0x3D4F47), figure.RoleProp: rgb(0x5F756C), figure.RolePropFar: rgb(0x4C5E56),
		figure.RolePillow: rgb(0x7C8A83), figure.RoleSkinFar: rgb(0xB98D6C), figure.RoleShirtFar: rgb(0x3A7F6E), figure.RoleTrousersFar: rgb(0x3C4B55),
		figure.RoleShoeFar: rgb(0x525F66), figure.RoleSkin: rgb(0xE5B895), figure.RoleSkinShade: rgb(0xD0A07C), figure.RoleShirt: rgb(0x53A690),
		figure.RoleShirtShade: rgb(0x458D7A), figure.RoleTrousers: rgb(0x51636F), figure.RoleTrousersShade: rgb(0x465661), figure.RoleShoe: rgb(0x76858D),
		figure.RoleSole: rgb(0xB9B4A9), figure.RoleHair: rgb(0x5A463A), figure.RoleFace: rgb(0x33261F), figure.RoleBlush: rgb(0xDE9E7F),
	},
}

// painter fills scenes; it keeps its rasteriser.
type painter struct {
	pal  palette
	ras  vector.Rasterizer
	mask image.Alpha
}

func newPainter(pal palette) *painter { return &painter{pal: pal} }

// paint draws a scene into a square of the picture.
func (p *painter) paint(dst *image.RGBA, at image.Point, size int, s *figure.Scene) {
	k := float32(size)
	for i := range s.Shapes {
		sh := &s.Shapes[i]
		if sh.Role == figure.RoleGlow {
			p.shine(dst, at, k, sh)
			continue
		}
		x, y := int(math.Floor(float64(sh.Min.X*k))), int(math.Floor(float64(sh.Min.Y*k)))
		w, h := int(math.Ceil(float64(sh.Max.X*k)))-x, int(math.Ceil(float64(sh.Max.Y*k)))-y
		if w <= 0 || h <= 0 {
			continue
		}
		p.ras.Reset(w, h)
		ox, oy := float32(x), float32(y)
		for _, g := range s.Path(sh) {
			a, b, c := g.P[0], g.P[1], g.P[2]
			switch g.Verb {
			case figure.MoveTo:
				p.ras.ClosePath()
				p.ras.MoveTo(a.X*k-ox, a.Y*k-oy)
			case figure.LineTo:
				p.ras.LineTo(a.X*k-ox, a.Y*k-oy)
			case figure.QuadTo:
				p.ras.QuadTo(a.X*k-ox, a.Y*k-oy, b.X*k-ox, b.Y*k-oy)
			case figure.CubeTo:
				p.ras.CubeTo(a.X*k-ox, a.Y*k-oy, b.X*k-ox, b.Y*k-oy, c.X*k-ox, c.Y*k-oy)
			}
		}
		p.ras.ClosePath()
		p.fill(dst, image.Rect(x, y, x+w, y+h).Add(at), p.pal.role[sh.Role])
	}
}

// fill blends what the rasteriser holds. Most of the box around a slanting
// limb is empty, so going by way of a mask that can be skipped takes half the
// time of drawing at once.
func (p *painter) fill(dst *image.RGBA, box image.Rectangle, c color.RGBA) {
	w, h := box.Dx(), box.Dy()
	if cap(p.mask.Pix) < w*h {
		p.mask.Pix = make([]uint8, w*h)
	}
	p.mask = image.Alpha{Pix: p.mask.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	p.ras.DrawOp = draw.Src
	p.ras.Draw(&p.mask, p.mask.Rect, image.Opaque, image.Point{})
	in := box.Intersect(dst.Rect)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		row := p.mask.Pix[(y-box.Min.Y)*w+in.Min.X-box.Min.X:][:in.Dx()]
		out := dst.Pix[dst.PixOffset(in.Min.X, y):]
		for i, a := range row {
			switch a {
			case 0:
			case 0xff:
				out[4*i], out[4*i+1], out[4*i+2] = c.R, c.G, c.B
			default:
				k := uint32(a) + uint32(a>>7)
				for n, v := range [3]uint8{c.R, c.G, c.B} {
					out[4*i+n] = uint8((uint32(out[4*i+n])*(256-k) + uint32(v)*k) >> 8)
				}
			}
		}
	}
}

func (p *painter) shine(dst *image.RGBA, at image.Point, k float32, sh *figure.Shape) {
	box := image.Rect(int(sh.Min.X*k), int(sh.Min.Y*k), int(sh.Max.X*k)+1, int(sh.Max.Y*k)+1).Add(at).Intersect(dst.Rect)
	cx, cy, r := sh.Centre.X*k+float32(at.X), sh.Centre.Y*k+float32(at.Y), sh.Radius*k
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			dx, dy := (float32(x)+0.5-cx)/r, (float32(y)+0.5-cy)/r
			near := 1 - dx*dx - dy*dy
			if near <= 0 {
				continue
			}
			a := uint32(near * near * sh.Strength * 0.78 * 256)
			i := dst.PixOffset(x, y)
			for n, c := range [3]uint8{p.pal.glow.R, p.pal.glow.G, p.pal.glow.B} {
				dst.Pix[i+n] = uint8((uint32(dst.Pix[i+n])*(256-a) + uint32(c)*a) >> 8)
			}
		}
	}
}

// picture paints scenes side by side in rows of a sheet.
func (p *painter) picture(scenes []figure.Scene, columns, size int) *image.RGBA {
	rows := (len(scenes) + columns - 1) / columns
	img := image.NewRGBA(image.Rect(0, 0, columns*size, rows*size))
	draw.Draw(img, img.Rect, image.NewUniform(p.pal.ground), image.Point{}, draw.Src)
	for i := range scenes {
		p.paint(img, image.Pt(i%columns*size, i/columns*size), size, &scenes[i])
	}
	return img
}
