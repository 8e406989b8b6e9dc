package ui

import (
	"io"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// importForm shows a pack from elsewhere before it is taken in.
type importForm struct {
	s      *editorScreen
	body   *fyne.Container
	pack   *PackImport // nil so far
	bad    error       // why the last file is none
	first  fyne.Focusable
	adding bool
}

func newImportForm(s *editorScreen) *importForm {
	f := &importForm{s: s, body: widgets.NewColumn(16)}
	f.fill()
	return f
}

// choosePack asks for the file of a pack.
func (w *Window) choosePack() {
	w.files.open(catalog.L("Choose a pack"), []string{".zip"}, w.lookAtPack)
}

// lookAtPack shows what is in the file of a pack.
func (w *Window) lookAtPack(at string) {
	fetch(w, func() (*PackImport, error) { return w.Packs.OpenImport(at) }, func(i *PackImport, err error) {
		w.OpenAt(Editor, partImport)
		f, ok := w.editor().forms[partImport].(*importForm)
		if !ok {
			return
		}
		f.pack, f.bad = i, err
		f.fill()
		w.editor().show()
		if f.first != nil {
			w.focus(f.first)
		}
	})
}

func (f *importForm) fill() {
	w := f.s.w
	f.body.RemoveAll()
	f.body.Add(w.subHead(catalog.L("Import a pack"), catalog.L("Routines and exercises somebody gave you, as one file. You see what is in it first.")))
	choose := func(label string, k widgets.Kind) *widgets.Button {
		b := widgets.NewButton(label, k, w.choosePack)
		f.first = b
		return b
	}
	switch {
	case f.bad != nil:
		reason, hint, _ := strings.Cut(f.bad.Error(), "; hint: ")
		f.body.Add(emptyCard(widgets.IconWarn, catalog.L("This cannot be imported"), sentence(reason)+".", sentence(hint)+".",
			choose(catalog.L("Choose another file"), widgets.Primary)))
	case f.pack == nil:
		f.body.Add(emptyCard(widgets.IconStretch, catalog.L("Choose a pack"),
			catalog.L("It is a file that ends in .zip. You can also drop it on this window."), "", choose(catalog.L("Choose a file"), widgets.Primary)))
	default:
		f.body.Add(f.preview())
		if len(f.pack.Problems) > 0 {
			f.body.Add(f.problems())
		}
	}
	if own := f.have(); own != nil && f.pack == nil {
		f.body.Add(own)
	}
	f.s.p.Reflow()
}

// have are the packs that are there, each to be handed on; nil if there are
// none.
func (f *importForm) have() fyne.CanvasObject {
	w := f.s.w
	all := w.library().Packs()
	if len(all) == 0 {
		return nil
	}
	rows := widgets.NewColumn(0)
	for n, p := range all {
		if n > 0 {
			rows.Add(widgets.NewLine())
		}
		about := strings.Join(packCounts(p), " · ")
		if p.PrescribedBy != "" {
			about = joinLines(catalog.L("Prescribed by {{.Who}}", catalog.D{"Who": p.PrescribedBy}), about)
		}
		out := tool(catalog.L("Export"), p.Name, func() {
			w.export(p.Name, func(to io.Writer) error { return w.Packs.ExportPack(p.Folder, to) })
		})
		rows.Add(widgets.NewPad(10, 0, 10, 0, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 320, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(2, widgets.NewParagraph(p.Name, 15, widgets.SemiBold, widgets.ColorInk),
				widgets.NewParagraph(about, 13, widgets.Regular, widgets.ColorInk2)), widgets.NewWrap(0, 0, out))))
	}
	return titled(catalog.L("Packs you have"), rows)
}

