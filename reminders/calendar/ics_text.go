package calendar

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// utf8Of is a file without its byte order mark, and in UTF-8 where it was in
// UTF-16, as some programs of Windows write it.
func utf8Of(data []byte) []byte {
	order := unicode.BigEndian
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("B\x00E\x00")):
		order = unicode.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00B\x00E")):
	default:
		return data
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return data // it will be none of a calendar
	}
	return out
}

// text is a line as UTF-8. One in an old encoding is read as Windows-1252: every
// letter of western Europe is right then.
func text(line []byte) string {
	if utf8.Valid(line) {
		return string(line)
	}
	out, _ := charmap.Windows1252.NewDecoder().Bytes(line) // what it does not know becomes �
	return string(out)
}

// withoutTags is a text in plain words where it was written in HTML, as some
// calendars do.
func withoutTags(text string) string {
	if !looksHTML.MatchString(text) {
		return text
	}
	text = lineTags.ReplaceAllString(text, "\n")
	text = html.UnescapeString(anyTag.ReplaceAllString(text, ""))
	text = strings.ReplaceAll(text, "\u00a0", " ")
	return manyLines.ReplaceAllString(text, "\n\n")
}

var (
	looksHTML = regexp.MustCompile(`(?i)<(br|p|div|html|body|b|i|u|a|ul|ol|li|span|strong|em|table)(\s[^<>]*)?/?>`)
	lineTags  = regexp.MustCompile(`(?i)<(br|/p|/div|/li|/tr|/h[1-6])(\s[^<>]*)?/?>`)
	anyTag    = regexp.MustCompile(`<[!/]?[A-Za-z-][^<>]*>`)
	manyLines = regexp.MustCompile(`[ \t]*\n[ \t]*(\n[ \t]*)+`)
)
