package content

import "github.com/pelletier/go-toml/v2/unstable"

// EntryAt is where an entry stands in the text of a pack's file: from the
// beginning of its line [[kind]] to that of the next one.
type EntryAt struct {
	ID       string // empty if it has none that is a text
	From, To int
}

// Entries finds the entries of one kind, such as routine, in the text of a
// pack's file, for whoever changes one of them. A text that is no TOML is a
// *Problem with its line.
func Entries(file string, text []byte, kind string) ([]EntryAt, error) {
	d := &document{file: file, text: text}
	found, whole := split(d, kind)
	if !whole {
		return nil, d.err()
	}
	out := make([]EntryAt, len(found))
	for i, at := range found {
		out[i] = EntryAt{idIn(text[at.from:at.to]), at.from, at.to}
	}
	return out, nil
}

// idIn is the id an entry gives itself.
func idIn(entry []byte) string {
	var p unstable.Parser
	p.Reset(entry)
	for tables := 0; p.NextExpression(); {
		e := p.Expression()
		if e.Kind != unstable.KeyValue {
			if tables++; tables > 1 {
				return "" // what follows is a part of it
			}
			continue
		}
		keys := e.Key()
		keys.Next()
		if keys.IsLast() && string(keys.Node().Data) == "id" && e.Value().Kind == unstable.String {
			return string(e.Value().Data)
		}
	}
	return ""
}
