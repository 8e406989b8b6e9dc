package widgets

import (
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
)

// BodyRegion is a part of the body one can choose.
type BodyRegion struct {
	ID   string // as it is stored: "lower-back", "calf-left"
	Name string // as it is shown
}

// bodyChoice is which regions are chosen and how much each hurts: what a
// BodyMap and its BodyList both show.
type bodyChoice struct {
	regions  []BodyRegion
	chosen   map[string]bool
	foreign  []string // chosen from outside and none of regions: kept as they are
	pain     map[string]int
	changed  func(ids []string)
	watchers []func()
}

func newBodyChoice(regions []BodyRegion, changed func(ids []string)) *bodyChoice {
	return &bodyChoice{regions: regions, chosen: map[string]bool{}, changed: changed}
}

// selected are the ids chosen, in the order of the regions.
func (c *bodyChoice) selected() []string {
	var ids []string
	for _, r := range c.regions {
		if c.chosen[r.ID] {
			ids = append(ids, r.ID)
		}
	}
	return append(ids, c.foreign...)
}

// set chooses these and no others, and tells only those that show it.
func (c *bodyChoice) set(ids []string) {
	clear(c.chosen)
	c.foreign = nil
	for _, id := range ids {
		switch {
		case c.known(id):
			c.chosen[id] = true
		case !slices.Contains(c.foreign, id):
			c.foreign = append(c.foreign, id)
		}
	}
	c.show()
}

func (c *bodyChoice) known(id string) bool {
	return slices.ContainsFunc(c.regions, func(r BodyRegion) bool { return r.ID == id })
}

// toggle is the person choosing a region, or taking it back.
func (c *bodyChoice) toggle(id string) {
	if c.chosen[id] {
		delete(c.chosen, id)
	} else {
		c.chosen[id] = true
	}
	c.show()
	if c.changed != nil {
		c.changed(c.selected())
	}
}

// setPain says how much the regions hurt, from 0 to 10. What is not on that
// scale is not shown.
func (c *bodyChoice) setPain(pain map[string]int) {
	c.pain = map[string]int{}
	for id, n := range pain {
		if n >= 0 && n < scaleSteps {
			c.pain[id] = n
		}
	}
	c.show()
}

func (c *bodyChoice) show() {
	for _, w := range c.watchers {
		w()
	}
}

// state is a region in words: what it is, how much it hurts, and whether it is
// chosen.
func (c *bodyChoice) state(r BodyRegion) string {
	n, hurts := c.pain[r.ID]
	d := catalog.D{"Label": r.Name, "Intensity": n}
	switch on := c.chosen[r.ID]; {
	case hurts && on:
		return catalog.L("{{.Label}}, pain {{.Intensity}}, chosen", d)
	case hurts:
		return catalog.L("{{.Label}}, pain {{.Intensity}}, not chosen", d)
	case on:
		return catalog.L("{{.Label}}, chosen", d)
	}
	return catalog.L("{{.Label}}, not chosen", d)
}

// names are the names of what is chosen; a region nobody knows has only its id.
func (c *bodyChoice) names() []string {
	var out []string
	for _, r := range c.regions {
		if c.chosen[r.ID] {
			out = append(out, r.Name)
		}
	}
	return append(out, c.foreign...)
}
