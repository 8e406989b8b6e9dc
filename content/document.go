package content

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// document is one TOML text being read: what is wrong with it, and where.
type document struct {
	file  string
	text  []byte
	above int      // lines of the file above the text
	known register // nil while the register itself is read

	own   bool            // it is a pack's, which may leave more out
	gone  map[string]bool // ids of its own sources that were refused
	unfit map[int]bool    // lines with a value of the wrong kind; more about them would be noise
	bad   []error
	lines map[string]int // path of a key -> its line; made when first needed
}

// decode reads the text strictly: a key nobody knows is a slip of the pen. It
// tells whether there is something to check further.
func (d *document) decode(into any) bool {
	err := strictly(d.text, into)
	if d.own {
		err = d.withoutUnfit(err, into)
	}
	var unknown *toml.StrictMissingError
	var broken *toml.DecodeError
	if d.own && !errors.As(err, &broken) {
		defer d.smallKeys()
	}
	switch {
	case err == nil:
		return true
	case errors.As(err, &unknown):
		for i := range unknown.Errors {
			e := &unknown.Errors[i]
			line, _ := e.Position()
			d.add(line, "", fmt.Sprintf("unknown key %q; hint: correct its spelling or remove the line", strings.Join(e.Key(), ".")))
		}
		return true // what was known has been read
	case errors.As(err, &broken):
		line, _ := broken.Position()
		d.add(line, "", d.unfitted(broken))
	default:
		d.add(0, "", err.Error())
	}
	return false
}

func strictly(text []byte, into any) error {
	return toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields().Decode(into)
}

// withoutUnfit tells of values of the wrong kind and decodes what is left
// without their lines, so that one does not hide another. It returns how the
// rest went; where a value goes over several lines that is the first error.
func (d *document) withoutUnfit(err error, into any) error {
	text := d.text
	for range 20 {
		var broken *toml.DecodeError
		if !errors.As(err, &broken) || !wrongKind(broken) {
			return err
		}
		line, _ := broken.Position()
		lines := bytes.Split(text, []byte("\n"))
		if line < 1 || line > len(lines) {
			return err
		}
		lines[line-1] = nil
		text = bytes.Join(lines, []byte("\n"))
		reflect.ValueOf(into).Elem().SetZero()
		rest := strictly(text, into)
		var more *toml.DecodeError
		if errors.As(rest, &more) && !wrongKind(more) {
			return err
		}
		d.add(line, "", d.unfitted(broken))
		if d.unfit == nil {
			d.unfit = map[int]bool{}
		}
		d.unfit[line] = true
		err = rest
	}
	return err
}

// wrongKind tells whether a text is TOML, but with a value of another kind than
// its key asks for.
func wrongKind(broken *toml.DecodeError) bool {
	return strings.HasPrefix(broken.Error(), "toml: cannot decode TOML") && len(broken.Key()) > 0
}

// packReadme is where whoever writes a pack finds what belongs into it.
const packReadme = "https://github.com/unhunch/unhunch/blob/main/content/data/README.md"

// unfitted says why a text cannot be decoded: it is no TOML, or a value is of
// another kind than its key asks for.
func (d *document) unfitted(broken *toml.DecodeError) string {
	readme := "data/README.md"
	if d.own {
		readme = packReadme
	}
	what := strings.TrimPrefix(broken.Error(), "toml: ")
	key := broken.Key()
	if wrongKind(broken) {
		wanted := "of another kind"
		for kind, name := range map[string]string{
			"string": "a text in quotes", "int": "a whole number without quotes", "float64": "a number without quotes", "bool": "true or false",
		} {
			if strings.HasSuffix(what, " of type "+kind) {
				wanted = name
			}
		}
		return fmt.Sprintf("%s has to be %s; hint: %s shows how", key[len(key)-1], wanted, readme)
	}
	return what + "; hint: it has to be valid TOML of the kind " + readme + " shows"
}

func (d *document) add(line int, item, what string) {
	if d.unfit[line] {
		return
	}
	if line > 0 {
		line += d.above
	}
	d.bad = append(d.bad, &Problem{File: d.file, Line: line, Item: item, What: what})
}

// addAt tells what is wrong with what stands at a path such as
// routine[0].items[2].reps.
func (d *document) addAt(path, item, what string) {
	before := len(d.bad)
	d.add(d.line(path), item, what)
	if len(d.bad) == before {
		return
	}
	var told *Problem
	if _, key, inEntry := strings.Cut(path, "]."); inEntry && errors.As(d.bad[before], &told) {
		told.Key = key
	}
}

func (d *document) err() error { return errors.Join(d.bad...) }

// line finds the line of a path such as exercise[3].pose.start, or of the
// nearest thing around it.
func (d *document) line(path string) int {
	if d.lines == nil {
		d.lines = map[string]int{}
		d.index()
	}
	for path != "" {
		if line, ok := d.lines[path]; ok {
			return line
		}
		cut := strings.LastIndexAny(path, ".[")
		if cut < 0 {
			return 1
		}
		path = path[:cut]
	}
	return 1
}

// has tells whether the text says something about a path, be it 0 or empty.
func (d *document) has(path string) bool {
	d.line("")
	_, ok := d.lines[path]
	return ok
}

// index notes the line of every key. The text has been decoded once, so that
// it is known to be valid.
func (d *document) index() {
	starts := []int{0}
	for i, c := range d.text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	note := func(path string, n *unstable.Node) {
		if _, known := d.lines[path]; !known {
			at := int(n.Raw.Offset)
			d.lines[path] = sort.Search(len(starts), func(i int) bool { return starts[i] > at })
		}
	}
	count := map[string]int{}
	in := ""
	p := unstable.Parser{}
	p.Reset(d.text)
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.ArrayTable, unstable.Table:
			path, first := keyPath("", e.Key(), count)
			if e.Kind == unstable.ArrayTable {
				count[path]++
				path = indexed(path, count[path]-1)
			}
			in = path
			note(in, first)
		case unstable.KeyValue:
			d.indexValue(in, e, note)
		default:
		}
	}
}

func (d *document) indexValue(in string, e *unstable.Node, note func(string, *unstable.Node)) {
	path, first := keyPath(in, e.Key(), nil)
	note(path, first)
	switch v := e.Value(); v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			d.indexValue(path, it.Node(), note)
		}
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); {
			n := it.Node()
			if n.Kind == unstable.Comment {
				continue
			}
			at := indexed(path, i)
			if n.Kind == unstable.InlineTable {
				for kv := n.Children(); kv.Next(); {
					_, key := keyPath("", kv.Node().Key(), nil)
					note(at, key)
					d.indexValue(at, kv.Node(), note)
				}
			} else if n.Raw.Length > 0 {
				note(at, n)
			}
			i++
		}
	default:
	}
}

// keyPath joins a dotted key. In headers, a part that is a list of tables
// means its last one so far.
func keyPath(in string, it unstable.Iterator, count map[string]int) (string, *unstable.Node) {
	var first *unstable.Node
	path := in
	for it.Next() {
		n := it.Node()
		if first == nil {
			first = n
		} else if c := count[path]; c > 0 {
			path = indexed(path, c-1)
		}
		if path != "" {
			path += "."
		}
		path += string(n.Data)
	}
	return path, first
}

// indexed is the path of the i-th entry of a list.
func indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
