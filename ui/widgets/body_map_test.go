package widgets

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/reminders/diary"
)

// The regions as the diary knows them: the five broad ones, the body map, and
// both at once.
func diaryRegions(of []diary.Region) []BodyRegion {
	out := make([]BodyRegion, len(of))
	for i, r := range of {
		out[i] = BodyRegion{ID: string(r), Name: r.Name()}
	}
	return out
}

func regionSets() map[string][]BodyRegion {
	return map[string][]BodyRegion{
		"broad": diaryRegions(diary.Broad()),
		"fine":  diaryRegions(diary.Regions()[len(diary.Broad()):]),
		"both":  diaryRegions(diary.Regions()),
	}
}

func shownMap(t *testing.T, regions []BodyRegion, width float32, changed func([]string)) *BodyMap {
	t.Helper()
	m := NewBodyMap(regions, changed)
	w := test.NewTempWindow(t, m)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, m.HeightFor(width)))
	return m
}

// spot is where a point of the body is in the widget.
func (m *BodyMap) spot(p point) fyne.Position {
	pos, size := m.figures(m.Size().Width)
	unit := size.Width / bodyWide
	return pos.AddXY(float32(p.x)*unit, float32(p.y)*unit)
}

func TestEveryRegionOfTheDiaryHasAPlace(t *testing.T) {
	for _, r := range diary.Regions() {
		if !slices.ContainsFunc(bodyShapes(), func(s bodyShape) bool { return s.id == string(r) }) {
			t.Errorf("%s is nowhere on the body", r)
		}
	}
	for _, s := range bodyShapes() {
		p := newBodyPatch(0, s)
		for i, c := range p.marks {
			if !p.lines[i].holds(c.point) || !bodyOutlineOf(s.side).holds(c.point) || c.wide < 6 {
				t.Errorf("%s: its mark stands beside it at %v, where it is %.1f wide", s.id, c.point, c.wide)
			}
		}
	}
}

// Regions that are told apart have no part of the body in common, and leave
// none out.
func TestFineRegionsCoverTheBodyOnce(t *testing.T) {
	patches := bodyPatches(regionSets()["fine"])
	for s := range bodySides {
		body := bodyOutlineOf(s)
		for y := 1.3; y < bodyTall; y += 2 {
			for x := bodyMiddle(s) - bodyHalf + 0.7; x < bodyMiddle(s)+bodyHalf; x += 2 {
				p := point{x, y}
				if !body.holds(p) {
					continue
				}
				n := 0
				for _, a := range patches {
					for _, l := range a.lines {
						if a.side == s && l.holds(p) {
							n++
						}
					}
				}
				if n != 1 {
					t.Errorf("figure %d: %d regions at %v", s, n, p)
				}
			}
		}
	}
}

// The left of a person is on the right of who looks at the front, and on the
// left of who looks at the back.
func TestLeftIsLeft(t *testing.T) {
	for _, s := range bodyShapes() {
		p := newBodyPatch(0, s)
		right := p.centre.x > bodyMiddle(s.side)
		if left := strings.HasSuffix(s.id, "-left"); left && right != (s.side == bodyFront) {
			t.Errorf("%s is on the wrong side of figure %d", s.id, s.side)
		}
		if strings.HasSuffix(s.id, "-right") && right != (s.side == bodyBack) {
			t.Errorf("%s is on the wrong side of figure %d", s.id, s.side)
		}
	}
}

func TestTapsMeanTheRegionTheyHit(t *testing.T) {
	newApp(t)
	for name, regions := range regionSets() {
		if name == "both" {
			continue // there the smaller one is meant: see below
		}
		for _, width := range []float32{150, 228, 400, 900} {
			m := shownMap(t, regions, width, nil)
			for _, p := range m.patches {
				for _, c := range p.marks {
					m.SetSelected(nil)
					m.Tapped(&fyne.PointEvent{Position: m.spot(c.point)})
					if got, want := m.Selected(), []string{regions[p.region].ID}; !slices.Equal(got, want) {
						t.Errorf("%s, %g wide: a tap on %v chose %v", name, width, want, got)
					}
					m.Tapped(&fyne.PointEvent{Position: m.spot(c.point)})
					if got := m.Selected(); len(got) != 0 {
						t.Errorf("%s, %g wide: a second tap left %v", name, width, got)
					}
				}
			}
		}
	}
}

