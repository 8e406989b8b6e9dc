package packs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // read, and saved as png
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	_ "golang.org/x/image/bmp" // as gif
	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // read, and saved as jpg

	"github.com/unhunch/unhunch/assets/catalog"
)

const (
	maxPhoto    = 20 << 20   // bytes of a photo that is read, as the reader has it
	maxSketch   = 2 << 20    // bytes of an svg
	maxPixels   = 50_000_000 // of a photo that is read
	longestSide = 1600       // pixels; more is nowhere seen, and an exported pack is sent by mail
	quality     = 85         // of a jpg
)

// picture is a picture as it is saved in a pack.
type picture struct {
	data []byte
	ext  string // with its dot
}

// name is what the picture of an exercise is called. Another picture has
// another name, so that the old one is there until nothing names it.
func (p picture) name(id string) string {
	sum := sha256.Sum256(p.data)
	return id + "-" + hex.EncodeToString(sum[:4]) + p.ext
}

// madeFor tells whether a picture has a name as Unhunch gives them to those of
// an exercise. Others are the person's, and stay where they are.
func madeFor(id, image string) bool {
	rest, ok := strings.CutPrefix(image, id+"-")
	if !ok || len(rest) < 8 || strings.ContainsAny(image, `/\`) || !isPicture(image) {
		return false
	}
	_, err := hex.DecodeString(rest[:8])
	return err == nil && rest[8:] == filepath.Ext(image)
}

// readPicture reads a picture from anywhere.
func readPicture(at string) (picture, error) {
	info, err := os.Stat(at)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return picture{}, fmt.Errorf("%s; hint: %s", catalog.L("there is no picture at {{.File}}", catalog.D{"File": at}), catalog.L("choose another"))
	case err != nil:
		return picture{}, err
	case !info.Mode().IsRegular(): // a pipe would keep us waiting
		return picture{}, fmt.Errorf("%s; hint: %s", catalog.L("{{.File}} is no file", catalog.D{"File": at}), catalog.L("choose a picture"))
	}
	f, err := os.Open(at)
	if err != nil {
		return picture{}, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxPhoto+1))
	if err != nil {
		return picture{}, err
	}
	return pictureOf(data)
}

// pictureOf makes of a picture what is saved: upright, not larger than it is
// shown, and without what it says of where and when it was taken. A sketch
// stays as it is.
func pictureOf(data []byte) (picture, error) {
	tooLarge := func(most string) (picture, error) {
		return picture{}, fmt.Errorf("%s; hint: %s", catalog.L("the picture is larger than {{.Most}}", catalog.D{"Most": most}), catalog.L("make it smaller"))
	}
	if len(data) > maxPhoto {
		return tooLarge("20 MB")
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		if head := bytes.ToLower(data[:min(len(data), 1024)]); bytes.Contains(head, []byte("<svg")) || bytes.Contains(head, []byte("<?xml")) {
			if len(data) > maxSketch {
				return tooLarge("2 MB")
			}
			return picture{data, ".svg"}, nil // the reader looks at it
		}
		return picture{}, fmt.Errorf("%s; hint: %s", catalog.L("this is no picture that can be read"), catalog.L("choose a png, jpg, gif, webp, bmp or svg file"))
	}
	if int64(size.Width)*int64(size.Height) > maxPixels {
		return tooLarge(catalog.L("50 megapixels"))
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return picture{}, fmt.Errorf("%s; hint: %s", catalog.L("the picture is damaged"), catalog.L("save it again, or choose another"))
	}
	turn := 1
	if kind == "jpeg" {
		turn = orientation(data)
	}
	out := upright(fitted(img), turn)
	var b bytes.Buffer
	if kind != "jpeg" && kind != "webp" || !out.Opaque() {
		err = png.Encode(&b, out)
		return picture{b.Bytes(), ".png"}, err
	}
	err = jpeg.Encode(&b, out, &jpeg.Options{Quality: quality})
	return picture{b.Bytes(), ".jpg"}, err
}

// fitted is a picture at most as long as longestSide. It is halved until that
// is near, which takes in every pixel.
func fitted(img image.Image) *image.RGBA {
	size := img.Bounds().Size()
	w, h := size.X, size.Y
	for max(w, h) >= 2*longestSide && min(w, h) > 1 {
		w, h = w/2, h/2
		img = scaled(img, w, h)
	}
	if long := max(w, h); long > longestSide {
		w, h = max(1, w*longestSide/long), max(1, h*longestSide/long)
	}
	return scaled(img, w, h)
}

func scaled(img image.Image, w, h int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, img.Bounds(), draw.Src, nil)
	return out
}

// upright turns a picture as its camera was held: 1 to 8, as Exif has it.
func upright(in *image.RGBA, turn int) *image.RGBA {
	if turn < 2 || turn > 8 {
		return in
	}
	size := in.Bounds().Size()
	w, h := size.X, size.Y
	if turn >= 5 {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			var c color.RGBA
			switch turn {
			case 2:
				c = in.RGBAAt(w-1-x, y)
			case 3:
				c = in.RGBAAt(w-1-x, h-1-y)
			case 4:
				c = in.RGBAAt(x, h-1-y)
			case 5:
				c = in.RGBAAt(y, x)
			case 6:
				c = in.RGBAAt(y, w-1-x)
			case 7:
				c = in.RGBAAt(h-1-y, w-1-x)
			default:
				c = in.RGBAAt(h-1-y, x)
			}
			out.SetRGBA(x, y, c)
		}
	}
	return out
}
