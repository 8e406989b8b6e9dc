package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestMeterKeepsToItsEnds(t *testing.T) {
	newApp(t)
	m := NewMeter()
	for in, want := range map[float64]float64{-1: 0, 0.25: 0.25, 7: 1} {
		m.Set(in)
		if m.Part() != want {
			t.Errorf("%g shows %g, want %g", in, m.Part(), want)
		}
	}
}

func TestSquareIsSmallerAlone(t *testing.T) {
	newApp(t)
	inner := container.NewWithoutLayout()
	q := NewSquare(100, 60, inner)
	for width, want := range map[float32]float32{100: 100, 80: 80, 300: 60} {
		q.Resize(fyne.NewSize(width, HeightFor(q, width)))
		if inner.Size() != fyne.NewSquareSize(want) {
			t.Errorf("%g wide: the picture is %v, want %g", width, inner.Size(), want)
		}
	}
}

// threeHigh is a page with three things, each of them nearly as high as it.
func threeHigh(t *testing.T) (*Page, [3]fyne.CanvasObject) {
	newApp(t)
	var all [3]fyne.CanvasObject
	box := NewColumn(0)
	for i := range all {
		all[i] = NewSquare(400, 400, container.NewWithoutLayout())
		box.Add(NewCard(all[i]))
	}
	p := NewPage(box)
	test.NewTempWindow(t, p).Resize(fyne.NewSize(436, 500))
	return p, all
}

// onPage is where an object stands in what is seen of a page.
func onPage(p *Page, o fyne.CanvasObject) float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(p).Y
}

func TestPageBeginsAtAnObject(t *testing.T) {
	p, all := threeHigh(t)
	p.BeginAt(all[1])
	if got := onPage(p, all[1]); got < 10 || got > 20 {
		t.Errorf("the second begins at %g", got)
	}
	p.BeginAt(all[2])
	if got := onPage(p, all[2]) + 400; got > p.Size().Height || got < p.Size().Height-60 {
		t.Errorf("scrolled past the end: it ends at %g of %g", got, p.Size().Height)
	}
	p.BeginAt(all[0])
	if got := onPage(p, all[0]); got < 0 || got > 20 {
		t.Errorf("the first begins at %g", got)
	}
}

func TestPageBringsInAsMuchAsFits(t *testing.T) {
	p, all := threeHigh(t)
	p.BringIn(all[1])
	at := onPage(p, all[1])
	if at < 20 || at+400 > p.Size().Height {
		t.Errorf("the second stands at %g to %g of %g", at, at+400, p.Size().Height)
	}
	p.BringIn(all[1])
	if again := onPage(p, all[1]); again != at {
		t.Errorf("it was in view, and moved from %g to %g", at, again)
	}
	p.Resize(fyne.NewSize(436, 300))
	p.BringIn(all[1])
	if got := onPage(p, all[1]); got < 20 || got > 28 {
		t.Errorf("higher than the page, it begins at %g", got)
	}
	loose := container.NewWithoutLayout() // of no page
	p.BringIn(loose)
}

func TestPageHoldsAnObjectWhereItIs(t *testing.T) {
	p, all := threeHigh(t)
	p.BringIn(all[1])
	before := onPage(p, all[1])
	p.Hold(all[1], func() {
		all[0].(*fyne.Container).Layout = Square{Side: 250, Alone: 250}
		all[0].Refresh()
		p.Reflow()
	})
	if after := onPage(p, all[1]); after < before-1 || after > before+1 {
		t.Errorf("moved from %g to %g", before, after)
	}
}
