package content

import "strings"

// WordsPerMinute is how fast somebody reads who is doing something else at the
// same time. Texts that are on show for a limited time are measured by it.
const WordsPerMinute = 200

// ReadingS is how long a text takes to read, in seconds.
func ReadingS(text string) float64 {
	return float64(len(strings.Fields(text))) * 60 / WordsPerMinute
}
