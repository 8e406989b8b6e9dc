package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"github.com/unhunch/unhunch/ui/widgets"
)

// TestAccentsAreWhole draws capitals with what stands above them: a text is cut
// off above the font's own ascent, so nothing may touch the first row.
func TestAccentsAreWhole(t *testing.T) {
	s := newStage(t, Today)
	for name, style := range map[string]fyne.TextStyle{
		"regular": {}, "medium": widgets.Medium, "semi-bold": widgets.SemiBold, "bold": widgets.Bold,
	} {
		for _, letter := range "ÄÖÜÉÚŽŠČĞİÑÊ" {
			text := canvas.NewText(string(letter), widgets.Color(widgets.ColorInk))
			text.TextSize, text.TextStyle = 400, style // so large that a pixel is next to nothing
			s.frame.SetContent(container.NewWithoutLayout(text))
			text.Resize(text.MinSize())
			text.Move(fyne.NewPos(0, 20))
			img := s.canvas.Capture()
			paper := img.At(1000, 700)
			for x := range int(text.MinSize().Width) {
				if img.At(x, 20) != paper {
					t.Errorf("%s: %c is cut off", name, letter)
					break
				}
			}
		}
	}
}
