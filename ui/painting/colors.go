package painting

import (
	"image/color"

	"github.com/unhunch/unhunch/content/figure"
)

// colors gives every role of a figure its colour.
type colors struct {
	role [figure.Roles]color.RGBA
	glow color.RGBA
}

func solid(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

// onLight and onDark are for a light and a dark ground: dark trousers
// and shoes would drown on the dark one.
func onLight() *colors {
	return &colors{
		glow: solid(0xF0693E),
		role: [figure.Roles]color.RGBA{
			figure.RoleFloor: solid(0xDCD7CC), figure.RoleWall: solid(0xE3E6DE), figure.RoleMat: solid(0xCBDAD1), figure.RoleProp: solid(0xA9BDB5), figure.RolePropFar: solid(0xC3CFC7),
			figure.RolePillow: solid(0xF9F6F0), figure.RoleSkinFar: solid(0xCF9F7B), figure.RoleShirtFar: solid(0x3A7F6E), figure.RoleTrousersFar: solid(0x2B383F),
			figure.RoleShoeFar: solid(0x182125), figure.RoleSkin: solid(0xE5B895), figure.RoleSkinShade: solid(0xD3A17C), figure.RoleShirt: solid(0x4C9A86),
			figure.RoleShirtShade: solid(0x418775), figure.RoleTrousers: solid(0x3B4952), figure.RoleTrousersShade: solid(0x323F47), figure.RoleShoe: solid(0x1F2A2F),
			figure.RoleSole: solid(0xAAB2AD), figure.RoleHair: solid(0x4B3A30), figure.RoleFace: solid(0x3B2D26), figure.RoleBlush: solid(0xE0A283),
		},
	}
}

func onDark() *colors {
	return &colors{
		glow: solid(0xF58B5E),
		role: [figure.Roles]color.RGBA{
			figure.RoleFloor: solid(0x3A4640), figure.RoleWall: solid(0x2E3833), figure.RoleMat: solid(0x3D4F47), figure.RoleProp: solid(0x5F756C), figure.RolePropFar: solid(0x4C5E56),
			figure.RolePillow: solid(0x7C8A83), figure.RoleSkinFar: solid(0xB98D6C), figure.RoleShirtFar: solid(0x3A7F6E), figure.RoleTrousersFar: solid(0x3C4B55),
			figure.RoleShoeFar: solid(0x525F66), figure.RoleSkin: solid(0xE5B895), figure.RoleSkinShade: solid(0xD0A07C), figure.RoleShirt: solid(0x53A690),
			figure.RoleShirtShade: solid(0x458D7A), figure.RoleTrousers: solid(0x51636F), figure.RoleTrousersShade: solid(0x465661), figure.RoleShoe: solid(0x76858D),
			figure.RoleSole: solid(0xB9B4A9), figure.RoleHair: solid(0x5A463A), figure.RoleFace: solid(0x33261F), figure.RoleBlush: solid(0xDE9E7F),
		},
	}
}

// colorsOn are those for a ground.
func colorsOn(ground color.Color) *colors {
	if r, g, b, _ := ground.RGBA(); r+g+b < 3*0x7fff {
		return onDark()
	}
	return onLight()
}
