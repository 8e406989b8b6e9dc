package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// said are the texts a prose draws, as one.
func said(p *Prose) string {
	var out []string
	for _, o := range test.WidgetRenderer(p).Objects() {
		out = append(out, o.(*canvas.Text).Text)
	}
	return strings.Join(out, "|")
}

func TestProseKeepsPunctuationAndReferencesTogether(t *testing.T) {
	newApp(t)
	p := NewProse(14, ColorInk, nil,
		Run{Text: "Crane or twist"}, Run{Ref: 1}, Run{Ref: 12}, Run{Text: ", then "}, Run{Text: "change", Style: SemiBold}, Run{Text: " something."})
	p.Resize(fyne.NewSize(900, 100))
	if got := said(p); got != "Crane or twist|1|,12|, then|change|something." {
		t.Errorf("it draws %q", got)
	}
	if got := p.AccessibilityLabel(); got != "Crane or twist (source 1) (source 12), then change something." {
		t.Errorf("it reads %q", got)
	}
	for width := float32(30); width < 300; width += 17 {
		for i, line := range p.broken(width) {
			if first := line[0].pieces[0]; first.run.Ref > 0 || strings.HasPrefix(first.text, ",") {
				t.Errorf("at %v line %d begins with %q", width, i, first.text)
			}
		}
	}
}

func TestProseFitsItsWidth(t *testing.T) {
	newApp(t)
	p := NewProse(14, ColorInk, nil, Run{Text: "Donaudampfschifffahrtsgesellschaft and many smaller words"}, Run{Ref: 3})
	last := float32(0)
	for width := float32(400); width >= 40; width -= 30 {
		h := p.HeightFor(width)
		if h < last {
			t.Errorf("at %v it is lower than where it is wider", width)
		}
		last = h
		p.Resize(fyne.NewSize(width, h))
		for _, o := range test.WidgetRenderer(p).Objects() {
			if right := o.Position().X + o.Size().Width; right > width+12 {
				t.Errorf("at %v %q ends at %v", width, o.(*canvas.Text).Text, right)
			}
		}
	}
	if one := p.HeightFor(2000); last < 3*one {
		t.Errorf("it never wraps: %v and %v", one, last)
	}
}

func TestPressingAReference(t *testing.T) {
	newApp(t)
	got := 0
	p := NewProse(14, ColorInk, func(n int) { got = n }, Run{Text: "Known"}, Run{Ref: 7}, Run{Text: " and more"})
	p.Resize(fyne.NewSize(400, 40))
	said(p)
	at := p.refs[0].at.AddXY(1, 6)
	p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 6)})
	if got != 0 {
		t.Error("a word leads somewhere")
	}
	p.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if p.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not show that the number can be pressed")
	}
	p.MouseOut()
	if p.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer stays a hand")
	}
	p.Tapped(&fyne.PointEvent{Position: at})
	if got != 7 {
		t.Errorf("the number leads to %d", got)
	}
}

func TestGridMakesRoomForItsColumns(t *testing.T) {
	newApp(t)
	var objects []fyne.CanvasObject
	for range 5 {
		objects = append(objects, NewParagraph("Some words that wrap", 14, Regular, ColorInk))
	}
	objects[1].Hide()
	g := NewGrid(Grid{Narrowest: 100, Most: 3, Gap: 10}, objects...)
	for width, want := range map[float32]int{90: 1, 150: 1, 215: 2, 330: 3, 900: 3} {
		g.Resize(fyne.NewSize(width, HeightFor(g, width)))
		columns := map[float32]bool{}
		for i, o := range objects {
			if i != 1 {
				columns[o.Position().X] = true
			}
		}
		if len(columns) != want {
			t.Errorf("%d columns at %v, want %d", len(columns), width, want)
		}
		last := objects[4]
		if bottom := last.Position().Y + last.Size().Height; bottom > HeightFor(g, width)+0.5 {
			t.Errorf("at %v the last ends at %v of %v", width, bottom, HeightFor(g, width))
		}
	}
}

func TestFoldedOpensOnDemand(t *testing.T) {
	newApp(t)
	made, told := 0, []bool{}
	f := NewFolded("More", func() fyne.CanvasObject {
		made++
		return NewParagraph("What is in it", 14, Regular, ColorInk)
	})
	f.OnChanged = func(on bool) { told = append(told, on) }
	shut := f.HeightFor(300)
	if made != 0 || f.head.AccessibilityLabel() != "More, shut" {
		t.Errorf("made %d times, reads %q", made, f.head.AccessibilityLabel())
	}
	f.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !f.Open() || f.HeightFor(300) <= shut || f.head.AccessibilityLabel() != "More, open" {
		t.Errorf("open: %v, %v high, reads %q", f.Open(), f.HeightFor(300), f.head.AccessibilityLabel())
	}
	test.Tap(f.head)
	test.Tap(f.head)
	if made != 1 || len(told) != 3 || f.HeightFor(300) <= shut {
		t.Errorf("made %d times, told %v", made, told)
	}
}

func TestWideOnlyLeavesOut(t *testing.T) {
	newApp(t)
	words := NewText("Kind", 14, Regular, ColorInk)
	w := NewWideOnly(300, words)
	w.Resize(fyne.NewSize(200, 0))
	if words.Visible() || HeightFor(w, 200) != 0 {
		t.Error("it shows where there is little room")
	}
	w.Resize(fyne.NewSize(400, HeightFor(w, 400)))
	if !words.Visible() || HeightFor(w, 400) == 0 {
		t.Error("it does not show where there is room")
	}
}
