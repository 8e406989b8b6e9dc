package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// series reads how an event repeats.
func (p *reading) series(v *vevent, c *component) error {
	a := &v.Appointment
	if l, ok := v.line["RRULE"]; ok && strings.TrimSpace(l.value) != "" {
		r, err := p.ruleOf(v, l.value)
		if err == nil {
			err = r.fits(a.Start)
		}
		if err != nil {
			return at(l, bareProblem(err))
		}
		a.Rule = r.String()
	}
	if l, ok := v.line["RECURRENCE-ID"]; ok {
		m, err := p.moment(l, l.value)
		if err != nil {
			return at(l, fmt.Errorf("%s: %w", catalog.L("the occurrence it is about"), err))
		}
		v.master, v.at, v.atDate = false, m.in(v.zone), m.date
		v.later = strings.EqualFold(l.param("RANGE"), "THISANDFUTURE")
	}
	if a.Rule != "" && a.Zone == "UTC" && p.o.Zone.String() != "UTC" {
		v.Notes = append(v.Notes, catalog.L("it repeats by the clock of UTC, so that its time here changes with summer time"))
	}
	for _, l := range c.lines {
		var err error
		switch l.name {
		case "EXDATE":
			err = p.dates(l, v, func(m moment, _ time.Duration) error { a.ExDates = append(a.ExDates, exdate(m, v)); return nil }, &a.ExDates)
		case "RDATE":
			err = p.dates(l, v, func(m moment, d time.Duration) error {
				w := m.in(v.zone)
				if m.date && !a.AllDay {
					w += a.Start.sinceMidnight()
				}
				a.RDates = append(a.RDates, w)
				if d != 0 && d != a.Length {
					if err := checkLength(d, a.AllDay); err != nil {
						return bareProblem(err)
					}
					a.Overrides = append(a.Overrides, Override{At: w, Start: w, Length: d, Status: Planned})
				}
				return nil
			}, &a.RDates)
		}
		if err != nil {
			return at(l, err)
		}
	}
	return nil
}

// ruleOf reads a rule. Of one that says how often and until when as well, what
// ends it first counts.
func (p *reading) ruleOf(v *vevent, text string) (Rule, error) {
	var kept []string
	until, counted := "", false
	for part := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(part)), "=")
		if name == "UNTIL" {
			until = value
			continue
		}
		counted = counted || name == "COUNT"
		kept = append(kept, part)
	}
	if until == "" || !counted {
		return ParseRule(text)
	}
	r, err := ParseRule(strings.Join(kept, ";"))
	if err != nil {
		return r, err
	}
	end := Rule{}
	if err := end.readUntil(until); err != nil {
		return r, err
	}
	n := 0
	r.starts(v.Appointment.Start, v.Appointment.Start, v.Appointment.Start.AddDays(countedDays), v.zone, func(w Wall) bool {
		if n > 0 && end.endsBefore(w, v.zone) {
			return false
		}
		n++
		return true
	})
	v.Notes = append(v.Notes, catalog.L("it says both how often and until when it repeats; what ends it first counts"))
	r.count = n
	return r, nil
}

// exdate is the start that is left out. A date alone means the occurrence of
// that day.
func exdate(m moment, v *vevent) Wall {
	w := m.in(v.zone)
	if m.date && !v.Appointment.AllDay {
		w += v.Appointment.Start.sinceMidnight()
	}
	if !m.date && v.Appointment.AllDay {
		w = w.Midnight()
	}
	return w
}

// bareProblem is a FieldError without its field and hint.
func bareProblem(err error) error {
	var f *FieldError
	if errors.As(err, &f) {
		return errors.New(f.Problem)
	}
	return err
}

