package presence

import (
	"slices"

	"github.com/unhunch/unhunch/reminders"
)

// queue holds the events the reader has not taken yet. Of what describes a
// state only the latest counts, so it stays short however slow the reader is;
// that somebody was away in between, asleep or locked, is never lost.
type queue struct {
	items []item
	next  int // number of the next item
}

type item struct {
	event  reminders.Event
	taken  func() // called once the reader has it; nil: nothing
	number int
}

// most is how many events are kept for a reader that never comes.
const most = 64

func (q *queue) first() (item, bool) {
	if len(q.items) == 0 {
		return item{}, false
	}
	return q.items[0], true
}

// took removes an item that was delivered, if it still stands first.
func (q *queue) took(i item) {
	if len(q.items) > 0 && q.items[0].number == i.number {
		q.items = slices.Delete(q.items, 0, 1)
	}
}

func (q *queue) push(ev reminders.Event, taken func()) {
	it := item{ev, taken, q.next}
	q.next++
	if n := len(q.items); n > 0 {
		last := q.items[n-1].event
		set, ok := ev.(reminders.ClockSet)
		before, also := last.(reminders.ClockSet)
		switch {
		case ok && also:
			it.event = reminders.ClockSet{By: set.By + before.By}
			q.items = q.items[:n-1]
		case input(ev) && input(last):
			q.items = q.items[:n-1]
		}
	}
	q.items = append(q.items, it)
	if len(q.items) > most {
		q.shorten()
	}
}

// shorten drops what matters least: the oldest word about input that a newer
// one outdates, else the oldest absence that has ended.
func (q *queue) shorten() {
	for i, it := range q.items[:len(q.items)-1] {
		if input(it.event) && slices.ContainsFunc(q.items[i+1:], func(later item) bool { return input(later.event) }) {
			q.items = slices.Delete(q.items, i, i+1)
			return
		}
	}
	for i := range q.items[:len(q.items)-1] {
		if pair(q.items[i].event, q.items[i+1].event) {
			q.items = slices.Delete(q.items, i, i+2)
			return
		}
	}
	q.items = slices.Delete(q.items, 0, 1)
}

// input tells whether the event says whether there is input.
func input(ev reminders.Event) bool {
	switch ev.(type) {
	case reminders.Active, reminders.Idle, reminders.Unknown:
		return true
	}
	return false
}

// pair tells whether b ends the absence that a began.
func pair(a, b reminders.Event) bool {
	switch a.(type) {
	case reminders.Suspend:
		_, ok := b.(reminders.Resume)
		return ok
	case reminders.Lock:
		_, ok := b.(reminders.Unlock)
		return ok
	}
	return false
}
