package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// guideScreen is what there is to read: a start page with the topics, and a
// page for each of them.
type guideScreen struct {
	w     *Window
	p     *widgets.Page
	box   *fyne.Container
	part  string
	leaf  *leaf  // the topic on show; nil on the start page
	stale bool   // the profile changed since the page was made
	reach string // where to scroll to once the page has its place
}

func newGuide(w *Window) screen {
	g := &guideScreen{w: w, box: widgets.NewColumn(0)}
	g.p = pageOf(g.box)
	w.onProfile(func() {
		g.stale = true
		if w.current == Guide {
			g.renew()
		}
	})
	g.start()
	return g
}

func (g *guideScreen) page() *widgets.Page { return g.p }
func (g *guideScreen) shown()              { g.renew() }

// changed scrolls to where the page was opened, once it has its place: a
// window that has just been made has none yet.
func (g *guideScreen) changed() {
	if g.reach == "" || g.leaf == nil || !g.p.Laid() {
		return
	}
	if o := g.leaf.open(g.reach); o != nil {
		g.p.Reflow()
		g.p.BeginAt(o)
	}
	g.reach = ""
}

// renew makes the page again where another profile counts now.
func (g *guideScreen) renew() {
	if g.stale && g.part != "" {
		g.show(g.part)
	}
	g.stale = false
}

// openAt shows a topic by its id, at an entry by kind:id, or the start page.
func (g *guideScreen) openAt(part string) {
	g.show(part)
	g.p.Top()
	g.changed()
}

func (g *guideScreen) show(part string) {
	g.part, g.reach = part, ""
	t, ok := g.topicFor(part)
	if !ok {
		g.start()
		return
	}
	g.leaf = newLeaf(g.w, g.p.Reflow)
	g.leaf.jump = func(ref string) {
		g.reach = ref
		g.changed()
	}
	g.topic(t)
	if strings.Contains(part, ":") {
		g.reach = part
	}
	g.p.Reflow()
}

// topicFor is the topic of a part, and false for one that has none.
func (g *guideScreen) topicFor(part string) (topic, bool) {
	if part == "" {
		return topic{}, false
	}
	for _, t := range g.w.topics() {
		if t.id == part || t.shows(part) {
			return t, true
		}
	}
	return topic{}, false
}

// start shows the topics, group by group.
func (g *guideScreen) start() {
	g.leaf = nil
	g.box.RemoveAll()
	body := widgets.NewColumn(26)
	var tiles *fyne.Container
	group := ""
	for _, t := range g.w.topics() {
		if t.group != group {
			group = t.group
			tiles = widgets.NewGrid(widgets.Grid{Narrowest: 250, Most: 3, Gap: 14})
			body.Add(widgets.NewColumn(10, widgets.NewHeading(group, 16.5, widgets.SemiBold, widgets.ColorInk), tiles))
		}
		tiles.Add(g.w.topicTile(t))
	}
	sources := widgets.NewButton(catalog.L("All sources"), widgets.Quiet, func() { g.w.Open(Sources) })
	g.box.Add(widgets.NewColumn(22,
		g.w.subHead(catalog.L("Guide"), catalog.L("What is known, what is not, and where it comes from. It informs; it does not replace somebody who has seen your back."), sources),
		body))
	g.p.Reflow()
}

// topicTile is a card that leads to a topic.
func (w *Window) topicTile(t topic) fyne.CanvasObject {
	words := widgets.NewColumn(4,
		widgets.NewParagraph(t.title, 15, widgets.SemiBold, widgets.ColorInk),
		widgets.NewParagraph(t.summary, 13, widgets.Regular, widgets.ColorInk2))
	return widgets.NewTile(t.title+". "+t.summary, widgets.NewRow(widgets.Row{Gap: 14, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewIcon(t.glyph, 24, widgets.ColorPrimaryText)), words), func() { w.OpenAt(Guide, t.id) })
}

// topic fills the page with one topic.
func (g *guideScreen) topic(t topic) {
	l := g.leaf
	if t.evidence != "" {
		l.addEvidence(t)
	}
	t.fill(l, t)
	if t.guide != nil && !l.told {
		l.article(t, false)
	}
	l.foot()
	g.box.RemoveAll()
	all := widgets.NewButton(catalog.L("All topics"), widgets.Quiet, func() { g.w.OpenAt(Guide, "") })
	g.box.Add(widgets.NewColumn(20, g.w.subHead(t.title, t.summary, all), l.box, g.neighbours(t)))
}

// neighbours lead to the topic before and the one after.
func (g *guideScreen) neighbours(t topic) fyne.CanvasObject {
	row := widgets.NewGrid(widgets.Grid{Narrowest: 250, Most: 2, Gap: 14})
	all := g.w.topics()
	for i := range all {
		if all[i].id != t.id {
			continue
		}
		if i > 0 {
			row.Add(g.neighbour(catalog.L("Before this"), all[i-1]))
		}
		if i+1 < len(all) {
			row.Add(g.neighbour(catalog.L("Next"), all[i+1]))
		}
	}
	return row
}

func (g *guideScreen) neighbour(where string, t topic) fyne.CanvasObject {
	tile := widgets.NewTile(where+": "+t.title, widgets.NewColumn(2,
		widgets.NewHeading(where, 12.5, widgets.Medium, widgets.ColorInk2),
		widgets.NewParagraph(t.title, 14.5, widgets.SemiBold, widgets.ColorPrimaryText)),
		func() { g.w.OpenAt(Guide, t.id) })
	tile.Padding = 14
	return tile
}
