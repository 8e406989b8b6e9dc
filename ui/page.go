package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// pageOf makes a screen's page with the design's margins.
func pageOf(content fyne.CanvasObject) *widgets.Page {
	p := widgets.NewPage(&fyne.Container{Layout: margins{}, Objects: []fyne.CanvasObject{content}})
	p.MaxWidth = 1180
	return p
}

// margins is the room around a screen: less where there is little.
type margins struct{}

func (margins) pad(width float32) widgets.Pad {
	if width < widgets.Px(560) {
		return widgets.Pad{Top: 20, Right: 18, Bottom: 24, Left: 18}
	}
	return widgets.Pad{Top: 26, Right: 30, Bottom: 30, Left: 30}
}

// HeightFor is the content's height and the margins.
func (m margins) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return m.pad(width).HeightFor(objects, width)
}

// Layout places the content inside the margins.
func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m.pad(size.Width).Layout(objects, size)
}

// MinSize is the content's with the narrow margins.
func (m margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return m.pad(0).MinSize(objects)
}
