package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/ui/widgets"
)

// hex is a colour written as RRGGBB.
func hex(n uint32) color.NRGBA {
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff}
}

// faint is a colour with an opacity from 0 to 255.
func faint(n uint32, alpha uint8) color.NRGBA {
	c := hex(n)
	c.A = alpha
	return c
}

// light and dark are the design's colour table. The Text and On colours are
// not in it: they are the table's hues made dark (or light) enough to be read
// at 4.5 to 1 on the soft and full ones.
var light = map[fyne.ThemeColorName]color.Color{
	widgets.ColorBackground:  hex(0xF6F4EF),
	widgets.ColorSurface:     hex(0xFFFFFF),
	widgets.ColorSunk:        hex(0xEEEBE4),
	widgets.ColorInk:         hex(0x20302B),
	widgets.ColorInk2:        hex(0x5C6A65),
	widgets.ColorLine:        hex(0xE3DFD6),
	widgets.ColorPrimary:     hex(0x2B7A68),
	widgets.ColorPrimarySoft: hex(0xDCEDE7),
	widgets.ColorPrimaryText: hex(0x24705F),
	widgets.ColorOnPrimary:   hex(0xFFFFFF),
	widgets.ColorHeat:        hex(0xD4602F),
	widgets.ColorHeatSoft:    hex(0xFBE7DC),
	widgets.ColorHeatText:    hex(0xA84518),
	widgets.ColorCold:        hex(0x3A7DB5),
	widgets.ColorColdSoft:    hex(0xDFECF7),
	widgets.ColorColdText:    hex(0x2A6797),
	widgets.ColorAmber:       hex(0xB67A18),
	widgets.ColorAmberSoft:   hex(0xF8EBD0),
	widgets.ColorAmberText:   hex(0x85560A),
	widgets.ColorOnAmber:     hex(0x1B1206),
	widgets.ColorDanger:      hex(0xB23A32),
	widgets.ColorFocus:       hex(0x2B7A68),
	widgets.ColorShade:       faint(0x20302B, 0x3c),
	widgets.ColorHover:       faint(0x20302B, 0x14),

	theme.ColorNameButton:              hex(0xEEEBE4),
	theme.ColorNameInputBackground:     hex(0xEEEBE4),
	theme.ColorNameInputBorder:         hex(0xE3DFD6),
	theme.ColorNamePlaceHolder:         hex(0x5C6A65),
	theme.ColorNameDisabled:            hex(0x8C9792),
	theme.ColorNameDisabledButton:      hex(0xEEEBE4),
	theme.ColorNameSeparator:           hex(0xE3DFD6),
	theme.ColorNameSelection:           hex(0xBFE0D5),
	theme.ColorNameFocus:               faint(0x2B7A68, 0x40),
	theme.ColorNamePressed:             faint(0x20302B, 0x20),
	theme.ColorNameScrollBar:           faint(0x20302B, 0x50),
	theme.ColorNameScrollBarBackground: color.Transparent,
	theme.ColorNameShadow:              faint(0x20302B, 0x10),
	theme.ColorNameOverlayBackground:   hex(0xFFFFFF),
	theme.ColorNameMenuBackground:      hex(0xFFFFFF),
	theme.ColorNameHyperlink:           hex(0x24705F),
}

var dark = map[fyne.ThemeColorName]color.Color{
	widgets.ColorBackground:  hex(0x131816),
	widgets.ColorSurface:     hex(0x1C2320),
	widgets.ColorSunk:        hex(0x262F2B),
	widgets.ColorInk:         hex(0xE9EFEB),
	widgets.ColorInk2:        hex(0x9AA8A1),
	widgets.ColorLine:        hex(0x2F3A35),
	widgets.ColorPrimary:     hex(0x5CC0A4),
	widgets.ColorPrimarySoft: hex(0x203B34),
	widgets.ColorPrimaryText: hex(0x6BCBB0),
	widgets.ColorOnPrimary:   hex(0x0E1A16),
	widgets.ColorHeat:        hex(0xF08A5D),
	widgets.ColorHeatSoft:    hex(0x3D2519),
	widgets.ColorHeatText:    hex(0xF4A07A),
	widgets.ColorCold:        hex(0x6FB1E4),
	widgets.ColorColdSoft:    hex(0x1A2E3F),
	widgets.ColorColdText:    hex(0x84BDE9),
	widgets.ColorAmber:       hex(0xE2B04F),
	widgets.ColorAmberSoft:   hex(0x3A2E14),
	widgets.ColorAmberText:   hex(0xE2B04F),
	widgets.ColorOnAmber:     hex(0x1B1206),
	widgets.ColorDanger:      hex(0xEF7F76),
	widgets.ColorFocus:       hex(0x5CC0A4),
	widgets.ColorShade:       faint(0x000000, 0xa0),
	widgets.ColorHover:       faint(0xE9EFEB, 0x16),

	theme.ColorNameButton:              hex(0x262F2B),
	theme.ColorNameInputBackground:     hex(0x262F2B),
	theme.ColorNameInputBorder:         hex(0x2F3A35),
	theme.ColorNamePlaceHolder:         hex(0x9AA8A1),
	theme.ColorNameDisabled:            hex(0x66736D),
	theme.ColorNameDisabledButton:      hex(0x262F2B),
	theme.ColorNameSeparator:           hex(0x2F3A35),
	theme.ColorNameSelection:           hex(0x2C5A4D),
	theme.ColorNameFocus:               faint(0x5CC0A4, 0x40),
	theme.ColorNamePressed:             faint(0xE9EFEB, 0x22),
	theme.ColorNameScrollBar:           faint(0xE9EFEB, 0x50),
	theme.ColorNameScrollBarBackground: color.Transparent,
	theme.ColorNameShadow:              faint(0x000000, 0x40),
	theme.ColorNameOverlayBackground:   hex(0x1C2320),
	theme.ColorNameMenuBackground:      hex(0x1C2320),
	theme.ColorNameHyperlink:           hex(0x6BCBB0),
}
