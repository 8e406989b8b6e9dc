package session

import (
	"time"

	"github.com/unhunch/unhunch/content"
)

// slowest is how much longer than it takes to read an instruction is shown
// where there is time.
const slowest = 2

// instruct says when each instruction begins in the phases of one side. They
// spread over the first repetition as planned; if they take longer to read than
// that, they go on in the next ones, and the last one stays. Easier and Harder
// do not move them. What is tensed may have been told in the rest before.
func (i Item) instruct(side []Phase, told bool) {
	if len(i.Steps) == 0 {
		return
	}
	if i.Way == Tensed {
		i.instructTensed(side, told)
		return
	}
	read := make([]time.Duration, len(i.Steps))
	all := time.Duration(0)
	for n, text := range i.Steps {
		read[n] = time.Duration(content.ReadingS(text) * float64(time.Second))
		all += read[n]
	}
	slower := 1.0
	if all > 0 {
		slower = min(slowest, max(1, float64(i.Hold+i.Move)/float64(all)))
	}
	next, from := 0, time.Duration(0) // since the side began
	begin := time.Duration(0)
	for f := range side {
		side[f].step = max(0, next-1)
		for next < len(read) && from < begin+side[f].Length {
			side[f].Shows = append(side[f].Shows, Show{Step: next, From: from - begin})
			from += time.Duration(float64(read[next]) * slower)
			next++
		}
		begin += side[f].Length
	}
}
