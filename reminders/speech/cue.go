package speech

import (
	"context"
	"strings"
	"time"
	"unicode"
)

// longest is how many letters of a text are spoken; no cue is that long.
const longest = 400

// cue is a sentence on its way to the voice.
type cue struct {
	text string
	at   time.Time
	told chan<- error // whether it was said; nil: nobody asks
	loud *Options     // the choices that hold for it; nil: those of the moment
}

// Say speaks a text if the voice is on, and returns at once. What is being
// said is said to its end; of what waits behind it only the newest text is
// kept, so that the voice never falls behind the figure.
func (s *Speaker) Say(text string) { s.say(text, false) }

// SayNow is Say for what cannot wait: it interrupts what is being said.
func (s *Speaker) SayNow(text string) { s.say(text, true) }

func (s *Speaker) say(text string, urgent bool) {
	o := s.chosen()
	if text = clean(text); text == "" || !o.Voice || o.Volume <= 0 {
		return
	}
	s.put(cue{text: text, at: time.Now()}, urgent)
}

// put makes c what is said next.
func (s *Speaker) put(c cue, urgent bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ctx.Err() != nil {
		c.tell(context.Canceled)
		return
	}
	if s.waiting != nil {
		s.waiting.tell(ErrLate)
	} else {
		s.speaking.begin()
	}
	s.waiting = &c
	if urgent && s.stop != nil {
		s.stop()
	}
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Hush stops what is being said and forgets what waits.
func (s *Speaker) Hush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.waiting != nil {
		s.waiting.tell(context.Canceled)
		s.waiting = nil
		s.speaking.end()
	}
	if s.stop != nil {
		s.stop()
	}
}

func (c cue) tell(err error) {
	if c.told != nil {
		c.told <- err
	}
}

// talk says one cue after the other, and holds the voice only while it is
// used.
func (s *Speaker) talk() {
	m := mouth{open: s.chosen().openVoice, life: s.ctx}
	defer m.leave()
	idle := time.NewTimer(idleAfter)
	idle.Stop()
	for {
		select {
		case <-s.ctx.Done():
			s.Hush()
			return
		case <-idle.C:
			m.leave()
		case <-s.wake:
			idle.Stop()
			s.next(&m)
			if m.voice != nil {
				idle.Reset(idleAfter)
			}
		}
	}
}

// next says what waits, if it still does.
func (s *Speaker) next(m *mouth) {
	s.mu.Lock()
	c, o := s.waiting, s.options
	if c == nil {
		s.mu.Unlock()
		return
	}
	s.waiting = nil
	ctx, cancel := context.WithCancel(s.ctx)
	s.stop = cancel
	s.mu.Unlock()

	if c.loud != nil {
		o = *c.loud
	}
	err := m.say(ctx, sentence{c.text, language(o.Language), o.Volume}, c.at.Add(lateCue))
	cancel()
	s.mu.Lock()
	s.stop = nil
	s.mu.Unlock()
	if err != nil {
		s.log("cue not said", "why", err)
	}
	c.tell(err)
	s.speaking.end()
}

// mouth is the voice in use and the way to find another one.
type mouth struct {
	open  func(context.Context) (voice, error)
	life  context.Context // a voice is looked for to the end, whatever becomes of the sentence
	voice voice
	again time.Time // before that no other is looked for
	why   error     // why there was none
}

func (m *mouth) leave() {
	if m.voice != nil {
		m.voice.close()
		m.voice = nil
	}
}

// say says a sentence unless it takes until by to find a voice. One that had
// been there for long and fails, as one does whose service was started anew,
// is looked for again for the same sentence.
func (m *mouth) say(ctx context.Context, what sentence, by time.Time) error {
	for {
		old := m.voice != nil
		switch now := time.Now(); {
		case ctx.Err() != nil:
			return ctx.Err()
		case now.After(by):
			return ErrLate
		case old:
		case now.Before(m.again):
			return m.why
		default:
			m.again = now.Add(calmAfter)
			if m.voice, m.why = m.open(m.life); m.why != nil {
				m.voice = nil
				return m.why
			}
			continue // it may be too late by now
		}
		err := m.voice.speak(ctx, what)
		if err == nil || ctx.Err() != nil {
			return err
		}
		m.leave()
		m.why = err
		if time.Now().Before(m.again) {
			return err
		}
	}
}

// clean makes a text one line without control characters, cut where no
// sentence should end up.
func clean(text string) string {
	// Two brackets begin a command to some voices.
	text = strings.ReplaceAll(strings.ToValidUTF8(text, " "), "[[", "[ [")
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if r := []rune(text); len(r) > longest {
		text = string(r[:longest])
	}
	return text
}

// language is the tag if it can be one, and nothing if not.
func language(tag string) string {
	tag, _, _ = strings.Cut(tag, ".") // de_DE.UTF-8
	tag = strings.ReplaceAll(tag, "_", "-")
	if len(tag) < 2 || len(tag) > 35 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" || tag[0] == '-' {
		return ""
	}
	return tag
}
