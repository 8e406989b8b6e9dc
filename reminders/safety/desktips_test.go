package safety

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
)

func TestDeskTipsAreScreened(t *testing.T) {
	on := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	expecting := Profile{Pregnancy: Pregnancy{Is: true, Stage: 3, NotedAt: on}}
	for _, c := range []struct {
		name string
		p    Profile
	}{{"anybody", Profile{}}, {"pregnant", expecting}} {
		j := For(content.BuiltIn(), c.p, on)
		tips, err := j.DeskTips()
		if err != nil || len(tips) < 30 {
			t.Fatalf("%s: %d tips, %v", c.name, len(tips), err)
		}
		only := 0
		for _, tip := range tips {
			if !j.Tip(tip).Suggest() || tip.Pregnancy == content.NotPregnant && c.p.Pregnancy.Is {
				t.Errorf("%s: %s is suggested", c.name, tip.ID)
			}
			if tip.Pregnancy == content.OnlyPregnant {
				only++
			}
		}
		if (only > 0) != c.p.Pregnancy.Is {
			t.Errorf("%s: %d tips for pregnancy", c.name, only)
		}
	}
}
