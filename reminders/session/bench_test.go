package session_test

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// longest is a session in the longest routine that is built in.
func longest(b *testing.B) session.State {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		b.Fatal(err)
	}
	most := &all.Routine[0]
	for n := range all.Routine {
		if all.Routine[n].TotalS() > most.TotalS() {
			most = &all.Routine[n]
		}
	}
	p, err := session.Of(most, nil)
	if err != nil {
		b.Fatal(err)
	}
	s, err := session.New(p)
	if err != nil {
		b.Fatal(err)
	}
	s, _ = s.Step(begin, session.Start{})
	return s
}

// BenchmarkAt is what a player asks thirty times a second.
func BenchmarkAt(b *testing.B) {
	s := longest(b)
	b.ReportAllocs()
	for b.Loop() {
		s.At(begin.Add(3 * time.Second))
	}
}

// BenchmarkStep is what it does once a second or at a cue.
func BenchmarkStep(b *testing.B) {
	s := longest(b)
	b.ReportAllocs()
	for b.Loop() {
		s.Step(begin.Add(time.Second), session.Tick{})
	}
}
