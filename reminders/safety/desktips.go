package safety

import (
	"slices"

	"github.com/unhunch/unhunch/content"
)

// DeskTips are the tips a posture check may show to this person: about the
// desk, meant for them, and none that is held back or to be asked about. The
// slice is the caller's own.
func (j *Judge) DeskTips() ([]content.Tip, error) {
	tips, err := j.lib.PostureTips()
	return slices.DeleteFunc(tips, func(t content.Tip) bool {
		return !j.Meant(t.Pregnancy) || !j.Tip(t).Suggest()
	}), err
}
