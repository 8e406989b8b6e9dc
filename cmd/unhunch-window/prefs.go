package main

import (
	"context"
	"os"
	"sync"
	"time"

	"github.com/unhunch/unhunch/reminders/settings"
)

// prefs is the settings file.
type prefs struct {
	path string
	told func(settings.Settings) // called with what they are now, whoever changed them

	mu    sync.Mutex
	now   settings.Settings
	stamp string
}

func newPrefs(path string) *prefs {
	p := &prefs{path: path}
	p.load()
	return p
}

// load reads the file. What is wrong in it, the agent reports.
func (p *prefs) load() {
	stamp := stampOf(p.path)
	s, _, err := settings.Load(p.path)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stamp = stamp
	if err == nil || p.now.Window.TextSize == 0 {
		p.now = s
	}
}

// stampOf tells one state of a file from another.
func stampOf(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return info.ModTime().String() + " " + info.Mode().String() + " " + time.Duration(info.Size()).String()
}

// Current is what the settings are now.
func (p *prefs) Current() settings.Settings {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now
}

// Set saves one setting.
func (p *prefs) Set(key, value string) (settings.Settings, error) {
	return p.took(settings.Edit(p.path, key, value))
}

// Reset gives one setting its default again.
func (p *prefs) Reset(key string) (settings.Settings, error) {
	return p.took(settings.Reset(p.path, key))
}

// KeepOwn saves a reminder of the person's own.
func (p *prefs) KeepOwn(o settings.Own) (settings.Settings, error) {
	return p.took(settings.KeepOwn(p.path, o))
}

// DeleteOwn takes a reminder of the person's own away.
func (p *prefs) DeleteOwn(name string) (undo func() (settings.Settings, error), err error) {
	_, back, err := settings.DeleteOwn(p.path, name)
	if err != nil {
		return nil, err
	}
	p.load()
	p.tell()
	return func() (settings.Settings, error) { return p.took(back()) }, nil
}

func (p *prefs) took(s settings.Settings, err error) (settings.Settings, error) {
	if err != nil {
		return p.Current(), err
	}
	p.mu.Lock()
	p.now, p.stamp = s, stampOf(p.path)
	p.mu.Unlock()
	p.tell()
	return s, nil
}

func (p *prefs) tell() {
	if p.told != nil {
		p.told(p.Current())
	}
}

// watch calls changed whenever the file was changed by somebody else.
func (p *prefs) watch(ctx context.Context, changed func()) {
	t := time.NewTicker(2 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		p.mu.Lock()
		same := stampOf(p.path) == p.stamp
		p.mu.Unlock()
		if !same {
			p.load()
			p.tell()
			changed()
		}
	}
}
