package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
)

// visitWords is what the options of a visit are read by.
type visitWords struct {
	now        time.Time
	massage    *content.Massage
	therapists []diary.Therapist
	currency   string       // of an amount without one
	warn       func(string) // says what is kept, though it may be a slip
}

// visitFields are the options of a visit. Without words they only describe
// themselves.
func visitFields(w visitWords) []field[diary.Visit] {
	return []field[diary.Visit]{
		{
			flag: "at", usage: catalog.L("when it began: 18:30, or 2026-11-26 17:30"),
			get: func(v diary.Visit) []string { return []string{v.At.In(w.now.Location()).Format("2006-01-02 15:04:05")} },
			set: func(v *diary.Visit, s []string) (err error) { v.At, err = visitTime(first(s), w.now); return err },
		},
		{
			flag: "length", usage: catalog.L("how long it was, as 60m"),
			get: func(v diary.Visit) []string {
				if v.Length == 0 {
					return nil
				}
				return []string{reminders.FormatDuration(v.Length)}
			},
			set: func(v *diary.Visit, s []string) (err error) {
				if v.Length = 0; len(s) > 0 {
					v.Length, err = parseLength(s[0])
				}
				return err
			},
		},
		text("type", catalog.L("the type of massage, such as swedish or deep-tissue, or your own word"),
			func(v *diary.Visit) *string { return &v.Type }, w.typeOf),
		{
			flag: "technique", many: true, usage: catalog.L("what was done, such as kneading; once for each"),
			get: func(v diary.Visit) []string { return v.Techniques },
			set: func(v *diary.Visit, s []string) error {
				v.Techniques = nil
				for _, t := range s {
					v.Techniques = append(v.Techniques, w.techniqueOf(t))
				}
				return nil
			},
		},
		{
			flag: "therapist", usage: catalog.L("who gave it: a name or an id of unhunch therapist list"),
			get: func(v diary.Visit) []string { return some(v.Therapist) },
			set: func(v *diary.Visit, s []string) error {
				if v.Therapist = ""; len(s) == 0 {
					return nil
				}
				on := therapistShelf(w.therapists)
				i, err := on.find(s[0])
				if err == nil {
					v.Therapist = on.entries[i].id
				}
				return err
			},
		},
		{
			flag: "pressure", usage: catalog.L("how firm it was, from 1 (lightest) to 5 (firmest)"),
			get: func(v diary.Visit) []string { return number(&v.Pressure, v.Pressure != 0) },
			set: func(v *diary.Visit, s []string) error {
				n, err := whole("--pressure", first(s), 1, diary.MaxPressure)
				v.Pressure = 0
				if n != nil {
					v.Pressure = *n
				}
				return err
			},
		},
		{
			flag: "area", many: true, usage: catalog.L("a part of the body that was worked on, such as lower-back; once for each"),
			get: func(v diary.Visit) []string {
				var out []string
				for _, r := range v.Areas {
					out = append(out, string(r))
				}
				return out
			},
			set: func(v *diary.Visit, s []string) error {
				v.Areas = nil
				for _, name := range s {
					r, err := diary.ParseRegion(name)
					if err != nil {
						return misuse("", "%w", err)
					}
					v.Areas = append(v.Areas, r)
				}
				return nil
			},
		},
		pain("before", catalog.L("how bad the pain was just before, from 0 to 10"), func(v *diary.Visit) **int { return &v.Before }),
		pain("after", catalog.L("how bad it was right after, from 0 to 10"), func(v *diary.Visit) **int { return &v.After }),
		pain("24h", catalog.L("how bad it was a day later, from 0 to 10"), func(v *diary.Visit) **int { return &v.NextDay }),
		pain("72h", catalog.L("how bad it was three days later, from 0 to 10"), func(v *diary.Visit) **int { return &v.ThirdDay }),
		{
			flag: "bruised", yes: true, usage: catalog.L("it left bruises (yes or no)"),
			get: func(v diary.Visit) []string { return yes(v.Bruised) },
			set: func(v *diary.Visit, s []string) (err error) { v.Bruised, err = readYes(s); return err },
		},
		{
			flag: "cost", usage: catalog.L("what it cost, as 65 EUR"),
			get: func(v diary.Visit) []string { return some(v.Cost.String()) },
			set: func(v *diary.Visit, s []string) (err error) {
				if v.Cost = (diary.Money{}); len(s) == 0 {
					return nil
				}
				if v.Cost, err = diary.ParseMoney(s[0], w.currency); err != nil {
					return misuse("", "%w", err)
				}
				return nil
			},
		},
		text("note", catalog.L("a few words of your own"), func(v *diary.Visit) *string { return &v.Notes }, nil),
		text("appointment", catalog.L("the UID of the appointment it was"), func(v *diary.Visit) *string { return &v.Appointment }, nil),
	}
}

