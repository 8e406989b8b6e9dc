package ui

import (
	"bytes"
	"image"
	_ "image/jpeg" // photos may be
	_ "image/png"  // either
	"path"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/draw"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// pictureWide is how many pixels wide a photo is kept: enough for its place at
// 200 % on a fine display.
const pictureWide = 1200

// picture is the card with an exercise's photo or sketch; nil if it has none.
// The photo is read off the window's goroutine and comes a moment later.
func (s *entryScreen) picture(e *content.Exercise) fyne.CanvasObject {
	if e.Image == "" {
		return nil
	}
	box := widgets.NewColumn(0)
	card := widgets.NewCard(box)
	card.Padding = 10
	lib := s.w.library()
	fetch(s.w, func() (*canvas.Image, error) { return pictureOf(lib, e) }, func(img *canvas.Image, err error) {
		if err != nil {
			box.Add(widgets.NewParagraph(catalog.L("The picture cannot be shown: {{.Reason}}", catalog.D{"Reason": err.Error()}), 13.5, widgets.Regular, widgets.ColorInk2))
		} else {
			ratio := float32(0.75)
			if img.Image != nil {
				size := img.Image.Bounds().Size()
				ratio = float32(size.Y) / float32(max(size.X, 1))
			}
			box.Add(widgets.NewPicture(img, ratio, catalog.L("Picture of {{.Name}}", catalog.D{"Name": e.Name})))
		}
		s.p.Reflow()
	})
	return card
}

// pictureOf reads an exercise's picture and makes a photo small enough to be
// drawn quickly.
func pictureOf(lib *content.Library, e *content.Exercise) (*canvas.Image, error) {
	raw, err := lib.Picture(e)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(path.Ext(e.Image), ".svg") {
		return canvas.NewImageFromResource(fyne.NewStaticResource(e.ID+".svg", raw)), nil
	}
	photo, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	if size := photo.Bounds().Size(); size.X > pictureWide {
		small := image.NewNRGBA(image.Rect(0, 0, pictureWide, max(size.Y*pictureWide/size.X, 1)))
		draw.ApproxBiLinear.Scale(small, small.Bounds(), photo, photo.Bounds(), draw.Src, nil)
		photo = small
	}
	return canvas.NewImageFromImage(photo), nil
}
