package speech

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// pitches are the notes a listener should hear, and nothing else of the scale.
var pitches = map[Chime][]float64{
	Start: {c5, g5}, HalfWay: {e5}, Change: {e5, a5}, Tick: {c6}, Rest: {g4, e4}, End: {g5, e5, c5},
	BreatheIn: {g4, c5}, BreatheOut: {c5, e4},
}

// every are all chimes.
func every() []Chime { return append(Chimes(), Breaths()...) }

// power is how much of one pitch is in the samples (Goertzel), as the
// amplitude a steady tone of the same length would have, of full scale.
func power(samples []int16, hz float64) float64 {
	coeff := 2 * math.Cos(2*math.Pi*hz/Rate)
	var a, b float64
	for _, v := range samples {
		a, b = float64(v)/math.MaxInt16+coeff*a-b, a
	}
	return 2 * math.Sqrt(max(a*a+b*b-coeff*a*b, 0)) / float64(len(samples))
}

func peak(samples []int16) int {
	p := 0
	for _, v := range samples {
		p = max(p, int(math.Abs(float64(v))))
	}
	return p
}

func TestEveryChimeIsPlayable(t *testing.T) {
	if len(melodies) != len(every()) {
		t.Errorf("%d chimes are listed, %d have a melody", len(every()), len(melodies))
	}
	for _, c := range every() {
		s := c.Samples(100)
		length := time.Duration(len(s)) * time.Second / Rate
		if length < 149*time.Millisecond || length > 901*time.Millisecond || (c.Length()-length).Abs() > time.Millisecond {
			t.Errorf("%s is %v long and says %v; want 150 to 900 ms", c, length, c.Length())
		}
		least := math.MaxInt16 / 3
		if melodies[c].soft > 0 {
			least = math.MaxInt16 / 6
		}
		if p := peak(s); p < least || p > math.MaxInt16*6/10 {
			t.Errorf("%s peaks at %d of %d", c, p, math.MaxInt16)
		}
		// A step of more than 1 % at an end would be heard as a click.
		if s[0] != 0 || s[len(s)-1] != 0 || peak(s[:20]) > math.MaxInt16/50 || peak(s[len(s)-20:]) > math.MaxInt16/500 {
			t.Errorf("%s clicks: begins %v, ends %v", c, s[:20], s[len(s)-20:])
		}
		for i := 1; i < len(s); i++ {
			if step := int(s[i]) - int(s[i-1]); step > math.MaxInt16/4 || step < -math.MaxInt16/4 {
				t.Fatalf("%s jumps by %d at sample %d", c, step, i)
			}
		}
	}
}

func TestEveryChimeHasItsPitch(t *testing.T) {
	for _, c := range every() {
		s := c.Samples(100)
		weakest := math.Inf(1)
		for _, hz := range pitches[c] {
			weakest = min(weakest, power(s, hz))
		}
		if weakest < 0.02 {
			t.Errorf("%s: its weakest note has an amplitude of %.3f only", c, weakest)
		}
		for _, hz := range []float64{110, 160, 230, 2 * c6 * 1.3, 5000, 9000} {
			if p := power(s, hz); p > weakest/3 {
				t.Errorf("%s: %.0f Hz has an amplitude of %.3f beside %.3f", c, hz, p, weakest)
			}
		}
	}
}

// Two chimes that nobody could tell apart would be one.
func TestChimesDiffer(t *testing.T) {
	for i, a := range every() {
		for _, b := range every()[i+1:] {
			x, y := a.Samples(100), b.Samples(100)
			n := min(len(x), len(y))
			var xy, xx, yy float64
			for k := range n {
				p, q := float64(x[k]), float64(y[k])
				xy, xx, yy = xy+p*q, xx+p*p, yy+q*q
			}
			if r := xy / math.Sqrt(xx*yy); r > 0.7 {
				t.Errorf("%s and %s are alike: %.2f", a, b, r)
			}
		}
	}
}

func TestVolume(t *testing.T) {
	if p := peak(Start.Samples(0)); p != 0 {
		t.Errorf("volume 0 peaks at %d", p)
	}
	full := float64(peak(Start.Samples(100)))
	if half := 20 * math.Log10(float64(peak(Start.Samples(50)))/full); math.Abs(half+18) > 0.5 {
		t.Errorf("half the volume is %.1f dB, want -18", half)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(-50, 150).Draw(t, "a"), rapid.IntRange(-50, 150).Draw(t, "b")
		a, b = min(a, b), max(a, b)
		if pa, pb := peak(Tick.Samples(a)), peak(Tick.Samples(b)); pa > pb {
			t.Fatalf("at %d %% it is louder (%d) than at %d %% (%d)", a, pa, b, pb)
		}
	})
}

func TestUnknownChime(t *testing.T) {
	if c := Chime("gong"); c.Samples(100) != nil || c.Length() != 0 || c.known() {
		t.Errorf("a chime that does not exist: %d samples, %v", len(c.Samples(100)), c.Length())
	}
}

func TestWAV(t *testing.T) {
	b := wav([]int16{0, 1, -2})
	var head struct {
		RIFF             [4]byte
		Size             uint32
		WAVE, Fmt        [4]byte
		FmtSize          uint32
		Format, Channels uint16
		Rate, PerSecond  uint32
		Frame, Bits      uint16
		Data             [4]byte
		DataSize         uint32
		Samples          [3]int16
	}
	r := bytes.NewReader(b)
	if err := binary.Read(r, binary.LittleEndian, &head); err != nil || r.Len() != 0 {
		t.Fatalf("%v, %d bytes left", err, r.Len())
	}
	if string(head.RIFF[:])+string(head.WAVE[:])+string(head.Fmt[:])+string(head.Data[:]) != "RIFFWAVEfmt data" ||
		int(head.Size) != len(b)-8 || head.FmtSize != 16 || head.Format != 1 || head.Channels != 1 || head.Rate != Rate ||
		head.PerSecond != 2*Rate || head.Frame != 2 || head.Bits != 16 || head.DataSize != 6 || head.Samples != [3]int16{0, 1, -2} {
		t.Errorf("%+v", head)
	}
}
