//go:build (linux || freebsd || openbsd || netbsd) && !android

package tray

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"

	"fyne.io/systray"

	"github.com/unhunch/unhunch/assets"
)

// start shows the icon; the channel closes when it is gone. The menu is built
// before the bus knows of it, so that the panel never sees half of one.
func start(build func()) (gone <-chan struct{}) {
	done := make(chan struct{})
	build()
	go func() {
		defer close(done)
		systray.Run(nil, nil)
	}()
	return done
}

// label keeps underscores: a single one would mark a keyboard shortcut.
func label(text string) string { return strings.ReplaceAll(text, "_", "__") }

// iconSize is what panels scale down from, on screens of any density.
const iconSize = 48

// icon is the picture in a form of our own: the panel wants eight bits of
// plain colour and opacity, and systray cuts these from sixteen bits of colour
// multiplied by opacity, which leaves specks on every soft edge.
func icon(s assets.TrayState) []byte {
	return append([]byte(iconMagic), assets.TrayPNG(s, iconSize)...)
}

const iconMagic = "unhunch-icon:"

func init() { image.RegisterFormat("unhunch-icon", iconMagic, decodeIcon, decodeIconConfig) }

// plainImage says its colours the way systray cuts them right.
type plainImage struct{ *image.NRGBA }

// At is the colour of a pixel.
func (p plainImage) At(x, y int) color.Color { return plain(p.NRGBAAt(x, y)) }

type plain color.NRGBA

// RGBA holds the plain eight bits in the low half.
func (c plain) RGBA() (r, g, b, a uint32) {
	return uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
}

func decodeIcon(r io.Reader) (image.Image, error) {
	if err := skipMagic(r); err != nil {
		return nil, err
	}
	img, err := png.Decode(r)
	if err != nil {
		return nil, err
	}
	if n, ok := img.(*image.NRGBA); ok {
		return plainImage{n}, nil
	}
	return img, nil
}

func decodeIconConfig(r io.Reader) (image.Config, error) {
	if err := skipMagic(r); err != nil {
		return image.Config{}, err
	}
	return png.DecodeConfig(r)
}

func skipMagic(r io.Reader) error {
	head := make([]byte, len(iconMagic))
	if _, err := io.ReadFull(r, head); err != nil {
		return err
	}
	if !bytes.Equal(head, []byte(iconMagic)) {
		return image.ErrFormat
	}
	return nil
}