// preview is what a pack says of itself, and what would be added.
func (f *importForm) preview() fyne.CanvasObject {
	i := f.pack
	box := widgets.NewColumn(12, widgets.NewColumn(3, widgets.NewParagraph(i.Name, 19, widgets.Bold, widgets.ColorInk)))
	if i.PrescribedBy != "" {
		box.Add(said(catalog.L("Prescribed by {{.Who}}", catalog.D{"Who": i.PrescribedBy})))
	}
	if i.Note != "" {
		box.Add(said(i.Note))
	}
	pills := widgets.NewWrap(6, 6)
	for _, c := range packCounts(i.PackInfo) {
		pills.Add(widgets.NewPill(c, widgets.Accent))
	}
	box.Add(pills)
	if len(i.RoutineNames) > 0 {
		box.Add(labelled(catalog.L("Routines"), said(strings.Join(i.RoutineNames, catalog.L(", ")))))
	}
	if len(i.Overrides) > 0 {
		box.Add(labelled(catalog.L("Takes the place of Unhunch's own"), said(strings.Join(i.Overrides, catalog.L(", ")))))
	}
	add, label := widgets.NewButton(catalog.L("Add these"), widgets.Primary, f.install), ""
	if i.Replaces != "" {
		label = catalog.L("You have a pack of this name already. This one takes its place; the old one is kept, and Undo brings it back.")
		add.SetLabel(catalog.L("Replace mine"))
	}
	if label != "" {
		box.Add(toned(widgets.Amber, said(label)))
	}
	cancel := widgets.NewButton(catalog.L("Cancel"), widgets.Quiet, func() {
		f.s.drop(partImport)
		f.s.w.Back()
	})
	box.Add(widgets.NewPad(6, 0, 0, 0, widgets.NewWrap(8, 8, add, cancel)))
	f.first = add
	return widgets.NewCard(box)
}

// packCounts are how much of each kind is in a pack.
func packCounts(p content.PackInfo) []string {
	var out []string
	add := func(n int, text string) {
		if n > 0 {
			out = append(out, text)
		}
	}
	add(p.Routines, catalog.N("{{.Count}} routine", "{{.Count}} routines", p.Routines))
	add(p.Exercises, catalog.N("{{.Count}} exercise", "{{.Count}} exercises", p.Exercises))
	add(p.Tips, catalog.N("{{.Count}} tip", "{{.Count}} tips", p.Tips))
	add(p.Sources, catalog.N("{{.Count}} source", "{{.Count}} sources", p.Sources))
	return out
}

// problems are all that is wrong with the pack, with file and line.
func (f *importForm) problems() fyne.CanvasObject {
	var lines []string
	for _, p := range f.pack.Problems {
		what, hint, _ := strings.Cut(p.Error(), "; hint: ")
		if hint != "" {
			what += ". " + sentence(hint) + "."
		}
		lines = append(lines, what)
	}
	return titled(catalog.N("One mistake in it; what it is in is left out", "{{.Count}} mistakes in it; what they are in is left out", len(lines)),
		bullets(lines, widgets.Amber))
}

// install takes the pack in.
func (f *importForm) install() {
	w, i := f.s.w, f.pack
	fail := func(text string) {
		w.shell.toast.show(catalog.L("Nothing was added: {{.Reason}}", catalog.D{"Reason": text}), "", nil)
	}
	keepPack(w, &f.adding, i, fail, func(undo func() error) {
		f.s.drop(partImport)
		w.leaveFor(Stretch, "")
		w.offerUndo(catalog.L("Added: {{.Name}}.", catalog.D{"Name": i.Name}), func() { w.takeBack(undo, nil) })
	})
}

// keepPack is keep for a pack.
func keepPack(w *Window, busy *bool, i *PackImport, fail func(string), done func(undo func() error)) {
	if *busy {
		return
	}
	*busy = true
	var undo func() error
	var lib *content.Library
	w.off(func() (err error) {
		if undo, err = i.Install(i.Replaces != ""); err != nil {
			return err
		}
		lib, err = w.reread()
		return err
	}, func(err error) {
		*busy = false
		if err != nil {
			fail(err.Error())
			return
		}
		w.takeLibrary(lib)
		done(undo)
	})
}

func (f *importForm) object() fyne.CanvasObject   { return f.body }
func (f *importForm) unsaved() bool               { return f.pack != nil }
func (f *importForm) resumed()                    {}
func (f *importForm) renew()                      {}
func (f *importForm) shortcut(fyne.Shortcut) bool { return false }
