package player

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// smallestPacer is the least side of the shape, in pixels of the design.
const smallestPacer = 190

// arrange places everything in a size: the shape takes what the rest leaves.
func (b *breather) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	px := widgets.Px
	margin := px(18)
	inner := size.Width - 2*margin
	k := min(max(min(size.Width/px(designWide), size.Height/px(designHigh)), 1), 2)
	b.setZoom(k)
	above, below := b.above(inner), b.below(margin, 0, inner, false)
	side := min(max(size.Height-above-below, px(smallestPacer)), inner)
	y := px(14)
	h := widgets.HeightFor(b.name, inner)
	put(b.name, margin, y, inner, h)
	free := max(size.Height-above-below-side, 0)
	y = above + free/2
	put(b.pacer, (size.Width-side)/2, y, side, side)
	b.below(margin, y+side, inner, true)
	if b.drawn != b.zoom {
		b.drawn = b.zoom
		for _, o := range b.objects() {
			o.Refresh()
		}
	}
}

func (b *breather) above(inner float32) float32 {
	return widgets.Px(14) + widgets.HeightFor(b.name, inner)
}

// least is the height at which nothing is cut, at a width.
func (b *breather) least(width float32) float32 {
	was := b.zoom
	defer b.setZoom(was)
	b.setZoom(1)
	inner := width - 2*widgets.Px(18)
	return b.above(inner) + min(widgets.Px(smallestPacer), inner) + b.below(0, 0, inner, false)
}

func (b *breather) setZoom(k float32) {
	if k = max(k, 1); k == b.zoom {
		return
	}
	b.zoom = k
	b.name.TextSize, b.left.TextSize, b.note.TextSize = 15*k, 17*k, 14*min(k, 1.5)
	b.keys.TextSize, b.paceLabel.TextSize = 12.5*min(k, 1.5), 14*min(k, 1.4)
	b.pause.Zoom, b.quit.Zoom = min(k, 1.5), min(k, 1.5)
	b.chips.setZoom(min(k, 1.3))
}

// below lays out what stands under the shape, and gives its height. It only
// measures unless told to place.
func (b *breather) below(x, y, w float32, place bool) float32 {
	px := widgets.Px
	top := y
	text := func(t *widgets.Text, wide, gap float32) {
		wide = min(w, px(wide))
		h := widgets.HeightFor(t, wide)
		if place {
			put(t, x+(w-wide)/2, y, wide, h)
		}
		y += h + px(gap)
	}
	text(b.left, w, 6)
	text(b.note, 620*b.zoom, 14)
	y += b.row(x, y, w, place, 10, b.pace, b.paceLabel, b.pause, b.quit) + px(12)
	if h := b.row(x, y, w, place, 8, b.chips.objects()...); h > 0 {
		y += h + px(12)
	}
	text(b.keys, w, 14)
	return y - top
}

// row lays visible objects out in lines, each in the middle, and gives the
// height.
func (b *breather) row(x, y, w float32, place bool, gap float32, objects ...fyne.CanvasObject) float32 {
	space := widgets.Px(gap)
	top := y
	for len(objects) > 0 {
		n, wide, high := 0, float32(0), float32(0)
		for ; n < len(objects); n++ {
			if !objects[n].Visible() {
				continue
			}
			m := objects[n].MinSize()
			more := m.Width
			if wide > 0 {
				more += space
			}
			if wide > 0 && wide+more > w {
				break
			}
			wide, high = wide+more, max(high, m.Height)
		}
		if wide == 0 {
			break
		}
		at := x + max((w-wide)/2, 0)
		for _, o := range objects[:n] {
			if !o.Visible() {
				continue
			}
			m := o.MinSize()
			if place {
				put(o, at, y+(high-m.Height)/2, min(m.Width, w), m.Height)
			}
			at += m.Width + space
		}
		y += high + space
		objects = objects[n:]
	}
	return max(y-top-space, 0)
}
