package diary

import "slices"

// parts are the places of the body map that lie in a broad region.
var parts = map[Region][]Region{
	Neck:      {"head-neck"},
	Shoulders: {"shoulder-left", "shoulder-right"},
	UpperBack: {"upper-back-left", "upper-back-right", "mid-back-left", "mid-back-right"},
	LowerBack: {"low-back-left", "low-back-right", "low-back-middle"},
	Hips:      {"hip-left", "hip-right", "buttock-left", "buttock-right"},
}

// Overlaps tells whether something on one region also lies on another: it is
// the same one or a part of it, or next to it where there is no line between
// them, as between the middle and the sides of the lower back.
func (r Region) Overlaps(o Region) bool {
	if r == o || slices.Contains(parts[r], o) || slices.Contains(parts[o], r) {
		return true
	}
	const middle = "low-back-middle"
	return (r == middle || o == middle) && r.In(LowerBack) && o.In(LowerBack)
}

// In tells whether a region is a broad one, or lies in it.
func (r Region) In(broad Region) bool { return r == broad || slices.Contains(parts[broad], r) }
