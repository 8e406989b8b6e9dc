package diary

import (
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Therapist is somebody who gives massages.
type Therapist struct {
	ID              string   `json:"id"`
	Name            string   `json:"name"`
	Practice        string   `json:"practice,omitempty"`
	Phone           string   `json:"phone,omitempty"`
	Mail            string   `json:"mail,omitempty"`
	Address         string   `json:"address,omitempty"`
	LicenceSeen     bool     `json:"licence_seen"`     // the person saw that they may work here
	PrenatalTrained bool     `json:"prenatal_trained"` // they are trained for pregnancy
	Specialities    []string `json:"specialities"`
	Notes           string   `json:"notes,omitempty"`
	Archived        bool     `json:"archived"` // no longer offered; their visits stay
}

// Validate tells what is wrong with a therapist: the first thing, as a
// *FieldError. Neither the id nor the time is looked at.
func (t Therapist) Validate(time.Time) error {
	if strings.TrimSpace(t.Name) == "" {
		return &FieldError{"name", catalog.L("it is missing"), catalog.L("say who it is, or what the practice is called")}
	}
	for _, line := range []struct{ field, text string }{
		{"name", t.Name}, {"practice", t.Practice}, {"phone", t.Phone}, {"mail", t.Mail},
	} {
		if err := validateLine(line.field, line.text); err != nil {
			return err
		}
	}
	switch {
	case t.Phone != "" && !strings.ContainsAny(t.Phone, "0123456789"):
		return &FieldError{"phone", catalog.L("there is no digit in it"), catalog.L("write it as +49 30 123456")}
	case t.Mail != "" && !mailLike(t.Mail):
		return &FieldError{"mail", catalog.L("it is no address for mail"), catalog.L("write it as name@example.org")}
	}
	if err := validateNote(t.Address); err != nil {
		return &FieldError{"address", catalog.L("it is too long or holds a control character"), catalog.L("write it on a few lines")}
	}
	if err := validateLines("specialities", t.Specialities); err != nil {
		return err
	}
	return validateNotes(t.Notes)
}

// mailLike tells whether a text looks like an address for mail: something, one
// @, and something with a dot in it or a host of one's own.
func mailLike(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && host != "" && !strings.ContainsAny(s, " \t<>,;") && !strings.Contains(host, "@") &&
		!strings.HasPrefix(host, ".") && !strings.HasSuffix(host, ".")
}

// Tidy is the therapist as they are kept: no blanks around anything, no
// speciality twice, specialities never nil.
func (t Therapist) Tidy() Therapist {
	t.Name, t.Practice = tidyLine(t.Name), tidyLine(t.Practice)
	t.Phone, t.Mail = tidyLine(t.Phone), tidyLine(t.Mail)
	t.Address, t.Notes = tidyNotes(t.Address), tidyNotes(t.Notes)
	t.Specialities = tidyLines(t.Specialities)
	return t
}
