//go:build !windows && !darwin

package main

import (
	"io"
	"log"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

func init() {
	// A display without an authority file is nothing to print.
	xgb.Logger = log.New(io.Discard, "", 0)
}

// keepOnTop asks the window manager to keep a window above all others, or no
// longer. Under Wayland no program may ask for that.
func keepOnTop(frame fyne.Window, on bool) (asked bool) {
	native, ok := frame.(driver.NativeWindow)
	if !ok {
		return false
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok {
			asked = askAbove(xproto.Window(x.WindowHandle), on) == nil
		}
	})
	return asked
}

// askAbove sends _NET_WM_STATE as the Extended Window Manager Hints have it.
func askAbove(window xproto.Window, on bool) error {
	const remove, add, application = 0, 1, 1
	c, err := xgb.NewConn()
	if err != nil {
		return err
	}
	defer c.Close()
	atom := func(name string) (xproto.Atom, error) {
		r, err := xproto.InternAtom(c, false, uint16(len(name)), name).Reply()
		if err != nil {
			return 0, err
		}
		return r.Atom, nil
	}
	state, err := atom("_NET_WM_STATE")
	if err != nil {
		return err
	}
	above, err := atom("_NET_WM_STATE_ABOVE")
	if err != nil {
		return err
	}
	do := uint32(remove)
	if on {
		do = add
	}
	ev := xproto.ClientMessageEvent{
		Format: 32, Window: window, Type: state,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{do, uint32(above), 0, application, 0}),
	}
	root := xproto.Setup(c).DefaultScreen(c).Root
	return xproto.SendEventChecked(c, false, root, xproto.EventMaskSubstructureRedirect|xproto.EventMaskSubstructureNotify, string(ev.Bytes())).Check()
}
