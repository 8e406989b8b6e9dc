package ui

import (
	"bytes"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// photoField shows the picture of an exercise and lets one choose another, from
// the disk or by dropping a file on the window.
type photoField struct {
	f      *exerciseForm
	box    *fyne.Container
	view   *fyne.Container
	choose *widgets.Button
	asked  int // how many were looked at, so that a slow one does not come last
}

// pictureEnds are how the files of pictures end.
var pictureEnds = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg"}

func newPhotoField(f *exerciseForm) *photoField {
	p := &photoField{f: f, view: widgets.NewColumn(0)}
	p.choose = widgets.NewButton(catalog.L("Choose a picture"), widgets.Quiet, func() {
		f.s.w.files.open(catalog.L("Choose a picture"), pictureEnds, p.take)
	})
	p.box = widgets.NewColumn(10, p.view, widgets.NewWrap(8, 8, p.choose),
		widgets.NewParagraph(catalog.L("Or drop a file on this window. It is copied; what a photo says of where and when it was taken is left out."), 13, widgets.Regular, widgets.ColorInk2))
	p.empty()
	if e := f.was; e != nil {
		o, _ := f.s.w.thumb(e, tallestFigure, f.s.p.Reflow)
		p.view.Objects = []fyne.CanvasObject{o}
	}
	return p
}

// empty shows where the picture will be.
func (p *photoField) empty() {
	hint := widgets.NewTintedCard(widgets.ColorSunk, widgets.NewPad(26, 0, 26, 0, centred(widgets.NewWrap(0, 0,
		widgets.NewHeading(catalog.L("No picture yet"), 14, widgets.Medium, widgets.ColorInk2)))))
	hint.Padding = 12
	p.view.Objects = []fyne.CanvasObject{hint}
}

// untakenText is why a picture cannot be used.
func untakenText(err error) string {
	p := asPackProblems(err)[0]
	text := catalog.L("Not taken: {{.Problem}}", catalog.D{"Problem": sentence(p.What) + "."})
	if p.Hint != "" {
		text += " " + sentence(p.Hint) + "."
	}
	return text
}

// take looks at a picture. One that cannot be used is refused with the reason,
// and the one before it stays.
func (p *photoField) take(at string) {
	p.asked++
	this := p.asked
	w := p.f.s.w
	type looked struct {
		img   *canvas.Image
		ratio float32
	}
	fetch(w, func() (looked, error) {
		raw, ext, err := w.Packs.Photo(at)
		if err != nil {
			return looked{}, err
		}
		if ext == ".svg" {
			return looked{canvas.NewImageFromResource(fyne.NewStaticResource("photo.svg", raw)), 1}, nil
		}
		img, _, err := image.Decode(bytes.NewReader(raw))
		if err != nil {
			return looked{}, err
		}
		size := img.Bounds().Size()
		return looked{canvas.NewImageFromImage(img), float32(size.Y) / float32(max(size.X, 1))}, nil
	}, func(l looked, err error) {
		if this != p.asked {
			return
		}
		if err != nil {
			p.f.fields["photo"].fail(untakenText(err))
			p.f.s.p.Reflow()
			return
		}
		p.f.draft.Photo = at
		p.view.Objects = []fyne.CanvasObject{widgets.NewPicture(l.img, l.ratio, catalog.L("The chosen picture"))}
		p.view.Refresh()
		p.choose.SetLabel(catalog.L("Choose another picture"))
		p.f.edited("photo")
	})
}
