package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func threeAnswers(heard *[]int) *Choice {
	return NewChoice("Tea", []Option{{"Yes", Accent}, {"Perhaps later today", Amber}, {"No", Neutral}}, func(n int) { *heard = append(*heard, n) })
}

func TestChoiceByKeys(t *testing.T) {
	newApp(t)
	var heard []int
	c := threeAnswers(&heard)
	for _, k := range []fyne.KeyName{
		fyne.KeyLeft, fyne.KeySpace, fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyEnter, fyne.KeyEnter, fyne.KeyUp,
	} {
		c.TypedKey(key(k))
	}
	for _, r := range "1940" {
		c.TypedRune(r)
	}
	if want := []int{0, 1, 2, -1, 0}; !slices.Equal(heard, want) {
		t.Errorf("given %v, want %v", heard, want)
	}
	if got := c.AccessibilityLabel(); got != "Tea: Yes, chosen" {
		t.Errorf("named %q", got)
	}
	c.TypedKey(key(fyne.KeyRight))
	if got := c.AccessibilityLabel(); got != "Tea: Perhaps later today, not chosen" {
		t.Errorf("named %q", got)
	}
	c.Disable()
	c.TypedRune('3')
	if c.Selected != 0 {
		t.Error("a disabled choice was answered")
	}
}

func TestChoiceByPointer(t *testing.T) {
	newApp(t)
	var heard []int
	c := threeAnswers(&heard)
	test.NewTempWindow(t, c).Resize(fyne.NewSize(600, 100))
	for _, wide := range []float32{600, 160} {
		c.Resize(fyne.NewSize(wide, c.HeightFor(wide)))
		c.Select(-1)
		heard = nil
		for _, b := range c.boxes(wide) {
			if b.x+b.w > wide+0.5 || b.y+b.h > c.Size().Height+0.5 {
				t.Errorf("%g wide: an answer stands outside: %+v", wide, b)
			}
			c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(b.x+b.w/2, b.y+b.h/2)})
		}
		if want := []int{0, 1, 2}; !slices.Equal(heard, want) {
			t.Errorf("%g wide: given %v, want %v", wide, heard, want)
		}
		c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(-3, 2)})
		if len(heard) != 3 {
			t.Error("a tap beside the answers gave one")
		}
	}
	if c.HeightFor(600) >= c.HeightFor(160) {
		t.Error("the answers do not go on in a next line")
	}
}

func TestSelectTellsNobody(t *testing.T) {
	newApp(t)
	var heard []int
	c := threeAnswers(&heard)
	c.Select(2)
	c.Select(7)
	c.Select(-1)
	if len(heard) != 0 || c.Selected != -1 {
		t.Errorf("heard %v, selected %d", heard, c.Selected)
	}
}
