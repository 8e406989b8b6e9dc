package content

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The library is pure: texts in, values out. It knows no clock, no network and
// no file but those it is given.
func TestImportsArePure(t *testing.T) {
	allowed := []string{
		"bytes", "cmp", "embed", "encoding/xml", "errors", "fmt", "image", "image/jpeg", "image/png", "io", "io/fs",
		"maps", "math", "path", "reflect", "regexp", "slices", "sort", "strconv", "strings", "sync", "time", "unicode/utf8",
		"github.com/pelletier/go-toml/v2", "github.com/pelletier/go-toml/v2/unstable",
		"github.com/unhunch/unhunch/content/figure",
	}
	clock := []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Sleep"}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil || !slices.Contains(allowed, p) {
				t.Errorf("%s imports %s", name, i.Path.Value)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(clock, sel.Sel.Name) {
				if in, ok := sel.X.(*ast.Ident); ok && in.Name == "time" {
					t.Errorf("%s asks the clock: time.%s", name, sel.Sel.Name)
				}
			}
			return true
		})
	}
}
