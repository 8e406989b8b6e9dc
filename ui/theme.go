package ui

import (
	_ "embed"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

var (
	//go:embed fonts/Inter-Regular.otf
	regularFont []byte
	//go:embed fonts/Inter-Medium.otf
	mediumFont []byte
	//go:embed fonts/Inter-SemiBold.otf
	semiBoldFont []byte
	//go:embed fonts/Inter-Bold.otf
	boldFont []byte
)

// The fonts are kept as one resource each: Fyne caches a font by it. Writing
// systems Inter does not have fall back to Fyne's and the system's fonts.
var (
	regular  = &fyne.StaticResource{StaticName: "Inter-Regular.otf", StaticContent: regularFont}
	medium   = &fyne.StaticResource{StaticName: "Inter-Medium.otf", StaticContent: mediumFont}
	semiBold = &fyne.StaticResource{StaticName: "Inter-SemiBold.otf", StaticContent: semiBoldFont}
	bold     = &fyne.StaticResource{StaticName: "Inter-Bold.otf", StaticContent: boldFont}
)

// Theme is how the window looks: the colours of the design in light and dark,
// Inter as the typeface, and every size scaled by the person's text size.
type Theme struct {
	mode  string  // settings.ThemeSystem, ThemeLight or ThemeDark
	scale float32 // 1 is 100 %
}

var _ fyne.Theme = Theme{}

// NewTheme makes the theme the settings ask for.
func NewTheme(w settings.Window) Theme {
	return Theme{mode: w.Theme, scale: float32(min(max(w.TextSize, 80), 200)) / 100}
}

// Dark tells whether the theme is dark where the system says variant.
func (t Theme) Dark(variant fyne.ThemeVariant) bool {
	switch t.mode {
	case settings.ThemeLight:
		return false
	case settings.ThemeDark:
		return true
	default:
		return variant == theme.VariantDark
	}
}

// Color answers a colour of the table, and Fyne's own for names it lacks.
func (t Theme) Color(n fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	table := light
	if t.Dark(variant) {
		table, variant = dark, theme.VariantDark
	} else {
		variant = theme.VariantLight
	}
	if c, ok := table[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, variant)
}

// Font answers the weight the style asks for.
func (t Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Italic || s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold && s.TabWidth == widgets.Medium.TabWidth:
		return medium
	case s.Bold && s.TabWidth == widgets.SemiBold.TabWidth:
		return semiBold
	case s.Bold:
		return bold
	default:
		return regular
	}
}

// Icon answers Fyne's own icons.
func (t Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size answers a size of the design times the text size.
func (t Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case widgets.SizeScale:
		return t.scale
	case theme.SizeNameText:
		return 14 * t.scale
	case theme.SizeNameCaptionText:
		return 12.5 * t.scale
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius:
		return 9 * t.scale
	case theme.SizeNameInnerPadding:
		return 9 * t.scale
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameScrollBarRadius:
		return 5
	default:
		return theme.DefaultTheme().Size(n) * t.scale
	}
}
