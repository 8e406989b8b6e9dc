package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The rules of the layout, each kept by a test.

const module = "github.com/unhunch/unhunch"

// mayImport says which of our own packages each package may import. A package
// that is not listed may not exist.
var mayImport = map[string][]string{
	"cmd/unhunch": {
		"assets", "assets/catalog", "content", "content/packs", "content/sheet", "reminders", "reminders/agent", "reminders/calendar", "reminders/coach", "reminders/control", "reminders/diary", "reminders/massage", "reminders/notify",
		"reminders/presence", "reminders/relax", "reminders/relief", "reminders/safety", "reminders/scenario", "reminders/session", "reminders/settings", "reminders/speech", "reminders/sqlite", "reminders/suggest", "reminders/zone", "ui/tray",
	},
	"cmd/unhunch-window":         {"ui", "ui/widgets", "reminders", "reminders/control", "reminders/folders", "reminders/sqlite", "reminders/settings", "reminders/speech", "reminders/zone", "content", "content/packs", "assets/catalog"},
	"assets":                     {},
	"assets/catalog":             {},
	"assets/catalog/catalogtest": {"assets/catalog"},
	"content":                    {"content/figure"},
	"content/figure":             {},
	"content/packs":              {"content", "assets/catalog", "reminders/folders"},
	"content/sheet":              {"content", "content/figure", "assets/catalog"},
	"reminders":                  {},
	"reminders/agent":            {"reminders", "reminders/settings", "reminders/control", "reminders/calendar", "reminders/diary", "reminders/massage", "reminders/relief", "reminders/safety", "content", "assets/catalog"},
	"reminders/calendar":         {"assets/catalog"},
	"reminders/control":          {"reminders", "reminders/folders"},
	"reminders/desktoptest":      {},
	"reminders/diary":            {"assets/catalog"},
	"reminders/folders":          {},
	"reminders/massage":          {"reminders/diary", "reminders/safety", "content", "assets/catalog"},
	"reminders/notify":           {"reminders"},
	"reminders/presence":         {"reminders"},
	"reminders/relax":            {"reminders/session", "content", "assets/catalog"},
	"reminders/relief":           {"reminders/diary", "content", "assets/catalog"},
	"reminders/safety":           {"reminders/diary", "content", "assets/catalog"},
	"reminders/scenario":         {"reminders", "reminders/settings"},
	"reminders/session":          {"content"},
	"reminders/settings":         {"reminders", "reminders/folders"},
	"reminders/speech":           {},
	"reminders/sqlite":           {"reminders", "reminders/calendar", "reminders/diary", "reminders/folders", "reminders/relief", "reminders/safety", "content"},
	"reminders/coach":            {"reminders/diary", "reminders/session", "assets/catalog"},
	"reminders/suggest":          {"reminders/diary", "reminders/safety", "content", "assets/catalog"},
	"reminders/zone":             {"reminders/calendar"},
	"ui":                         {"ui/player", "ui/widgets", "reminders", "reminders/calendar", "reminders/coach", "reminders/control", "reminders/diary", "reminders/massage", "reminders/relax", "reminders/relief", "reminders/safety", "reminders/session", "reminders/settings", "reminders/suggest", "content", "content/packs", "content/sheet", "assets", "assets/catalog"},
	"ui/painting":                {"content/figure"},
	"ui/player":                  {"ui/widgets", "reminders/coach", "reminders/relax", "reminders/session", "content", "content/figure", "assets/catalog"},
	"ui/tray":                    {"reminders/control", "assets", "assets/catalog"},
	"ui/widgets":                 {"assets/catalog", "content/figure", "ui/painting"},
}

// pure packages decide and do nothing else: no clock, no goroutine, no file.
var pure = []string{"content/figure", "content/sheet", "reminders", "reminders/calendar", "reminders/diary", "reminders/massage", "reminders/relax", "reminders/relief", "reminders/safety", "reminders/scenario", "reminders/session", "reminders/suggest", "reminders/coach", "ui/painting"}

// adapters stand between Unhunch and one technology each.
var adapters = []string{"reminders/notify", "reminders/presence", "reminders/speech", "reminders/sqlite", "reminders/control"}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

type listed struct {
	ImportPath   string
	Name         string
	Dir          string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
	GoFiles      []string
	Standard     bool
}

// list runs go list for the programs as they are built.
func list(t *testing.T, env []string, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-json", "-tags", "gles"}, args...)...)
	cmd.Dir = root(t)
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &stderr)
	}
	var all []listed
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func ours(path string) (string, bool) { return strings.CutPrefix(path, module+"/") }

func TestImportRules(t *testing.T) {
	seen := map[string]bool{}
	for _, goos := range []string{"linux", "windows", "darwin"} {
		for _, p := range list(t, []string{"GOOS=" + goos, "CGO_ENABLED=0"}, "./...") {
			name, ok := ours(p.ImportPath)
			if !ok {
				t.Errorf("%s: the top level holds no package", p.ImportPath)
				continue
			}
			seen[name] = true
			may, ok := mayImport[name]
			if !ok {
				t.Errorf("%s is not in the layout: add it to mayImport and to the README, or move it", name)
			}
			for _, imp := range p.Imports {
				if dep, is := ours(imp); is && !slices.Contains(may, dep) {
					t.Errorf("%s imports %s, which the layout does not allow", name, dep)
				}
				if slices.Contains(adapters, name) {
					if dep, is := ours(imp); is && slices.Contains(adapters, dep) {
						t.Errorf("%s imports %s: adapters never import each other", name, dep)
					}
				}
			}
		}
	}
	for name := range mayImport {
		if !seen[name] {
			t.Errorf("%s is in the layout and does not exist", name)
		}
	}
}

