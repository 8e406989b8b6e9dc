package widgets

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/content/figure"
)

// thereAndBack moves two seconds and holds one.
var thereAndBack = figure.Pace{MoveS: 2, HoldS: 1}

func TestFigureStandsStillUntilItPlays(t *testing.T) {
	d := newDisplay(t, thereAndBack)
	d.v.draw(48, 48)
	if d.v.moment != (figure.Moment{Way: 1}) {
		t.Errorf("it stands at %v", d.v.moment)
	}
	d.run(time.Second)
	if d.v.ticks || len(d.drawn) > 0 || d.v.tools != nil {
		t.Errorf("nothing moves, and still: ticks %v, %d frames", d.v.ticks, len(d.drawn))
	}
}

func TestFigureMovesTheSameEachTime(t *testing.T) {
	var first []figure.Moment
	for range 2 {
		d := newDisplay(t, thereAndBack)
		d.v.Play()
		d.run(3 * time.Second)
		if first == nil {
			first = d.drawn
			continue
		}
		if !slices.Equal(first, d.drawn) {
			t.Error("another run draws other moments")
		}
	}
	// Two seconds of three it moves, thirty times a second; while it holds,
	// nothing is drawn.
	if n := len(first); n < 58 || n > 62 {
		t.Errorf("%d frames, want about 60", n)
	}
	for i := 1; i < len(first); i++ {
		if step := first[i].Way - first[i-1].Way; step > 0.04 || step < -0.04 {
			t.Errorf("frame %d jumps by %.3f", i, step)
		}
	}
	lowest := slices.MinFunc(first, func(a, b figure.Moment) int {
		if a.Way < b.Way {
			return -1
		}
		return 1
	})
	if lowest.Way > 0.04 {
		t.Errorf("it never gets back to its start: %.2f", lowest.Way)
	}
}

func TestFigureUnseenRests(t *testing.T) {
	d := newDisplay(t, figure.Pace{MoveS: 4})
	d.v.Play()
	d.run(time.Second)
	d.seen = false
	d.run(time.Second)
	if d.v.ticks {
		t.Error("it ticks though nobody looks")
	}
	d.seen = true
	before := len(d.drawn)
	d.run(time.Second)
	if !d.v.ticks || len(d.drawn) < before+25 {
		t.Errorf("seen again it draws %d frames", len(d.drawn)-before)
	}
}

func TestFigureHaltsAndGoesOn(t *testing.T) {
	d := newDisplay(t, figure.Pace{MoveS: 4})
	d.v.Play()
	d.run(time.Second)
	d.v.Halt()
	d.paint()
	at := d.v.moment
	d.run(time.Second)
	if d.v.moment != at || d.v.ticks || d.v.Moving() || at.Way > 0.6 || at.Way < 0.4 {
		t.Errorf("halted at %v, now %v", at, d.v.moment)
	}
	d.v.Play()
	d.run(100 * time.Millisecond)
	if gone := at.Way - d.v.moment.Way; gone <= 0 || gone > 0.06 {
		t.Errorf("it goes on from %v with %v", at, d.v.moment)
	}
}

func TestFigureSettles(t *testing.T) {
	for _, p := range []figure.Pace{{MoveS: 4, HoldS: 1}, {MoveS: 4, Circle: true}} {
		d := newDisplay(t, p)
		d.v.Play()
		d.run(2200 * time.Millisecond)
		d.v.Settle()
		d.run(400 * time.Millisecond)
		if d.v.moment != stillAt || d.v.ticks {
			t.Errorf("%v: it settles at %v, ticks %v", p, d.v.moment, d.v.ticks)
		}
		// Told again in the middle of it, it moves from where it would stand.
		d.v.Play()
		d.run(time.Second)
		d.v.Settle()
		d.run(100 * time.Millisecond)
		d.v.Play()
		d.run(100 * time.Millisecond)
		if !d.v.Moving() || !d.v.ticks {
			t.Errorf("%v: it does not move again", p)
		}
	}
}

func TestFigureCalm(t *testing.T) {
	d := newDisplay(t, thereAndBack)
	calm := true
	d.v.Calm = func() bool { return calm }
	d.v.PlayGently()
	d.run(time.Second)
	if d.v.Moving() || len(d.drawn) > 0 {
		t.Error("it moves though motion is to be left out")
	}
	d.v.Play() // the person pressed Play
	d.run(2 * time.Second)
	if !d.v.Moving() || len(d.drawn) == 0 {
		t.Error("it does not move though it was told to")
	}
	d.v.Settle()
	d.run(time.Second)
	calm = false
	d.v.PlayGently()
	if !d.v.Moving() {
		t.Error("it does not move")
	}
}

