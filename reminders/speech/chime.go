package speech

import "time"

// Chime is a short sound with one meaning.
type Chime string

// The chimes.
const (
	Start   Chime = "start"    // the routine begins: two notes up
	HalfWay Chime = "half-way" // half of a hold is over: one soft note
	Change  Chime = "change"   // another side, another exercise: a quick fourth up
	Tick    Chime = "tick"     // the last three seconds, one each: very short
	Rest    Chime = "rest"     // let go: two low notes down
	End     Chime = "end"      // the routine is over: three notes coming home

	BreatheIn  Chime = "breathe-in"  // two soft notes up
	BreatheOut Chime = "breathe-out" // two soft notes down
)

// Chimes lists every chime in the order a routine plays them.
func Chimes() []Chime { return []Chime{Start, HalfWay, Tick, Change, Rest, End} }

// Breaths lists the chimes of breathing at a pace, which come over and over and
// are softer.
func Breaths() []Chime { return []Chime{BreatheIn, BreatheOut} }

// note is one stroke of the bell.
type note struct {
	at    time.Duration // from the start of the chime
	hz    float64       // its pitch
	level float64       // how hard it is struck, 0 to 1
}

// melody is what a chime sounds like.
type melody struct {
	length time.Duration
	fade   time.Duration // the time in which a note loses most of its sound
	notes  []note
	soft   float64 // how loud it is beside the others, 0 to 1; 0 means as loud
}

// The pitches used, in hertz: a pentatonic scale, so that chimes that ring into
// each other still sound well.
const (
	e4 = 329.63
	g4 = 392.00
	c5 = 523.25
	e5 = 659.26
	g5 = 783.99
	a5 = 880.00
	c6 = 1046.50
)

// melodies are the chimes. Neighbours in a routine differ in pitch, in length
// and in the direction they go, for ears that do not hear one of these well.
var melodies = map[Chime]melody{
	Start:   {650 * time.Millisecond, 180 * time.Millisecond, []note{{0, c5, 0.8}, {160 * time.Millisecond, g5, 1}}, 0},
	HalfWay: {400 * time.Millisecond, 120 * time.Millisecond, []note{{0, e5, 0.7}}, 0},
	Change:  {500 * time.Millisecond, 130 * time.Millisecond, []note{{0, e5, 0.8}, {110 * time.Millisecond, a5, 1}}, 0},
	Tick:    {150 * time.Millisecond, 35 * time.Millisecond, []note{{0, c6, 0.5}}, 0},
	Rest:    {600 * time.Millisecond, 170 * time.Millisecond, []note{{0, g4, 0.9}, {150 * time.Millisecond, e4, 1}}, 0},
	End:     {900 * time.Millisecond, 240 * time.Millisecond, []note{{0, g5, 0.8}, {170 * time.Millisecond, e5, 0.8}, {340 * time.Millisecond, c5, 1}}, 0},

	BreatheIn:  {800 * time.Millisecond, 260 * time.Millisecond, []note{{0, g4, 0.7}, {240 * time.Millisecond, c5, 1}}, 0.45},
	BreatheOut: {800 * time.Millisecond, 260 * time.Millisecond, []note{{0, c5, 0.7}, {240 * time.Millisecond, e4, 1}}, 0.45},
}

// Length is how long a chime rings; 0 for one that does not exist.
func (c Chime) Length() time.Duration { return melodies[c].length }

// Samples is the chime at a volume of 0 to 100 per cent: one channel at Rate
// samples a second. It begins and ends in silence and stays far below full
// scale. An unknown chime has no samples.
func (c Chime) Samples(volume int) []int16 {
	m, ok := melodies[c]
	if !ok {
		return nil
	}
	wave := make([]float64, samplesIn(m.length))
	for _, n := range m.notes {
		strike(wave[min(samplesIn(n.at), len(wave)):], n.hz, n.level, m.fade)
	}
	settle(wave)
	level := loudest
	if m.soft > 0 {
		level *= m.soft
	}
	return quantize(wave, gain(volume)*level)
}

// known says whether there is such a chime.
func (c Chime) known() bool { return melodies[c].length > 0 }
