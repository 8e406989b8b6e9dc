package widgets

import (
	"fyne.io/fyne/v2"
)

// SearchField is a line to type in that is heard at every letter, and that
// hands the keys which do not edit it to the list below it.
type SearchField struct {
	Entry
	OnTyped func(string)
	OnKey   func(fyne.KeyName) bool // true means that it was of use
	Chosen  string                  // what the list has chosen, for a screen reader
}

// NewSearchField makes an empty field.
func NewSearchField(label string) *SearchField {
	f := &SearchField{Entry: Entry{Label: label}}
	f.self = f
	f.ExtendBaseWidget(f)
	f.Wrapping = fyne.TextWrapOff
	f.Scroll = fyne.ScrollHorizontalOnly
	f.PlaceHolder = label
	f.OnChanged = func(s string) {
		if f.OnTyped != nil {
			f.OnTyped(s)
		}
	}
	return f
}

// TypedKey offers a key to the list first.
func (f *SearchField) TypedKey(k *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(k.Name) {
		return
	}
	f.Entry.TypedKey(k)
}

// AccessibilityLabel is what is typed here, what stands there, and what the
// list has chosen.
func (f *SearchField) AccessibilityLabel() string {
	if f.Chosen == "" {
		return f.Entry.AccessibilityLabel()
	}
	return f.Entry.AccessibilityLabel() + "; " + f.Chosen
}