func TestFigureMovesGentlyForAWhile(t *testing.T) {
	d := newDisplay(t, figure.Pace{MoveS: 4})
	rested := 0
	d.v.Enough, d.v.OnRest = 10*time.Second, func() { rested++ }
	d.v.PlayGently()
	d.run(9 * time.Second)
	if !d.v.Moving() || rested != 0 {
		t.Error("it rests too early")
	}
	d.run(2 * time.Second)
	if d.v.Moving() || d.v.ticks || rested != 1 || d.v.moment != stillAt {
		t.Errorf("after a while: ticks %v, rested %d times at %v", d.v.ticks, rested, d.v.moment)
	}
	d.v.Play() // the person wants more
	d.run(30 * time.Second)
	if !d.v.Moving() || rested != 1 {
		t.Error("it rests though it was told to move")
	}
}

func TestFigureWithNothingToMove(t *testing.T) {
	d := newDisplay(t, figure.Pace{})
	d.v.Play()
	d.run(time.Second)
	if d.v.ticks || d.v.Moving() || len(d.drawn) > 0 {
		t.Error("it moves")
	}
}

func TestFigureClockPutBack(t *testing.T) {
	d := newDisplay(t, figure.Pace{MoveS: 4})
	d.v.Play()
	d.run(time.Second)
	d.now = d.now.Add(-time.Hour)
	d.run(time.Second)
	if w := d.v.moment.Way; !d.v.ticks || w < 0 || w > 1 {
		t.Errorf("at %v, ticks %v", d.v.moment, d.v.ticks)
	}
}

func TestFigureIsMadeWhenSeen(t *testing.T) {
	d := newDisplay(t, thereAndBack)
	if len(d.made) != 0 {
		t.Error("it is made before anybody looks")
	}
	d.v.draw(48, 48)
	d.v.draw(48, 48)
	d.v.Mirror(true)
	d.v.Mirror(true)
	d.v.draw(48, 48)
	if !slices.Equal(d.made, []bool{false, true}) || !d.v.Mirrored() {
		t.Errorf("made for %v", d.made)
	}
}

func TestFigureThatCannotBeMade(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(paper{theme.DefaultTheme()})
	tries := 0
	v := NewFigureView(func(bool) (*figure.Figure, error) { tries++; return nil, errors.New("no such pose") }, thereAndBack)
	v.Resize(fyne.NewSquareSize(48))
	test.WidgetRenderer(v).Layout(fyne.NewSquareSize(48))
	img := v.draw(48, 48)
	v.draw(48, 48)
	if _, _, _, a := img.At(24, 24).RGBA(); a != 0xffff || tries != 1 {
		t.Errorf("the ground is missing, or it was tried %d times", tries)
	}
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Error("the corners are not round")
	}
}

func TestFigureTileMovesWhileLookedAt(t *testing.T) {
	d := newDisplay(t, figure.Pace{MoveS: 4})
	opened := 0
	tile := NewFigureTile("Arms", d.v, NewColumn(0, d.v), func() { opened++ })
	for name, look := range map[string][2]func(){
		"pointed at": {func() { tile.MouseIn(nil) }, tile.MouseOut},
		"focused":    {tile.FocusGained, tile.FocusLost},
	} {
		look[0]()
		d.run(time.Second)
		if !d.v.Moving() {
			t.Errorf("%s: it does not move", name)
		}
		look[1]()
		d.run(time.Second)
		if d.v.Moving() || d.v.ticks || d.v.moment != stillAt {
			t.Errorf("%s: it does not come to rest", name)
		}
	}
	tile.MouseIn(nil)
	tile.FocusGained()
	tile.MouseOut()
	d.run(500 * time.Millisecond)
	if !d.v.Moving() {
		t.Error("it stops while it has the focus")
	}
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		tile.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if opened != 2 {
		t.Errorf("Enter and Space opened it %d times", opened)
	}
	bare := NewFigureTile("Photo", nil, NewColumn(0), nil)
	bare.MouseIn(nil)
	bare.MouseOut()
}

func BenchmarkFigureFrame480(b *testing.B) {
	d := newDisplay(b, figure.Pace{MoveS: 4})
	d.v.Play()
	b.ReportAllocs()
	for b.Loop() {
		d.now = d.now.Add(33 * time.Millisecond)
		d.v.moment, _ = d.v.motion.at(d.now)
		d.v.draw(480, 480)
	}
}

func BenchmarkFigureStill136(b *testing.B) {
	d := newDisplay(b, thereAndBack)
	b.ReportAllocs()
	for b.Loop() {
		d.v.draw(136, 136)
	}
}