func TestTapMeansTheSmallestRegionAndForgives(t *testing.T) {
	newApp(t)
	m := shownMap(t, []BodyRegion{{"lower-back", "lower back"}, {"low-back-left", "left lower back"}, {"hand-left", "left hand"}}, 400, nil)
	back := bodyMiddle(bodyBack)
	for _, tap := range []struct {
		at   point
		want string
	}{
		{point{back - 15, 104}, "low-back-left"},
		{point{back + 15, 104}, "lower-back"},
		{point{back - 53, 128}, "hand-left"}, // just beside the hand
		{point{back + 15, 90}, "lower-back"}, // just above
		{point{back, 60}, ""},
		{point{back, 20}, ""},
		{point{bodyMiddle(bodyFront), 104}, ""}, // the belly is no lower back
	} {
		m.SetSelected(nil)
		m.Tapped(&fyne.PointEvent{Position: m.spot(tap.at)})
		if got := strings.Join(m.Selected(), " "); got != tap.want {
			t.Errorf("a tap at %v chose %q, want %q", tap.at, got, tap.want)
		}
	}
	m.Disable()
	m.SetSelected(nil)
	m.Tapped(&fyne.PointEvent{Position: m.spot(point{back - 15, 104})})
	if len(m.Selected()) != 0 {
		t.Error("a disabled map was tapped")
	}
}

// From every region the arrow keys lead to every other.
func TestKeysReachEveryRegion(t *testing.T) {
	newApp(t)
	for name, regions := range regionSets() {
		m := shownMap(t, regions, 400, nil)
		for from := range m.patches {
			seen := map[int]bool{}
			for next := []int{from}; len(next) > 0; next = next[1:] {
				if seen[next[0]] {
					continue
				}
				seen[next[0]] = true
				for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown} {
					m.at = next[0]
					m.TypedKey(key(k))
					next = append(next, m.at)
				}
			}
			if len(seen) != len(m.patches) {
				for i := range m.patches {
					if !seen[i] {
						t.Errorf("%s: no way from %s to %s", name, m.region(from).ID, m.region(i).ID)
					}
				}
			}
		}
	}
}

// The arrow keys go where one looks for the next region, and stay at the edge.
func TestKeysGoWhereTheyPoint(t *testing.T) {
	patches := bodyPatches(regionSets()["fine"])
	at := func(id string, s bodySide) int {
		return slices.IndexFunc(patches, func(p bodyPatch) bool { return regionSets()["fine"][p.region].ID == id && p.side == s })
	}
	for _, c := range []struct {
		from   string
		side   bodySide
		dx, dy float64
		to     string
		on     bodySide
	}{
		{"head-neck", bodyFront, 0, 1, "chest", bodyFront},
		{"chest", bodyFront, -1, 0, "shoulder-right", bodyFront},
		{"chest", bodyFront, 1, 0, "shoulder-left", bodyFront},
		{"arm-left", bodyFront, 1, 0, "arm-left", bodyBack},
		{"low-back-middle", bodyBack, -1, 0, "low-back-left", bodyBack},
		{"low-back-middle", bodyBack, 1, 0, "low-back-right", bodyBack},
		{"low-back-left", bodyBack, 0, 1, "buttock-left", bodyBack},
		{"buttock-left", bodyBack, -1, 0, "hip-left", bodyBack},
		{"knee-left", bodyFront, 0, 1, "calf-left", bodyFront},
		{"foot-left", bodyFront, 1, 0, "foot-left", bodyBack},
		{"foot-right", bodyBack, 1, 0, "foot-right", bodyBack},
		{"calf-right", bodyFront, -1, 0, "calf-right", bodyFront},
		{"head-neck", bodyBack, 0, -1, "head-neck", bodyBack},
	} {
		if got := patchBeside(patches, at(c.from, c.side), c.dx, c.dy); got != at(c.to, c.on) {
			t.Errorf("from %s of figure %d by %g, %g: to %s", c.from, c.side, c.dx, c.dy, regionSets()["fine"][patches[got].region].ID)
		}
	}
}

