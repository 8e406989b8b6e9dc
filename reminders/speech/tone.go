package speech

import (
	"math"
	"time"
)

// Rate is how many samples make a second of sound.
const Rate = 44100

// loudest is the peak of a chime at full volume, of full scale: whatever else
// plays has room beside it.
const loudest = 0.5

const (
	attack  = 6 * time.Millisecond  // from silence to the full stroke, so that it does not click
	release = 40 * time.Millisecond // from what is left to silence at the end
)

// partials are the tones a stroke is made of. Like those of a small bell the
// higher ones are weaker and die sooner; none is so far off the harmonic
// series that the pitch gets blurred.
var partials = []struct{ ratio, level, fade float64 }{
	{1, 1, 1},
	{2, 0.35, 0.6},
	{3.01, 0.14, 0.35},
	{4.17, 0.06, 0.2},
}

func samplesIn(d time.Duration) int { return int(d.Seconds() * Rate) }

// strike adds one stroke of the bell to wave.
func strike(wave []float64, hz, level float64, fade time.Duration) {
	rise := float64(samplesIn(attack))
	for i := range wave {
		t := float64(i) / Rate
		sum := 0.0
		for _, p := range partials {
			sum += p.level * math.Exp(-t/(p.fade*fade.Seconds())) * math.Sin(2*math.Pi*hz*p.ratio*t)
		}
		wave[i] += level * sum * ease(float64(i)/rise)
	}
}

// settle lets the end of wave die away, and makes its peak 1.
func settle(wave []float64) {
	n := min(samplesIn(release), len(wave))
	for i := range n {
		wave[len(wave)-1-i] *= ease(float64(i) / float64(n))
	}
	peak := 0.0
	for _, v := range wave {
		peak = max(peak, math.Abs(v))
	}
	if peak == 0 {
		return
	}
	for i := range wave {
		wave[i] /= peak
	}
}

// ease goes from 0 to 1 without a corner while x does; it is 1 beyond.
func ease(x float64) float64 {
	if x >= 1 {
		return 1
	}
	return (1 - math.Cos(math.Pi*x)) / 2
}

// gain is the factor for a volume in per cent. The ear hears ratios: the cube,
// which volume sliders use as well, makes half of the way sound half as loud.
func gain(volume int) float64 {
	v := float64(min(max(volume, 0), 100)) / 100
	return v * v * v
}

func quantize(wave []float64, scale float64) []int16 {
	out := make([]int16, len(wave))
	for i, v := range wave {
		out[i] = int16(math.Round(v * scale * math.MaxInt16))
	}
	return out
}
