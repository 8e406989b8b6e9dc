package calendar

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// ExportOptions say how appointments are written.
type ExportOptions struct {
	Now   time.Time
	Leads []Lead // alarms of appointments without leads of their own
}

// Export writes appointments as an iCalendar file (RFC 5545) that other
// calendars read, with their time zones and alarms. Parse reads the same
// appointments back.
func Export(w io.Writer, list []Appointment, o ExportOptions) error {
	e := &exporting{w: bufio.NewWriter(w), o: o}
	e.line("BEGIN", "VCALENDAR")
	e.line("VERSION", "2.0")
	e.line("PRODID", "-//Unhunch//Unhunch//EN")
	e.line("CALSCALE", "GREGORIAN")
	if err := e.zones(list); err != nil {
		return err
	}
	for _, a := range list {
		a = a.Tidy()
		zone, err := a.Location()
		if err != nil {
			return fmt.Errorf("%s: %w", a.UID, err)
		}
		e.event(a, zone)
	}
	e.line("END", "VCALENDAR")
	if err := e.w.Flush(); err != nil {
		return err
	}
	return e.err
}

type exporting struct {
	w   *bufio.Writer
	o   ExportOptions
	err error
}

// mostOctets is how long a line may be before it is folded.
const mostOctets = 75

// line writes a line, folded between characters.
func (e *exporting) line(name, value string) {
	text := name + ":" + value
	room := mostOctets
	for len(text) > room {
		cut := room
		for cut > 1 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		e.write(text[:cut] + "\r\n ")
		text, room = text[cut:], mostOctets-1
	}
	e.write(text + "\r\n")
}

func (e *exporting) write(text string) {
	if _, err := e.w.WriteString(text); err != nil && e.err == nil {
		e.err = err
	}
}

// words writes a text, unless it is empty.
func (e *exporting) words(name, value string) {
	if value != "" {
		e.line(name, escaped(value))
	}
}

const utcForm = "20060102T150405Z"

// walls writes dates by the clock of an appointment.
func (e *exporting) walls(name string, a Appointment, list ...Wall) {
	if len(list) == 0 {
		return
	}
	form := "20060102T150405"
	param := ";TZID=" + a.Zone
	if a.AllDay {
		form, param = "20060102", ";VALUE=DATE"
	}
	var values []string
	for _, w := range list {
		values = append(values, w.clock().Format(form))
	}
	e.line(name+param, strings.Join(values, ","))
}

func (e *exporting) event(a Appointment, zone *time.Location) {
	e.begin(a)
	e.walls("DTSTART", a, a.Start)
	e.end(a, a.Start, a.Length, zone)
	if a.Rule != "" {
		e.line("RRULE", a.Rule)
	}
	e.walls("EXDATE", a, a.ExDates...)
	e.walls("RDATE", a, a.RDates...)
	e.told(a, a.Title, a.Place, a.Notes, a.Status)
	for _, o := range a.Overrides {
		e.begin(a)
		e.walls("RECURRENCE-ID", a, o.At)
		e.walls("DTSTART", a, o.Start)
		e.end(a, o.Start, o.Length, zone)
		pick := func(own, series string) string {
			if own != "" {
				return own
			}
			return series
		}
		e.told(a, pick(o.Title, a.Title), pick(o.Place, a.Place), pick(o.Notes, a.Notes), o.Status)
	}
}

func (e *exporting) begin(a Appointment) {
	e.line("BEGIN", "VEVENT")
	e.line("UID", a.UID)
	e.line("SEQUENCE", fmt.Sprint(a.Sequence))
	e.line("DTSTAMP", e.o.Now.UTC().Format(utcForm))
	if !a.Created.IsZero() {
		e.line("CREATED", a.Created.UTC().Format(utcForm))
	}
	if !a.Updated.IsZero() {
		e.line("LAST-MODIFIED", a.Updated.UTC().Format(utcForm))
	}
}

// end writes when it ends: as a time, which every calendar reads, or as a
// length where clocks show that time twice.
func (e *exporting) end(a Appointment, start Wall, d time.Duration, zone *time.Location) {
	if a.AllDay {
		e.walls("DTEND", a, start.Add(d))
		return
	}
	end := start.In(zone).Add(d)
	if WallAt(end).In(zone).Equal(end) {
		e.walls("DTEND", a, WallAt(end))
		return
	}
	e.line("DURATION", icsLength(d))
}

// icsLength writes a length as RFC 5545 does.
func icsLength(d time.Duration) string {
	return "PT" + strings.ToUpper(length(d))
}

// told writes what an event says besides its times, and ends it.
func (e *exporting) told(a Appointment, title, place, notes string, s Status) {
	e.words("SUMMARY", title)
	e.words("LOCATION", place)
	e.words("DESCRIPTION", notes)
	if s == Cancelled {
		e.line("STATUS", "CANCELLED")
	} else {
		e.line("STATUS", "CONFIRMED")
	}
	if s == Done || s == Missed {
		e.line(propStatus, string(s))
	}
	e.words(propType, a.Type)
	e.words(propTherapist, a.Therapist)
	leads := a.Leads
	switch {
	case leads == nil:
		e.line(propLeads, "default")
		leads = e.o.Leads
	case len(leads) == 0:
		e.line(propLeads, "none")
	}
	if s == Planned {
		for _, l := range leads {
			e.alarm(l, title)
		}
	} else if len(a.Leads) > 0 {
		// Nothing is to come any more; the leads are kept for us alone.
		var words []string
		for _, l := range a.Leads {
			words = append(words, l.String())
		}
		e.line(propLeads, strings.Join(words, ","))
	}
	e.line("END", "VEVENT")
}

func (e *exporting) alarm(l Lead, title string) {
	trigger := "-P" + l.String()
	if l.Days > 0 {
		trigger = strings.ToUpper(trigger)
	} else {
		trigger = "-" + icsLength(l.Elapsed)
	}
	if title == "" {
		title = "Massage"
	}
	e.line("BEGIN", "VALARM")
	e.line("ACTION", "DISPLAY")
	e.words("DESCRIPTION", title)
	e.line("TRIGGER", trigger)
	e.line("END", "VALARM")
}

// zones writes the time zones that are used, each once.
func (e *exporting) zones(list []Appointment) error {
	first, last := map[string]int{}, map[string]int{}
	var names []string
	for _, a := range list {
		a = a.Tidy()
		if a.AllDay {
			continue
		}
		y, _, _ := a.Start.Date()
		if !slices.Contains(names, a.Zone) {
			names = append(names, a.Zone)
			first[a.Zone], last[a.Zone] = y, max(y, e.o.Now.Year())
		}
		first[a.Zone], last[a.Zone] = min(first[a.Zone], y), max(last[a.Zone], y)
		for _, o := range a.Overrides {
			y, _, _ := o.Start.Date()
			first[a.Zone], last[a.Zone] = min(first[a.Zone], y), max(last[a.Zone], y)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		zone, err := time.LoadLocation(name)
		if err != nil {
			return err
		}
		e.zone(zone, first[name], last[name])
	}
	return nil
}
