package catalog_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// text is one text of the programs: L has one form, N two.
type text struct {
	one, other string
	at         string // where it stands first
}

const (
	module = "github.com/unhunch/unhunch"
	itself = module + "/assets/catalog"
)

// extraction is what the Go files say.
type extraction struct {
	texts  map[string]text
	wrong  []string          // calls that cannot be translated, with file and line
	consts map[string]string // string constants, by import path and name
}

// extract collects the texts of every Go file of both programs.
func extract(t *testing.T, top string) extraction {
	t.Helper()
	x := extraction{texts: map[string]text{}, consts: map[string]string{}}
	fset := token.NewFileSet()
	parsed := map[string]*ast.File{}
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != top && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "bin") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			return err
		}
		parsed[path] = f
		rel, err := filepath.Rel(top, filepath.Dir(path))
		x.constants(module+"/"+filepath.ToSlash(rel), f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for path, f := range parsed {
		rel, err := filepath.Rel(top, filepath.Dir(path))
		if err != nil {
			t.Fatal(err)
		}
		x.calls(fset, module+"/"+filepath.ToSlash(rel), f, top)
	}
	return x
}

// constants notes the string constants of a file.
func (x extraction) constants(pkg string, f *ast.File) {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, name := range v.Names {
				if i < len(v.Values) {
					if said, ok := literal(v.Values[i]); ok {
						x.consts[pkg+"."+name.Name] = said
					}
				}
			}
		}
	}
}

// calls notes the file's calls of L and N.
func (x *extraction) calls(fset *token.FileSet, pkg string, f *ast.File, top string) {
	imports := map[string]string{}
	for _, i := range f.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		name := path[strings.LastIndex(path, "/")+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		imports[name] = path
	}
	value := func(e ast.Expr) (string, bool) {
		switch e := e.(type) {
		case *ast.Ident:
			said, ok := x.consts[pkg+"."+e.Name]
			return said, ok
		case *ast.SelectorExpr:
			if q, ok := e.X.(*ast.Ident); ok {
				said, ok := x.consts[imports[q.Name]+"."+e.Sel.Name]
				return said, ok
			}
		}
		return literal(e)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := ""
		switch fun := call.Fun.(type) {
		case *ast.Ident:
			if pkg == itself {
				name = fun.Name
			}
		case *ast.SelectorExpr:
			if q, ok := fun.X.(*ast.Ident); ok && imports[q.Name] == itself {
				name = fun.Sel.Name
			}
		}
		forms := map[string]int{"L": 1, "N": 2}[name]
		if forms == 0 {
			return true
		}
		pos := fset.Position(call.Pos())
		file, _ := filepath.Rel(top, pos.Filename)
		at := fmt.Sprintf("%s:%d", filepath.ToSlash(file), pos.Line)
		if len(call.Args) < forms {
			x.wrong = append(x.wrong, at+": too few arguments")
			return true
		}
		said := text{at: at}
		for i, into := range []*string{&said.one, &said.other}[:forms] {
			if *into, ok = value(call.Args[i]); !ok || *into == "" {
				x.wrong = append(x.wrong, at+": the text is no literal, so it cannot be translated")
				return true
			}
		}
		x.add(said)
		return true
	})
}

func (x *extraction) add(said text) {
	was, ok := x.texts[said.one]
	switch {
	case !ok:
		x.texts[said.one] = said
	case was.other != said.other:
		x.wrong = append(x.wrong, fmt.Sprintf("%s: %q has other forms than at %s", said.at, said.one, was.at))
	case said.at < was.at:
		x.texts[said.one] = said
	}
}

// literal is a string literal, or several joined with +.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.ParenExpr:
		return literal(e.X)
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, ok2 := literal(e.Y)
		return a + b, ok && ok2 && e.Op == token.ADD
	}
	return "", false
}
