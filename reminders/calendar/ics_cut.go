package calendar

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// maxCuts is how often a file may change all later occurrences of one series.
const maxCuts = 50

// piece is a part of a series from an occurrence on that a file moves or changes
// together with all later ones.
type piece struct {
	Event
	from  Wall // the name of its first occurrence in the series as a whole
	moved Wall // by how much its occurrences are later than those of the series
}

// cut cuts a series where the file changes an occurrence and all later ones
// (RANGE=THISANDFUTURE). The first piece is the series' beginning.
func (p *reading) cut(v *vevent, changes []*vevent) []piece {
	pieces := []piece{{Event: v.Event, from: v.Appointment.Start - day}}
	later := slices.DeleteFunc(slices.Clone(changes), func(c *vevent) bool { return !c.later })
	slices.SortStableFunc(later, func(x, y *vevent) int { return int(x.at - y.at) })
	tries := 0
	for _, c := range later {
		why := ""
		last := &pieces[len(pieces)-1]
		at := c.at + last.moved
		if tries++; tries > maxCuts {
			p.problem(c.Line, c.Appointment.Title, "its series is changed too often")
			continue
		}
		parts, err := last.Appointment.split(at, Following, tailUID(v.Appointment.UID, c.at))
		switch {
		case err != nil:
			why = "it changes the occurrence of " + c.at.String() + " and later ones, which the series does not have"
		case c.Appointment.AllDay != v.Appointment.AllDay:
			why = "it takes all day, and its series does not, or the other way round"
		default:
			tail := parts[len(parts)-1]
			to := sameInstant(c.Appointment.Start, c.zone, v.zone)
			if err := tail.shift(to - at); err != nil {
				why = "it moves all later occurrences, and " + bareProblem(err).Error()
				break
			}
			c.into(&tail)
			tail.Source = v.Appointment.Source + c.Appointment.Source[:4]
			next := piece{Event: v.Event, from: c.at, moved: last.moved + to - at}
			next.Appointment, next.Line, next.Notes = tail, c.Line, c.Notes
			if len(parts) == 1 { // it begins with the first: nothing stays as it was
				next.Notes = append(slices.Clone(last.Notes), c.Notes...)
				*last = next
				continue
			}
			last.Appointment = parts[0]
			last.Appointment.Source += c.Appointment.Source[:4]
			pieces = append(pieces, next)
		}
		if why != "" {
			p.problem(c.Line, c.Appointment.Title, "%s", why)
		}
	}
	return pieces
}

// into puts what a change says into the occurrences it is about.
func (v *vevent) into(tail *Appointment) {
	b := v.Appointment
	tail.Length, tail.Status, tail.Sequence = b.Length, b.Status, b.Sequence
	for _, text := range []struct{ to, from *string }{{&tail.Title, &b.Title}, {&tail.Place, &b.Place}, {&tail.Notes, &b.Notes}} {
		if *text.from != "" {
			*text.to = *text.from
		}
	}
	if v.alarms {
		tail.Leads = b.Leads
	}
}

// tailUID is the id of a piece of a series, the same each time the file is read.
func tailUID(uid string, at Wall) string {
	id := uid + "-from-" + strings.NewReplacer("-", "", ":", "", " ", "T").Replace(at.String())
	if len(id) > MaxUID {
		sum := sha256.Sum256([]byte(id))
		id = "ics-" + hex.EncodeToString(sum[:12])
	}
	return id
}
