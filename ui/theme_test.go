package ui

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestEveryTextCanBeRead(t *testing.T) {
	w := widgets.ColorSurface
	pairs := [][2]fyne.ThemeColorName{
		{widgets.ColorInk, widgets.ColorBackground},
		{widgets.ColorInk, w},
		{widgets.ColorInk, widgets.ColorSunk},
		{widgets.ColorInk, widgets.ColorPrimarySoft},
		{widgets.ColorInk, widgets.ColorAmberSoft},
		{widgets.ColorInk2, widgets.ColorBackground},
		{widgets.ColorInk2, w},
		{widgets.ColorInk2, widgets.ColorSunk},
		{widgets.ColorInk2, widgets.ColorPrimarySoft},
		{widgets.ColorInk2, widgets.ColorAmberSoft},
		{widgets.ColorPrimaryText, w},
		{widgets.ColorPrimaryText, widgets.ColorPrimarySoft},
		{widgets.ColorPrimaryText, widgets.ColorBackground},
		{widgets.ColorOnPrimary, widgets.ColorPrimary},
		{widgets.ColorOnAmber, widgets.ColorAmber},
		{widgets.ColorHeatText, widgets.ColorHeatSoft},
		{widgets.ColorColdText, widgets.ColorColdSoft},
		{widgets.ColorAmberText, widgets.ColorAmberSoft},
		{widgets.ColorDanger, w},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
	}
	for name, table := range map[string]map[fyne.ThemeColorName]color.Color{"light": light, "dark": dark} {
		for _, p := range pairs {
			if c := contrast(table[p[0]], table[p[1]]); c < 4.5 {
				t.Errorf("%s: %s on %s is %.2f to 1, want 4.5", name, p[0], p[1], c)
			}
		}
		// What is no text but must be seen: the focus ring.
		for _, back := range []fyne.ThemeColorName{widgets.ColorBackground, w, widgets.ColorPrimarySoft} {
			if c := contrast(table[widgets.ColorFocus], table[back]); c < 3 {
				t.Errorf("%s: the focus ring on %s is %.2f to 1, want 3", name, back, c)
			}
		}
	}
	for n := range light {
		if dark[n] == nil {
			t.Errorf("%s has no dark colour", n)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d light colours and %d dark ones", len(light), len(dark))
	}
}

func TestThemeFollowsTheSettings(t *testing.T) {
	bg := func(mode string, system fyne.ThemeVariant) color.Color {
		return NewTheme(settings.Window{Theme: mode, TextSize: 100}).Color(widgets.ColorBackground, system)
	}
	l, d := light[widgets.ColorBackground], dark[widgets.ColorBackground]
	for _, c := range []struct {
		mode   string
		system fyne.ThemeVariant
		want   color.Color
	}{
		{settings.ThemeSystem, theme.VariantLight, l},
		{settings.ThemeSystem, theme.VariantDark, d},
		{settings.ThemeLight, theme.VariantDark, l},
		{settings.ThemeDark, theme.VariantLight, d},
	} {
		if got := bg(c.mode, c.system); got != c.want {
			t.Errorf("%s where the system says %d: %v, want %v", c.mode, c.system, got, c.want)
		}
	}
}

func TestTextSizeScalesEverything(t *testing.T) {
	normal, large := NewTheme(settings.Window{TextSize: 100}), NewTheme(settings.Window{TextSize: 150})
	for _, n := range []fyne.ThemeSizeName{
		theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNamePadding, theme.SizeNameInnerPadding,
		theme.SizeNameInputRadius, theme.SizeNameInlineIcon, widgets.SizeScale,
	} {
		if a, b := normal.Size(n), large.Size(n); math.Abs(float64(b-1.5*a)) > 0.01 {
			t.Errorf("%s: %g at 100 %%, %g at 150 %%", n, a, b)
		}
	}
	for size, want := range map[int]float32{0: 0.8, 80: 0.8, 200: 2, 1000: 2} {
		if got := NewTheme(settings.Window{TextSize: size}).Size(widgets.SizeScale); got != want {
			t.Errorf("text size %d scales by %g, want %g", size, got, want)
		}
	}
}

func TestWeightsHaveTheirFonts(t *testing.T) {
	th := NewTheme(settings.Window{TextSize: 100})
	seen := map[string]bool{}
	for _, s := range []fyne.TextStyle{widgets.Regular, widgets.Medium, widgets.SemiBold, widgets.Bold} {
		f := th.Font(s)
		if seen[f.Name()] || len(f.Content()) < 10_000 {
			t.Errorf("%+v has the font %s of %d bytes", s, f.Name(), len(f.Content()))
		}
		seen[f.Name()] = true
	}
	if th.Font(fyne.TextStyle{Monospace: true}).Name() == regular.Name() {
		t.Error("Inter stands in for a monospaced font")
	}
}
