// Package assets holds the pictures of Unhunch: the brand mark, the tray
// icons, and the small icons of the window.
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

//go:embed icons/*.svg
var icons embed.FS

// Icon is a small icon as SVG: 20 by 20, black, filled shapes only, so that
// Fyne's themed resources can give it another colour (they recolour fills and
// leave strokes alone). It panics if there is no such icon; the names are
// constants.
func Icon(name IconName) []byte { return must(icons, "icons/"+string(name)+".svg") }

// IconName names a small icon.
type IconName string

// The small icons: those of the rail, in its order, and those of actions.
const (
	IconHome    IconName = "home"
	IconPosture IconName = "posture"
	IconStretch IconName = "stretch"
	IconRelief  IconName = "relief"
	IconMassage IconName = "massage"
	IconJournal IconName = "journal"
	IconGear    IconName = "gear"

	IconBell     IconName = "bell"
	IconCheck    IconName = "check"
	IconClock    IconName = "clock"
	IconExternal IconName = "external" // leads out of the program
	IconHeart    IconName = "heart"
	IconInfo     IconName = "info"
	IconPause    IconName = "pause"
	IconPlay     IconName = "play"
	IconPlus     IconName = "plus"
	IconSnooze   IconName = "snooze"
	IconUndo     IconName = "undo"
	IconWarning  IconName = "warning"
)

// IconNames lists the small icons.
var IconNames = []IconName{
	IconHome, IconPosture, IconStretch, IconRelief, IconMassage, IconJournal, IconGear,
	IconBell, IconCheck, IconClock, IconExternal, IconHeart, IconInfo, IconPause, IconPlay, IconPlus, IconSnooze, IconUndo, IconWarning,
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