func first(s []string) string { return strings.Join(s, " ") }

// some is a text as a list: nothing where it is empty.
func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func yes(is bool) []string {
	if is {
		return []string{"yes"}
	}
	return nil
}

// readYes reads an option that means yes where it has no value.
func readYes(s []string) (bool, error) {
	if len(s) == 0 {
		return false, nil
	}
	return yesOrNo(s[0])
}

func number(n *int, is bool) []string {
	if n == nil || !is {
		return nil
	}
	return []string{strconv.Itoa(*n)}
}

// whole reads a whole number of an option; nothing is nil.
func whole(flag, typed string, from, to int) (*int, error) {
	if typed == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || n < from || n > to {
		return nil, wrong(catalog.L("give a whole number from {{.From}} to {{.To}}", catalog.D{"From": from, "To": to}),
			catalog.L("{{.Flag}}: {{.Given}} is not on the scale", catalog.D{"Flag": flag, "Given": quoted(typed)}))
	}
	return &n, nil
}

// text is an option for a text, changed by read, if there is one.
func text[T any](flag, usage string, at func(*T) *string, read func(string) string) field[T] {
	return field[T]{
		flag: flag, usage: usage,
		get: func(x T) []string { return some(*at(&x)) },
		set: func(x *T, s []string) error {
			*at(x) = first(s)
			if read != nil && len(s) > 0 {
				*at(x) = read(first(s))
			}
			return nil
		},
	}
}

func pain(flag, usage string, at func(*diary.Visit) **int) field[diary.Visit] {
	return field[diary.Visit]{
		flag: flag, usage: usage,
		get: func(v diary.Visit) []string { return number(*at(&v), true) },
		set: func(v *diary.Visit, s []string) (err error) {
			*at(v), err = whole("--"+flag, first(s), 0, diary.MaxIntensity)
			return err
		},
	}
}

// typeOf is the id of the library's type somebody means, or their own word.
func (w visitWords) typeOf(typed string) string {
	on := typeShelf(w.massage)
	if i, ok := on.exactly(typed); ok {
		return on.entries[i].id
	}
	w.own(on, typed)
	return typed
}

func (w visitWords) techniqueOf(typed string) string {
	on := techniqueShelf(w.massage)
	if i, ok := on.exactly(typed); ok {
		return on.entries[i].id
	}
	w.own(on, typed)
	return typed
}

// own says that a word is kept as it is, and what may have been meant.
func (w visitWords) own(on shelf, typed string) {
	var ids []string
	for _, e := range on.entries {
		ids = append(ids, e.id)
	}
	if near := reminders.Nearest(typed, ids); near != "" && w.warn != nil {
		w.warn(catalog.L("{{.Given}} is kept as your own word; did you mean {{.Near}}?", catalog.D{"Given": quoted(typed), "Near": near}))
	}
}

// exactly is the entry with that id or name, whatever its capitals.
func (s shelf) exactly(typed string) (int, bool) {
	want := dashed(typed)
	found := s.that(func(name string) bool { return name == want && want != "" })
	if len(found) != 1 {
		return 0, false
	}
	return found[0], true
}

func typeShelf(m *content.Massage) shelf {
	s := shelf{command: "unhunch guide massage-types", missing: func(typed string) string {
		return catalog.L("there is no type of massage {{.Given}}", catalog.D{"Given": typed})
	}}
	for _, t := range m.Types {
		s.entries = append(s.entries, entry{t.ID, t.Name, t.AlsoCalled, t.What})
	}
	return s
}

func techniqueShelf(m *content.Massage) shelf {
	s := shelf{command: "unhunch guide massage-techniques", missing: func(typed string) string {
		return catalog.L("there is no technique {{.Given}}", catalog.D{"Given": typed})
	}}
	for _, t := range m.Techniques {
		s.entries = append(s.entries, entry{t.ID, t.Name, t.AlsoCalled, t.Does})
	}
	return s
}

// visitTime reads when a visit was: as parseWhen does of a time past, and a day
// alone, which is its noon, or now if that is still to come.
func visitTime(typed string, now time.Time) (time.Time, error) {
	y, m, d := now.Date()
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(typed))
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case "", "now":
		return now.Truncate(time.Second), nil
	case "today":
		day, err = time.Date(y, m, d, 0, 0, 0, 0, time.UTC), nil
	case "yesterday":
		day, err = time.Date(y, m, d-1, 0, 0, 0, 0, time.UTC), nil
	}
	if err != nil {
		return parseWhen(typed, now, true)
	}
	noon := reminders.Local(day.Year(), day.Month(), day.Day(), reminders.Clock(12, 0, 0), now.Location())
	if same := day.Year() == y && day.Month() == m && day.Day() == d; same && noon.After(now) {
		return now.Truncate(time.Second), nil
	}
	return noon, nil
}
