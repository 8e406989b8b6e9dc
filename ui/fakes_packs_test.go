package ui

import (
	"io"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

// realPacks are real packs, in a folder of their own for each stage.
type realPacks struct {
	t    testing.TB
	made bool
	err  error // instead of saving
}

// here makes the folder when it is first asked for.
func (p *realPacks) here() *content.Library {
	if !p.made {
		p.t.Setenv("XDG_DATA_HOME", p.t.TempDir())
		p.made = true
	}
	return content.BuiltIn()
}

func (p *realPacks) Library() (*content.Library, error) { return packs.Open(p.here()) }

func (p *realPacks) SaveRoutine(r packs.Routine) (string, func() error, error) {
	if p.err != nil {
		return "", nil, p.err
	}
	return packs.KeepRoutine(p.here(), r)
}

func (p *realPacks) DeleteRoutine(id string) (func() error, error) {
	return packs.DeleteRoutine(p.here(), id)
}

func (p *realPacks) SaveExercise(e packs.Exercise) (string, func() error, error) {
	return packs.KeepExercise(p.here(), e)
}

func (p *realPacks) DeleteExercise(id string) (func() error, error) {
	return packs.DeleteExercise(p.here(), id)
}
func (p *realPacks) Photo(path string) ([]byte, string, error) { return packs.Photo(path) }
func (p *realPacks) OpenImport(path string) (*PackImport, error) {
	return packs.OpenImport(p.here(), path)
}

func (p *realPacks) ExportRoutine(id string, to io.Writer) error {
	return packs.ExportRoutine(p.here(), id, to)
}

func (p *realPacks) ExportPack(folder string, to io.Writer) error {
	return packs.ExportPack(p.here(), folder, to)
}

// chosenFiles answers every question for a file.
type chosenFiles struct {
	path  string // to open; empty cancels
	to    io.WriteCloser
	asked []string
}

func (c *chosenFiles) open(title string, _ []string, then func(string)) {
	c.asked = append(c.asked, title)
	if c.path != "" {
		then(c.path)
	}
}

func (c *chosenFiles) save(title, name string, then func(io.WriteCloser, string)) {
	c.asked = append(c.asked, title+" as "+name)
	if c.to != nil {
		then(c.to, "/home/"+name)
	}
}
