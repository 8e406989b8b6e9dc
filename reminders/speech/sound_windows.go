package speech

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var playSound = windows.NewLazySystemDLL("winmm.dll").NewProc("PlaySoundW")

// What PlaySound is asked for.
const (
	sndAsync     = 0x0001
	sndNoDefault = 0x0002
	sndMemory    = 0x0004
)

// winmm plays each chime from memory with Windows' PlaySound. A new one ends
// the one before.
type winmm struct {
	mu      sync.Mutex
	pin     runtime.Pinner // the memory Windows reads from
	timer   *time.Timer
	ended   func() // of the chime that rings; nil: none does
	playing int    // which one that is
}

func openPlayer(context.Context) (player, error) {
	if err := playSound.Find(); err != nil {
		return nil, &Trouble{errors.Join(ErrNoSound, err), ""}
	}
	return &winmm{}, nil
}

func (w *winmm) play(_ context.Context, samples []int16, by time.Time, ended func()) error {
	if time.Now().After(by) {
		return ErrLate
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.silence()
	b := wav(samples)
	w.pin.Pin(&b[0])
	if ok, _, _ := playSound.Call(uintptr(unsafe.Pointer(&b[0])), 0, sndAsync|sndNoDefault|sndMemory); ok == 0 {
		w.pin.Unpin()
		return &Trouble{ErrNoDevice, ""}
	}
	w.ended = ended
	w.playing++
	this := w.playing
	w.timer = time.AfterFunc(time.Duration(len(samples))*time.Second/Rate+100*time.Millisecond, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if this == w.playing {
			w.silence()
		}
	})
	return nil
}

// silence ends what rings and gives its memory back.
func (w *winmm) silence() {
	if w.ended == nil {
		return
	}
	w.timer.Stop()
	// Only after this Windows leaves the memory alone.
	_, _, _ = playSound.Call(0, 0, 0)
	w.pin.Unpin()
	w.ended()
	w.ended = nil
}

func (w *winmm) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.silence()
}

func lookSound(ctx context.Context, _ func(string) string) SoundCheck {
	if _, err := openPlayer(ctx); err != nil {
		return SoundCheck{Err: err}
	}
	return SoundCheck{Server: "Windows"}
}
