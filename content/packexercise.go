package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// longest is how long an exercise or routine of a pack may take, in seconds.
const longest = 2 * 60 * 60

// exercises are the base's with the packs'.
func (ps *packs) exercises() ([]Exercise, error) {
	return ps.gotExercises.get(func() ([]Exercise, error) {
		base, err := ps.base.Exercises()
		if err != nil {
			return nil, err
		}
		m := mergedFrom(base, func(e *Exercise) string { return e.ID })
		for _, p := range ps.folders() {
			known, err := ps.known(p)
			if err != nil {
				return nil, err
			}
			p.readExercises(known, m)
		}
		ps.checkInstead(m)
		return m.all, nil
	})
}

// checkInstead tells which exercises of packs name one that is not there. They
// are used without it.
func (ps *packs) checkInstead(m *merged[Exercise]) {
	for _, p := range ps.folders() {
		for i := range m.all {
			e := &m.all[i]
			if m.owner[e.ID] != p.Folder {
				continue
			}
			for _, id := range unknownInstead(e, func(id string) bool { _, ok := m.at[id]; return ok }) {
				p.note(inExercises, []error{&Problem{File: p.label("exercises"), Item: "exercise " + strconv.Quote(e.ID), What: notThere(id)}})
			}
		}
	}
}

func (p *pack) readExercises(known register, m *merged[Exercise]) {
	const folder = "exercises"
	list, err := listFolder(p.files, p.at(folder))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			p.note(inExercises, []error{asProblem(p.label(folder), err)})
		}
		return
	}
	count, room := 0, int64(maxText)
	for _, entry := range list {
		if entry.IsDir() {
			p.tooDeep(folder + "/" + entry.Name())
			continue
		}
		if !isTOML(entry.Name()) || p.full(inExercises) {
			continue
		}
		file := folder + "/" + entry.Name()
		text, err := readText(p.files, p.at(file))
		if err == nil {
			room -= int64(len(text))
			if room < 0 {
				err = fmt.Errorf("is left out: the exercises and sketches of this pack are larger than %d MB; hint: make them smaller", maxText>>20)
			}
		}
		if err != nil {
			p.note(inExercises, []error{asProblem(p.label(file), err)})
			continue
		}
		p.entriesOf(inExercises, file, text, "exercise", &count, func(d *document) { p.takeExercise(d, file, known, m, &room) })
	}
}

// tooDeep tells of a folder with exercises that nobody will read. One with
// pictures is fine.
func (p *pack) tooDeep(folder string) {
	list, err := listFolder(p.files, p.at(folder))
	if err != nil || strings.HasPrefix(path.Base(folder), ".") {
		return // what of it is needed is told where it is
	}
	for _, e := range list {
		if isTOML(e.Name()) && !e.IsDir() {
			p.note(inExercises, []error{&Problem{File: p.label(folder + "/" + e.Name()), What: "is too deep to be read; hint: put it into " + path.Dir(folder)}})
			return
		}
	}
}

func (p *pack) takeExercise(d *document, file string, known register, m *merged[Exercise], room *int64) {
	var f exercisesFile
	if !d.decode(&f) || len(f.Exercise) != 1 {
		return
	}
	d.known = known
	e := &f.Exercise[0]
	if m.taken(d, "exercise", e.ID, p) {
		return
	}
	e.Exercise.Origin = p.origin(m.old(e.ID) != nil)
	say := d.sayOf("exercise", e.ID)
	if old := m.old(e.ID); old != nil {
		o := p.overrides(inExercises, d, "exercise", e.ID, Marks{old.Conditions, old.Pregnancy, old.Cautions, old.Sources})
		o.conditions(e.Conditions)
		o.pregnancy(&e.Pregnancy)
		e.Loosens = o.loosens
	}
	e.fill(m.old(e.ID), path.Base(file), func(key string) bool { return d.has("exercise[0]." + key) }, say)
	d.check(&f)
	checkLine("name", e.Name, say)
	if len(e.ID) > maxID {
		say("id", "id has %d letters, more than %d; hint: shorten it", len(e.ID), maxID)
	}
	if e.DurationS > longest {
		say("", "takes %d s, longer than the %d s of two hours; hint: fewer repetitions, or a shorter hold", e.DurationS, longest)
	}
	if d.has("exercise[0].image") && e.Image != "" {
		e.at = p.label(path.Join(path.Dir(file), e.Image))
		if what := p.checkPicture(path.Join(path.Dir(file), e.Image), e.Image, room); what != "" {
			say("image", "image %q %s", e.Image, what)
		}
	}
	if len(d.bad) > 0 {
		return
	}
	m.put(e.ID, e.Exercise, p)
	p.Exercises++
}
