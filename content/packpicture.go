package content

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// maxPixels is how large a photo may be, in pixels; drawing it takes four
// bytes for each.
const maxPixels = 50_000_000

// maxDepth is how deep the parts of a sketch may be nested.
const maxDepth = 100

// Picture reads the photo or sketch of an exercise that has no pose: a png, a
// jpg or an svg, as the ending of its Image says. What it returns has been
// looked at: its kind is right, and it is at most 20 MB and 50 megapixels. An
// error is a *Problem.
func (l *Library) Picture(e *Exercise) ([]byte, error) {
	item := fmt.Sprintf("exercise %q", e.ID)
	if e.Image == "" || e.at == "" {
		return nil, &Problem{File: "exercises", Item: item, What: "has no picture; hint: its pose is to be drawn"}
	}
	files, name := l.files, e.at
	if inPack, ok := strings.CutPrefix(e.at, packsAt); ok {
		if l.packs == nil {
			return nil, &Problem{File: e.at, Item: item, What: "belongs to a pack this library is without; hint: add the pack"}
		}
		files, name = l.packs.files, inPack
	}
	b, err := readFile(files, name, pictureLimit(name))
	if err == nil {
		err = pictureKind(name, bytes.NewReader(b))
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = errNoPicture
	}
	if err != nil {
		p := asProblem(e.at, err)
		p.Item = item
		return nil, p
	}
	return b, nil
}

var errNoPicture = errors.New("is not there; hint: put the picture beside the file that names it")

func pictureLimit(name string) int64 {
	if isSVG(name) {
		return maxSketch
	}
	return maxPicture
}

func isSVG(name string) bool { return strings.EqualFold(path.Ext(name), ".svg") }

// checkPicture says what is wrong with the picture of a pack's exercise: image
// as it is named in the file, at its path in the pack. Of a photo only the
// head is read; a sketch is read whole, and takes of the room there is.
func (p *pack) checkPicture(at, image string, room *int64) string {
	if !fs.ValidPath(image) || strings.Contains(image, `\`) || !oneLine(image) || !slices.Contains(pictures, strings.ToLower(path.Ext(image))) {
		return "is no picture in this folder; hint: name a png, jpg or svg file beside this one"
	}
	if *room < 0 {
		return fmt.Sprintf("is left out: the exercises and sketches of this pack are larger than %d MB; hint: make them smaller", maxText>>20)
	}
	f, err := openFile(p.files, p.at(at), pictureLimit(image))
	if err == nil {
		defer func() { _ = f.Close() }() // it was only read
		counted := &io.LimitedReader{R: f, N: pictureLimit(image)}
		err = pictureKind(image, counted)
		if isSVG(image) {
			*room -= maxSketch - counted.N
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = errNoPicture
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// pictureKind tells whether something is what the ending of its name says.
func pictureKind(name string, r io.Reader) error {
	var size image.Config
	var err error
	kind := strings.TrimPrefix(strings.ToLower(path.Ext(name)), ".")
	switch kind {
	case "svg":
		err = checkSVG(r)
	case "png":
		size, err = png.DecodeConfig(r)
	default:
		kind = "jpg"
		size, err = jpeg.DecodeConfig(r)
	}
	if err != nil {
		return fmt.Errorf("holds no %s picture, though it is called one; hint: save it as %s again", kind, kind)
	}
	if int64(size.Width)*int64(size.Height) > maxPixels {
		return fmt.Errorf("has %d x %d pixels, more than can be shown; hint: make it smaller", size.Width, size.Height)
	}
	return nil
}

// checkSVG tells whether something is a whole svg.
func checkSVG(r io.Reader) error {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	depth, parts := 0, 0
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && parts > 0 && depth == 0:
			return nil
		case err != nil:
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if parts == 0 && t.Name.Local != "svg" {
				return errors.New("begins with another element")
			}
			parts++
			if depth++; depth > maxDepth {
				return errors.New("is nested too deep")
			}
		case xml.EndElement:
			depth--
		}
	}
}