func TestBodyMapByKeys(t *testing.T) {
	newApp(t)
	var heard [][]string
	m := shownMap(t, regionSets()["broad"], 400, func(ids []string) { heard = append(heard, ids) })
	m.FocusGained()
	said := func(want string) {
		t.Helper()
		if got := m.AccessibilityLabel(); got != "Body map: "+want {
			t.Errorf("named %q, want %q", got, want)
		}
		if got := m.said.Content; got != sentenceCase(want) {
			t.Errorf("below it says %q, want %q", got, sentenceCase(want))
		}
	}
	said("neck, not chosen")
	m.TypedKey(key(fyne.KeySpace))
	said("neck, chosen")
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		m.TypedKey(key(k))
	}
	said("lower back, chosen")
	m.SetPain(map[string]int{"lower-back": 6, "hips": 11})
	said("lower back, pain 6, chosen")
	m.TypedKey(key(fyne.KeyEnd))
	said("hips, not chosen")
	m.TypedKey(key(fyne.KeyHome))
	m.TypedKey(key(fyne.KeySpace))
	said("neck, not chosen")
	if want := [][]string{{"neck"}, {"neck", "lower-back"}, {"lower-back"}}; !slices.EqualFunc(heard, want, slices.Equal) {
		t.Errorf("heard %v, want %v", heard, want)
	}
	m.FocusLost()
	if got := m.said.Content; got != "Chosen: lower back" {
		t.Errorf("left alone it says %q", got)
	}
	escaped := false
	fyne.CurrentApp().Driver().CanvasForObject(m).SetOnTypedKey(func(k *fyne.KeyEvent) { escaped = k.Name == fyne.KeyEscape })
	m.TypedKey(key(fyne.KeyEscape))
	if !escaped {
		t.Error("Escape does not reach the window")
	}
}

func TestBodyMapSaysWhatIsPointedAt(t *testing.T) {
	newApp(t)
	m := shownMap(t, regionSets()["broad"], 400, nil)
	at := func(p point) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: m.spot(p)}}
	}
	m.MouseIn(at(point{bodyMiddle(bodyBack), 105}))
	if m.said.Content != "Lower back, not chosen" || m.Cursor() != desktop.PointerCursor {
		t.Errorf("over the lower back it says %q", m.said.Content)
	}
	m.MouseMoved(at(point{bodyMiddle(bodyBack), 220}))
	if m.said.Content != "Nothing chosen" || m.Cursor() != desktop.DefaultCursor {
		t.Errorf("over a foot it says %q", m.said.Content)
	}
	m.MouseMoved(at(point{bodyMiddle(bodyBack), 105}))
	m.MouseOut()
	m.SetSelected([]string{"hips", "neck"})
	if m.said.Content != "Chosen: neck, hips" {
		t.Errorf("it says %q", m.said.Content)
	}
	m = shownMap(t, regionSets()["fine"], 150, nil)
	m.SetSelected([]string{"low-back-left", "low-back-right", "thigh-back-left", "thigh-front-right"})
	if m.said.Content != "4 areas chosen" {
		t.Errorf("where the names have no room it says %q", m.said.Content)
	}
}

// What a visit was stored with is not lost because this map does not know it.
func TestBodyMapKeepsWhatItDoesNotKnow(t *testing.T) {
	newApp(t)
	var heard []string
	m := shownMap(t, append(regionSets()["broad"], BodyRegion{"whole-body", "whole body"}), 400, func(ids []string) { heard = ids })
	m.SetSelected([]string{"jaw", "hips", "jaw", "whole-body"})
	want := []string{"hips", "whole-body", "jaw"}
	if got := m.Selected(); !slices.Equal(got, want) {
		t.Errorf("selected %v, want %v", got, want)
	}
	m.TypedKey(key(fyne.KeySpace))
	if want := []string{"neck", "hips", "whole-body", "jaw"}; !slices.Equal(heard, want) {
		t.Errorf("heard %v, want %v", heard, want)
	}
	none := shownMap(t, []BodyRegion{{"whole-body", "whole body"}}, 400, nil)
	none.FocusGained()
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyDown, fyne.KeyEnd} {
		none.TypedKey(key(k))
	}
	none.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 100)})
	if none.AccessibilityLabel() != "Body map" || len(none.Selected()) != 0 {
		t.Errorf("a map without a place chose %v", none.Selected())
	}
}

