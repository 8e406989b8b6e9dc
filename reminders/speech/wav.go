package speech

import (
	"bytes"
	"encoding/binary"
)

// wav is one channel of sound as a WAV file.
func wav(samples []int16) []byte {
	const format, channels, width = 1, 1, 2 // plain samples of 16 bits
	size := uint32(len(samples) * width)
	var b bytes.Buffer
	b.Grow(44 + int(size))
	// A bytes.Buffer takes everything.
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) }
	b.WriteString("RIFF")
	put(36 + size)
	b.WriteString("WAVEfmt ")
	put(uint32(16))
	put([]uint16{format, channels})
	put([]uint32{Rate, Rate * channels * width})
	put([]uint16{channels * width, 8 * width})
	b.WriteString("data")
	put(size)
	put(samples)
	return b.Bytes()
}