func TestAgentNeverReachesTheToolkit(t *testing.T) {
	for _, goos := range []string{"linux", "windows", "darwin"} {
		for _, p := range list(t, []string{"GOOS=" + goos, "CGO_ENABLED=0"}, "./cmd/unhunch") {
			for _, dep := range p.Deps {
				if strings.HasPrefix(dep, "fyne.io/fyne/v2") && dep != "fyne.io/fyne/v2/lang" {
					t.Errorf("%s: unhunch reaches %s", goos, dep)
				}
			}
		}
	}
}

func TestBuildsWithoutCgo(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles for three systems")
	}
	for _, goos := range []string{"linux", "windows", "darwin"} {
		cmd := exec.Command("go", "build", "-o", os.DevNull, "./cmd/unhunch")
		cmd.Dir = root(t)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+goos)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", goos, err, out)
		}
	}
}

// sources parses the non-test files of every package of ours.
func sources(t *testing.T, visit func(dir, path string, fset *token.FileSet, f *ast.File)) {
	t.Helper()
	top := root(t)
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
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(top, filepath.Dir(path))
		visit(filepath.ToSlash(dir), path, fset, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPurePackages(t *testing.T) {
	clock := []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Sleep"}
	world := []string{"os", "net", "io/fs", "os/exec", "database/sql", "syscall", "math/rand", "math/rand/v2", "sync", "context", "log", "log/slog"}
	sources(t, func(dir, path string, fset *token.FileSet, f *ast.File) {
		if !slices.Contains(pure, dir) {
			return
		}
		for _, imp := range f.Imports {
			name := strings.Trim(imp.Path.Value, `"`)
			if slices.Contains(world, name) || strings.HasPrefix(name, "fyne.io/") {
				t.Errorf("%s imports %s", path, name)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s: a goroutine", fset.Position(n.Pos()))
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains(clock, n.Sel.Name) {
					t.Errorf("%s: time.%s; time comes in as an argument", fset.Position(n.Pos()), n.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestOneCrossingToTheUIThread(t *testing.T) {
	files := map[string]bool{}
	sources(t, func(_, path string, _ *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "fyne" && (s.Sel.Name == "Do" || s.Sel.Name == "DoAndWait") {
					files[path] = true
				}
			}
			return true
		})
	})
	if len(files) != 1 {
		t.Errorf("fyne.Do and fyne.DoAndWait stand in %d files, want one: %v", len(files), files)
	}
	for path := range files {
		if filepath.Base(filepath.Dir(path)) != "ui" {
			t.Errorf("the crossing to the UI thread is in %s, want it in ui", path)
		}
	}
}

// What a program does depends on one clock, so that a test can set it.
func TestOneClock(t *testing.T) {
	sources(t, func(dir, path string, fset *token.FileSet, f *ast.File) {
		if !strings.HasPrefix(dir, "cmd/") || strings.HasPrefix(filepath.Base(path), "clock") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, s.Sel.Name) {
					t.Errorf("%s: time.%s; now() is the clock", fset.Position(s.Pos()), s.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestPackageNamesAndComments(t *testing.T) {
	taken := map[string]bool{"util": true, "utils": true, "common": true, "core": true, "helpers": true, "helper": true, "misc": true, "base": true}
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		path := strings.TrimSpace(line)
		if !strings.Contains(path, "internal") && !strings.Contains(path, "vendor") {
			taken[path[strings.LastIndex(path, "/")+1:]] = true
		}
	}
	comments := map[string][]string{}
	names := map[string]string{}
	sources(t, func(dir, path string, _ *token.FileSet, f *ast.File) {
		names[dir] = f.Name.Name
		if f.Doc != nil {
			comments[dir] = append(comments[dir], path)
		} else if comments[dir] == nil {
			comments[dir] = []string{}
		}
	})
	for dir, name := range names {
		if name != "main" && taken[name] {
			t.Errorf("%s: the name %s says nothing, or is the standard library's", dir, name)
		}
		if len(comments[dir]) != 1 {
			t.Errorf("%s has %d package comments, want one: %v", dir, len(comments[dir]), comments[dir])
		}
	}
}

func TestTopLevel(t *testing.T) {
	fixed := []string{
		"cmd", "ui", "reminders", "content", "assets", "go.mod", "go.sum", "FyneApp.toml", "README.md",
		"LICENSE", "Makefile", "CHANGELOG.md", "CONTRIBUTING.md",
	}
	entries, err := os.ReadDir(root(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && name != "bin" && !slices.Contains(fixed, name) {
			t.Errorf("%s does not belong at the top level", name)
		}
	}
	for _, name := range fixed {
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name }) {
			t.Errorf("%s is missing", name)
		}
	}
}
