package assets

import (
	"bytes"
	"encoding/binary"
	"image"
)

// ico packs pictures into a Windows icon, uncompressed: every version and
// every reader of Windows understands that.
func ico(pictures []*image.NRGBA) []byte {
	var head, body bytes.Buffer
	le := func(w *bytes.Buffer, vs ...any) {
		for _, v := range vs {
			if err := binary.Write(w, binary.LittleEndian, v); err != nil {
				panic(err)
			}
		}
	}
	le(&head, uint16(0), uint16(1), uint16(len(pictures)))
	for _, img := range pictures {
		n := img.Bounds().Dx()
		offset := 6 + 16*len(pictures) + body.Len()
		start := body.Len()
		mask := (n + 31) / 32 * 4 // bytes a row
		le(&body, uint32(40), int32(n), int32(2*n), uint16(1), uint16(32), uint32(0), uint32(n*n*4+n*mask), [16]byte{})
		for y := n - 1; y >= 0; y-- {
			for x := range n {
				c := img.NRGBAAt(x, y)
				body.Write([]byte{c.B, c.G, c.R, c.A})
			}
		}
		for y := n - 1; y >= 0; y-- {
			row := make([]byte, mask)
			for x := range n {
				if img.NRGBAAt(x, y).A == 0 {
					row[x/8] |= 0x80 >> (x % 8)
				}
			}
			body.Write(row)
		}
		le(&head, uint8(n), uint8(n), uint8(0), uint8(0), uint16(1), uint16(32), uint32(body.Len()-start), uint32(offset))
	}
	return append(head.Bytes(), body.Bytes()...)
}
