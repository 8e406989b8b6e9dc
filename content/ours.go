package content

import "reflect"

// checkOurs tells which names in an entry's list of our own numbers are no
// fields of it, or fields left empty. entry is a pointer to a struct.
func checkOurs(entry any, ours []string, say report) {
	v := reflect.ValueOf(entry).Elem()
	t := v.Type()
	for _, name := range ours {
		found := false
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == name && !v.Field(i).IsZero() {
				found = true
			}
		}
		if !found {
			say("ours", "ours names %q, which is not set here; hint: correct or remove it", name)
		}
	}
}
