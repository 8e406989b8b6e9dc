package content

import "strings"

// BlockKind is what a part of a guide's text is.
type BlockKind int

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading
	Item // of a list
)

// Block is a heading, a paragraph or one line of a list.
type Block struct {
	Kind  BlockKind
	Spans []Span
}

// Span is a piece of a block in one look: words, or a reference to a source.
type Span struct {
	Text   string
	Bold   bool
	Source string // the id of the source referred to; Text is empty then
}

// Text is the block's words without its references.
func (b Block) Text() string {
	var out strings.Builder
	for _, s := range b.Spans {
		out.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// Blocks takes the guide's text apart. Lines that follow each other are one
// paragraph; pictures are left out.
func (g Guide) Blocks() []Block {
	var out []Block
	var open []string // the lines of a paragraph or item so far
	kind := Paragraph
	end := func() {
		if len(open) > 0 {
			out = append(out, Block{Kind: kind, Spans: spans(strings.Join(open, " "))})
		}
		open, kind = nil, Paragraph
	}
	for line := range strings.SplitSeq(picture.ReplaceAllString(g.Body, ""), "\n") {
		line = strings.TrimSpace(line)
		switch item, ok := listItem(line); {
		case line == "":
			end()
		case strings.HasPrefix(line, "#"):
			end()
			open, kind = []string{strings.TrimSpace(strings.TrimLeft(line, "#"))}, Heading
			end()
		case ok:
			end()
			open, kind = []string{item}, Item
		default:
			open = append(open, line)
		}
	}
	end()
	return out
}

func listItem(line string) (string, bool) {
	if item, ok := strings.CutPrefix(line, "- "); ok {
		return item, true
	}
	return strings.CutPrefix(line, "* ")
}

// spans takes a line apart at its bold words and its references.
func spans(text string) []Span {
	var out []Span
	for i, part := range strings.Split(text, "**") {
		bold := i%2 == 1
		at := 0
		for _, m := range reference.FindAllStringSubmatchIndex(part, -1) {
			if m[0] > at {
				out = append(out, Span{Text: part[at:m[0]], Bold: bold})
			}
			out = append(out, Span{Source: part[m[2]:m[3]]})
			at = m[1]
		}
		if at < len(part) {
			out = append(out, Span{Text: part[at:], Bold: bold})
		}
	}
	return out
}
