package packs

import "encoding/binary"

// orientation is how a camera was held for a jpg: 1 to 8, as Exif has it. It is
// 1 where nothing says so, or nothing that can be read.
func orientation(data []byte) int {
	if len(data) < 2 || data[0] != 0xff || data[1] != 0xd8 {
		return 1
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		kind := data[at+1]
		if kind == 0xff { // a byte that fills up
			at++
			continue
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + size
		if kind == 0xda || size < 2 || end > len(data) { // the picture itself begins
			return 1
		}
		if part := data[at+4 : end]; kind == 0xe1 && len(part) > 6 && string(part[:6]) == "Exif\x00\x00" {
			return tiffOrientation(part[6:])
		}
		at = end
	}
	return 1
}

// tiffOrientation looks through the first list of an Exif part.
func tiffOrientation(t []byte) int {
	if len(t) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(t[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
	default:
		return 1
	}
	list := uint64(order.Uint32(t[4:]))
	if list+2 > uint64(len(t)) {
		return 1
	}
	const tag, size = 0x0112, 12
	for i := range uint64(order.Uint16(t[list:])) {
		at := list + 2 + i*size
		if at+size > uint64(len(t)) {
			return 1
		}
		if order.Uint16(t[at:]) == tag {
			if turn := int(order.Uint16(t[at+8:])); turn >= 1 && turn <= 8 {
				return turn
			}
			return 1
		}
	}
	return 1
}
