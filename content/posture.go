package content

import "slices"

// PostureTips returns the tips a posture check at the desk shows: about
// sitting, standing, short breaks, laptops and phones. Some are for pregnancy
// only: whom a tip is for and suits, safety.Judge tells. The slice is the
// caller's own.
func (l *Library) PostureTips() ([]Tip, error) {
	tips, err := l.Tips()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(tips), func(t Tip) bool { return !t.desk() }), nil
}
