package player

import (
	"fmt"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// chips are the switches for what is heard and how much of the screen is filled.
type chips struct {
	p                          *Player
	sounds, voice, full, onTop *widgets.Chip
}

func newChips(p *Player) *chips {
	c := &chips{p: p}
	c.sounds = widgets.NewChip(catalog.L("Sounds"), func(bool) { p.switchChimes() })
	c.voice = widgets.NewChip(catalog.L("Voice"), func(bool) { p.switchVoice() })
	c.full = widgets.NewChip(catalog.L("Full screen"), func(on bool) { p.setFull(on) })
	c.onTop = widgets.NewChip(catalog.L("Stay on top"), func(on bool) {
		p.setOnTop(on)
		c.onTop.SetOn(p.onTop)
	})
	return c
}

func (c *chips) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.sounds, c.voice, c.full, c.onTop}
}

func (c *chips) setZoom(k float32) {
	for _, x := range []*widgets.Chip{c.sounds, c.voice, c.full, c.onTop} {
		x.Zoom = k
	}
}

// update shows what is on, and hides what cannot be here.
func (c *chips) update() {
	o := c.p.o
	c.sounds.SetOn(o.Chimes != nil && o.Chimes())
	show(c.sounds, o.Chimes != nil && o.SetChimes != nil && o.Sounds != nil)
	c.voice.SetOn(o.Voice != nil && o.Voice())
	show(c.voice, o.SetVoice != nil && o.Sounds != nil)
	c.full.SetOn(c.p.full)
	show(c.full, o.Full != nil)
	c.onTop.SetOn(c.p.onTop)
	show(c.onTop, o.OnTop != nil && !c.p.full)
}

func (c *chips) key() string {
	return fmt.Sprint(c.sounds.On, c.sounds.Visible(), c.voice.On, c.voice.Visible(), c.full.On, c.onTop.On, c.onTop.Visible())
}
