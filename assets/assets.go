// Package assets holds the pictures of Unhunch: the brand mark and the tray
// icons.
//
// Every picture is drawn by this package's tests from a few strokes; run
// go test ./assets -update after changing one.
package assets

import (
	"embed"
	"fmt"
	"slices"
)

// AppID is the application's id, which its desktop file and icons are named
// after.
const AppID = "io.github.unhunch.Unhunch"

// AppSVG is the brand mark: a rounded square in the primary colour with the
// white curve of a spine.
//
//go:embed packaging/hicolor/scalable/apps/io.github.unhunch.Unhunch.svg
var AppSVG []byte

//go:embed packaging/hicolor/*x*/apps/*.png
var appPNG embed.FS

// AppSizes are the sizes AppPNG has, in pixels.
var AppSizes = []int{16, 22, 24, 32, 48, 64, 128, 256, 512}

// AppPNG is the brand mark in the smallest size of AppSizes that is not below
// size.
func AppPNG(size int) []byte {
	n := nearest(AppSizes, size)
	return must(appPNG, fmt.Sprintf("packaging/hicolor/%dx%d/apps/%s.png", n, n, AppID))
}

//go:embed tray/*.png
var trayPNG embed.FS

//go:embed tray/*.ico
var trayICO embed.FS

// TrayState is what the tray icon tells at a glance, by its shape as well as
// by its colour.
type TrayState string

// The states of the tray icon.
const (
	TrayNormal    TrayState = "normal"
	TrayPaused    TrayState = "paused"
	TrayAttention TrayState = "attention" // a prompt is open
)

// TraySizes are the sizes TrayPNG has, in pixels.
var TraySizes = []int{22, 24, 32, 48}

// TrayPNG is the tray icon in the smallest size of TraySizes that is not
// below size.
func TrayPNG(state TrayState, size int) []byte {
	return must(trayPNG, fmt.Sprintf("tray/%s-%d.png", state, nearest(TraySizes, size)))
}

// TrayICO is the tray icon for Windows, in several sizes.
func TrayICO(state TrayState) []byte { return must(trayICO, fmt.Sprintf("tray/%s.ico", state)) }

// nearest is the first of sizes, which ascend, that holds size, or the last.
func nearest(sizes []int, size int) int {
	i := slices.IndexFunc(sizes, func(n int) bool { return n >= size })
	if i < 0 {
		return sizes[len(sizes)-1]
	}
	return sizes[i]
}

func must(fs embed.FS, path string) []byte {
	b, err := fs.ReadFile(path)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return b
}