func TestBodyListAndMapShowTheSame(t *testing.T) {
	newApp(t)
	told := 0
	m := NewBodyMap(append(regionSets()["broad"], BodyRegion{"whole-body", "whole body"}), func([]string) { told++ })
	l := m.List()
	w := test.NewTempWindow(t, NewColumn(8, m, l))
	w.Resize(fyne.NewSize(420, 700))
	high := l.HeightFor(200)
	test.Tap(l.chips[1])
	m.TypedKey(key(fyne.KeySpace))
	m.SetPain(map[string]int{"shoulders": 4})
	want := []string{"neck", "shoulders"}
	if !slices.Equal(m.Selected(), want) || !slices.Equal(l.Selected(), want) || told != 2 {
		t.Errorf("map %v, list %v, told %d times", m.Selected(), l.Selected(), told)
	}
	if c := l.chips[1]; !c.On || c.Label != "Shoulders · 4" || c.AccessibilityLabel() != "shoulders, pain 4, chosen" || !l.chips[0].On || l.chips[2].On {
		t.Errorf("the list shows %q: %q", c.Label, c.AccessibilityLabel())
	}
	m.SetPain(nil)
	if l.HeightFor(200) != high {
		t.Error("the list moves when a region is chosen")
	}
	w.Canvas().Focus(l.chips[0])
	for _, k := range []fyne.KeyName{fyne.KeyEnd, fyne.KeySpace, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeySpace} {
		w.Canvas().Focused().TypedKey(key(k))
	}
	if want := []string{"shoulders", "hips", "whole-body"}; !slices.Equal(m.Selected(), want) {
		t.Errorf("by keys %v, want %v", m.Selected(), want)
	}
	l.SetSelected(nil)
	if len(m.Selected()) != 0 || told != 5 {
		t.Errorf("emptied: %v, told %d times", m.Selected(), told)
	}
}

// twoInks shows heat in one colour and the rest in another.
type twoInks struct{ fyne.Theme }

func (twoInks) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if n == ColorHeat || n == ColorHeatSoft {
		return color.NRGBA{0xD4, 0x60, 0x2F, 0xff}
	}
	return color.Gray{0xEA}
}

// The picture is as large as asked, shows what is chosen, and is not worked
// out anew for it.
func TestBodyPicture(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(twoInks{theme.DefaultTheme()})
	m := shownMap(t, regionSets()["broad"], 400, nil)
	for _, side := range []int{1, 40, 230, 900} {
		if img := m.draw(side, side+10); img.Bounds().Dx() != side || img.Bounds().Dy() != side+10 {
			t.Errorf("asked for %d, got %v", side, img.Bounds())
		}
	}
	const w, h = bodyWide * 2, bodyTall * 2
	at := func(x, y float64) [4]uint32 {
		r, g, b, a := m.draw(w, h).At(int(2*x), int(2*y)).RGBA()
		return [4]uint32{r, g, b, a}
	}
	back := bodyMiddle(bodyBack)
	plain, kept := at(back-12, 105), m.picture
	m.SetSelected([]string{"lower-back"})
	if at(back-12, 105) == plain || m.picture != kept {
		t.Error("a chosen region looks the same, or all was worked out anew")
	}
	if at(back-12, 80) != plain {
		t.Error("its neighbour changed too")
	}
	if at(bodyWide/2, 20)[3] != 0 {
		t.Error("there is something between the figures")
	}
}

func BenchmarkBodyPicture(b *testing.B) {
	test.NewTempApp(b)
	p := bodyPatches(regionSets()["fine"])
	b.ReportAllocs()
	for b.Loop() {
		newBodyPicture(700, 770, 2, p)
	}
}

func BenchmarkBodyPatches(b *testing.B) {
	for b.Loop() {
		bodyPatches(regionSets()["fine"])
	}
}

func BenchmarkBodyHover(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.DefaultTheme())
	m := NewBodyMap(regionSets()["fine"], nil)
	m.Resize(fyne.NewSize(350, m.HeightFor(350)))
	b.ReportAllocs()
	for b.Loop() {
		m.under = (m.under + 1) % len(m.patches)
		m.draw(700, 770)
	}
}
