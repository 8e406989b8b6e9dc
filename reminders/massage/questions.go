package massage

import (
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// ifSpecial is when the library asks for special training.
const ifSpecial = "pregnant or cancer"

// Questions are those worth asking a therapist somebody does not know yet. One
// that is only for some is left out for the others.
func Questions(m *content.Massage, p safety.Profile) []content.TherapistQuestion {
	special := p.Pregnancy.Is || p.Has("cancer")
	var out []content.TherapistQuestion
	for _, q := range m.Questions {
		if q.When != ifSpecial || special {
			out = append(out, q)
		}
	}
	return out
}
