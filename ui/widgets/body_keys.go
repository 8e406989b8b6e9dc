package widgets

import "fyne.io/fyne/v2"

// TypedKey moves between the regions and chooses one.
func (m *BodyMap) TypedKey(k *fyne.KeyEvent) {
	if len(m.patches) == 0 || m.disabled {
		passOn(m, k)
		return
	}
	var to int
	switch k.Name {
	case fyne.KeyLeft:
		to = patchBeside(m.patches, m.at, -1, 0)
	case fyne.KeyRight:
		to = patchBeside(m.patches, m.at, 1, 0)
	case fyne.KeyUp:
		to = patchBeside(m.patches, m.at, 0, -1)
	case fyne.KeyDown:
		to = patchBeside(m.patches, m.at, 0, 1)
	case fyne.KeyHome:
		to = m.first()
	case fyne.KeyEnd:
		to = m.last()
	default:
		if m.pressed(k) {
			m.choice.toggle(m.region(m.at).ID)
		}
		return
	}
	// What the pointer rests on must not hide where the keys went.
	m.at, m.under = to, -1
	m.Refresh()
}

// first is the highest patch of the front; of the back, where that has none.
func (m *BodyMap) first() int { return m.utmost(before) }

// last is the lowest of the back.
func (m *BodyMap) last() int { return m.utmost(func(a, b bodyPatch) bool { return before(b, a) }) }

// before is the order one reads the patches in: front and back, from the top,
// from the left.
func before(a, b bodyPatch) bool {
	switch {
	case a.side != b.side:
		return a.side < b.side
	case a.centre.y < b.centre.y-1 || a.centre.y > b.centre.y+1:
		return a.centre.y < b.centre.y
	}
	return a.centre.x < b.centre.x
}

func (m *BodyMap) utmost(sooner func(a, b bodyPatch) bool) int {
	best := 0
	for i, p := range m.patches {
		if sooner(p, m.patches[best]) {
			best = i
		}
	}
	return best
}
