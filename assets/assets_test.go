package assets

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "draw the pictures anew")

var trayStates = []TrayState{TrayNormal, TrayPaused, TrayAttention}

func appPath(size string, ext string) string {
	return filepath.Join("packaging", "hicolor", size, "apps", AppID+ext)
}

// TestPictures keeps the files the same as the drawings.
func TestPictures(t *testing.T) {
	same(t, appPath("scalable", ".svg"), appSVG())
	for _, n := range AppSizes {
		samePicture(t, appPath(fmt.Sprintf("%dx%d", n, n), ".png"), appPicture(n))
	}
	for _, s := range trayStates {
		for _, n := range TraySizes {
			samePicture(t, filepath.Join("tray", fmt.Sprintf("%s-%d.png", s, n)), trayPicture(s, n))
		}
		var all []*image.NRGBA
		for _, n := range []int{16, 20, 24, 32, 48} {
			all = append(all, trayPicture(s, n))
		}
		same(t, filepath.Join("tray", string(s)+".ico"), ico(all))
	}
}

func same(t *testing.T, path string, want []byte) {
	t.Helper()
	if *update {
		write(t, path, want)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s differs from its drawing (%v); run go test ./assets -update", path, err)
	}
}

// samePicture compares pixels: the compression may differ from one version of
// Go to the next.
func samePicture(t *testing.T, path string, want *image.NRGBA) {
	t.Helper()
	if *update {
		var b bytes.Buffer
		e := png.Encoder{CompressionLevel: png.BestCompression}
		if err := e.Encode(&b, want); err != nil {
			t.Fatal(err)
		}
		write(t, path, b.Bytes())
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
		return
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	got, ok := img.(*image.NRGBA)
	if !ok || got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
		t.Errorf("%s differs from its drawing; run go test ./assets -update", path)
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSizes(t *testing.T) {
	for ask, want := range map[int]int{0: 16, 16: 16, 17: 22, 48: 48, 200: 256, 9999: 512} {
		if img := decode(t, AppPNG(ask)); img.Bounds().Dx() != want || img.Bounds().Dy() != want {
			t.Errorf("asked for %d, got %v", ask, img.Bounds())
		}
	}
	for _, s := range trayStates {
		for ask, want := range map[int]int{1: 22, 24: 24, 25: 32, 100: 48} {
			if img := decode(t, TrayPNG(s, ask)); img.Bounds().Dx() != want {
				t.Errorf("%s: asked for %d, got %v", s, ask, img.Bounds())
			}
		}
		if b := TrayICO(s); !bytes.HasPrefix(b, []byte{0, 0, 1, 0, 5, 0, 16, 16}) {
			t.Errorf("%s: no icon file: % x", s, b[:8])
		}
	}
}

// The states must tell apart without colour, in the smallest size.
func TestTrayStatesDifferInShape(t *testing.T) {
	grey := func(s TrayState) []uint32 {
		img := decode(t, TrayPNG(s, 22))
		var out []uint32
		for y := range 22 {
			for x := range 22 {
				r, _, _, a := img.At(x, y).RGBA()
				out = append(out, a/2+r/2)
			}
		}
		return out
	}
	for i, a := range trayStates {
		for _, b := range trayStates[i+1:] {
			far := 0
			for k, v := range grey(a) {
				if d := int(v) - int(grey(b)[k]); d > 12000 || d < -12000 {
					far++
				}
			}
			if far < 25 {
				t.Errorf("%s and %s differ in %d of 484 pixels", a, b, far)
			}
		}
	}
}

func decode(t *testing.T, b []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestPackaging checks what desktops and software centres read.
func TestPackaging(t *testing.T) {
	desktop, err := os.ReadFile(filepath.Join("packaging", AppID+".desktop"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(desktop), "\n")
	for _, want := range []string{
		"[Desktop Entry]", "Type=Application", "Name=Unhunch", "Exec=unhunch %u", "MimeType=text/calendar;", "Icon=" + AppID,
		"Terminal=false", "StartupWMClass=" + AppID, "[Desktop Action stretch]", "Exec=unhunch open stretch",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("the desktop file lacks %s", want)
		}
	}
	f, err := os.Open(filepath.Join("packaging", AppID+".metainfo.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var meta struct {
		ID         string `xml:"id"`
		Launchable string `xml:"launchable"`
		License    string `xml:"metadata_license"`
		Summary    string `xml:"summary"`
	}
	d := xml.NewDecoder(f)
	if err := d.Decode(&meta); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Token(); err != nil && !errors.Is(err, io.EOF) {
		t.Error(err)
	}
	if meta.ID != AppID || meta.Launchable != AppID+".desktop" || meta.License == "" || meta.Summary == "" || len(meta.Summary) > 90 {
		t.Errorf("the metainfo says %+v", meta)
	}
}
