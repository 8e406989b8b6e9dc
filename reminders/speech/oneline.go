package speech

import "strings"

// oneLine is an error's text without line breaks.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
