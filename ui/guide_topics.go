package ui

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// topic is one page of the guide.
type topic struct {
	id             string // a guide's id, or one of the window's own
	group          string
	title, summary string
	glyph          widgets.Glyph
	evidence       string // how good it is, in words
	guide          *content.Guide
	refs           []string // what of the library it shows, as kind:id; kind:* is all of a kind
	fill           func(*leaf, topic)
}

// shows tells whether a reference is shown on the page.
func (t topic) shows(ref string) bool {
	kind, _, ok := strings.Cut(ref, ":")
	return ok && (slices.Contains(t.refs, ref) || slices.Contains(t.refs, kind+":*"))
}

// The topics that are no guide's.
const (
	topicTherapist  = "massage-therapist"
	topicAfterwards = "massage-afterwards"
)

// topics are the pages in their order.
func (w *Window) topics() []topic {
	massage, others := catalog.L("Massage"), catalog.L("Other ways to help your back")
	list := []topic{
		{id: "massage-what-it-can-do", group: massage, glyph: widgets.IconScales, refs: []string{"massage:headline", "massage.evidence:*"}, fill: (*leaf).whatItCanDo},
		{id: "massage-types", group: massage, glyph: widgets.IconMassage, refs: []string{"massage.type:*"}, fill: (*leaf).types},
		{id: "massage-techniques", group: massage, glyph: widgets.IconHands, refs: []string{"massage.technique:*", "massage:during"}, fill: (*leaf).techniques},
		{id: "massage-precautions", group: massage, glyph: widgets.IconShield, refs: []string{"massage.screening:*"}, fill: (*leaf).precautions},
		{id: "massage-pregnancy", group: massage, glyph: widgets.IconHeart, fill: (*leaf).pregnancy},
		{id: "massage-how-often", group: massage, glyph: widgets.IconClock, refs: []string{"massage:session", "massage:frequency", "massage.rule:*"}, fill: (*leaf).howOften},
		{
			id: topicTherapist, group: massage, glyph: widgets.IconAsk, refs: []string{"massage.question:*", "massage:tell"}, fill: (*leaf).therapist,
			title: catalog.L("Finding and talking to a therapist"), summary: catalog.L("What to ask before you book, and what to tell them."),
		},
		{
			id: topicAfterwards, group: massage, glyph: widgets.IconJournal, refs: []string{"massage.aftercare:*", "massage:monitor", "massage.call:*"}, fill: (*leaf).afterwards,
			title: catalog.L("After a massage"), summary: catalog.L("What to do that day, what to keep an eye on, and when to call somebody."),
		},
		{id: "heat-and-cold", group: others, glyph: widgets.IconRelief, refs: []string{
			"heat-cold:*", "heat-cold.choice:*", "heat-cold.timer:*", "heat-cold.precaution:*", "heat-cold.never:*", "heat-cold.screening:*",
		}, fill: (*leaf).heatCold},
		{id: "other-therapies", group: others, glyph: widgets.IconBook, refs: w.therapyRefs(false), fill: (*leaf).otherTherapies},
		{id: "self-care", group: others, glyph: widgets.IconLeaf, refs: w.therapyRefs(true), fill: (*leaf).selfCare},
	}
	guides, _ := w.library().Guides()
	for i := range guides {
		g := &guides[i]
		k := slices.IndexFunc(list, func(t topic) bool { return t.id == g.ID })
		if k < 0 {
			// A guide the window knows nothing more of is a page of its own.
			list = append(list, topic{id: g.ID, group: others, glyph: widgets.IconBook, fill: func(*leaf, topic) {}})
			k = len(list) - 1
		}
		t := &list[k]
		t.title, t.summary, t.evidence, t.guide = g.Title, g.Summary, g.Evidence, g
		t.refs = append(t.refs, "guide:"+g.ID)
	}
	// A library that could not be read has no guides to show.
	return slices.DeleteFunc(list, func(t topic) bool { return t.title == "" })
}

// selfCare are the therapies one does oneself.
var selfCare = []string{"topical", "breathing", "pmr"}

// therapyRefs are the therapies of self-care, or all others.
func (w *Window) therapyRefs(self bool) []string {
	var out []string
	all, _ := w.library().Therapies()
	for _, t := range all {
		if slices.Contains(selfCare, t.ID) == self {
			out = append(out, "therapy:"+t.ID)
		}
	}
	return out
}