// dates reads the dates of an EXDATE or RDATE line. Periods give a length.
func (p *reading) dates(l contentLine, v *vevent, add func(moment, time.Duration) error, list *[]Wall) error {
	kind := strings.ToUpper(l.param("VALUE"))
	if kind != "" && kind != "DATE" && kind != "DATE-TIME" && kind != "PERIOD" {
		return fmt.Errorf("%s with %s cannot be used", l.name, short(clean(kind, false)))
	}
	for value := range strings.SplitSeq(l.value, ",") {
		if len(*list) >= MaxExDates {
			return fmt.Errorf("it has more than %d dates", MaxExDates)
		}
		if strings.TrimSpace(value) == "" {
			continue // it names none
		}
		first, last, period := strings.Cut(strings.TrimSpace(value), "/")
		m, err := p.moment(l, first)
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		var d time.Duration
		if period {
			if d, err = p.period(l, v, m, last); err != nil {
				return fmt.Errorf("%s: %w", l.name, err)
			}
		}
		if err := add(m, d); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
	return nil
}

// period is the length of a period that begins at m.
func (p *reading) period(l contentLine, v *vevent, m moment, last string) (time.Duration, error) {
	if m.date {
		return 0, errors.New(catalog.L("a period of dates cannot be used"))
	}
	if strings.HasPrefix(strings.ToUpper(last), "P") {
		d, _, err := icsDuration(last)
		return d, err
	}
	end, err := p.moment(l, last)
	if err != nil {
		return 0, err
	}
	d := end.in(v.zone).In(v.zone).Sub(m.in(v.zone).In(v.zone))
	if d <= 0 || end.date {
		return 0, fmt.Errorf("the period ends before it starts")
	}
	return d, nil
}

// alarms reads when to remind. Those at or after the start are none.
func (p *reading) alarms(v *vevent, c *component) {
	a := &v.Appointment
	switch own := v.line[propLeads].value; own {
	case "":
	case "default":
		return
	case "none":
		a.Leads, v.alarms = []Lead{}, true
		return
	default:
		a.Leads, v.alarms = parseLeads(own), true
		return
	}
	for _, part := range c.parts {
		if part.name != "VALARM" || len(a.Leads) >= MaxLeads {
			continue
		}
		action, _ := part.first("ACTION")
		if strings.EqualFold(strings.TrimSpace(action.value), "NONE") {
			continue
		}
		t, _ := part.first("TRIGGER")
		if l, ok := p.lead(v, t); ok && !slices.Contains(a.Leads, l) {
			a.Leads, v.alarms = append(a.Leads, l), true
		}
	}
}

// parseLeads reads leads as Export keeps them: 1d,2h30m.
func parseLeads(text string) []Lead {
	leads := []Lead{}
	for word := range strings.SplitSeq(text, ",") {
		if days, ok := strings.CutSuffix(word, "d"); ok {
			if n, err := strconv.Atoi(days); err == nil {
				leads = append(leads, Lead{Days: n})
			}
		} else if d, err := time.ParseDuration(word); err == nil {
			leads = append(leads, Lead{Elapsed: d})
		}
		if len(leads) >= MaxLeads {
			break
		}
	}
	return leads
}

// lead is how long before the start a trigger is.
func (p *reading) lead(v *vevent, t contentLine) (Lead, bool) {
	a := &v.Appointment
	var before time.Duration
	days := false
	if strings.EqualFold(t.param("VALUE"), "DATE-TIME") {
		m, err := p.moment(t, t.value)
		if err != nil || !m.utc || a.Repeats() {
			return Lead{}, false
		}
		before = a.Start.In(v.zone).Sub(time.Unix(int64(m.w), 0))
	} else {
		d, whole, err := icsDuration(t.value)
		if err != nil {
			return Lead{}, false
		}
		before, days = -d, whole
		if strings.EqualFold(t.param("RELATED"), "END") {
			before, days = before-a.Length, false
		}
	}
	l := Lead{Elapsed: before}
	if days {
		l = Lead{Days: int(before / (24 * time.Hour))}
	}
	return l, before >= time.Second && before <= MaxLead
}
