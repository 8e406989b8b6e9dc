package content

import (
	"fmt"
	"maps"
	"slices"
)

// sources are the base's and after them those of the packs. A pack cannot
// change what a source of the base is, nor one of another pack.
func (ps *packs) sources() ([]Source, error) {
	return ps.gotSources.get(func() ([]Source, error) {
		base, err := ps.base.Sources()
		if err != nil {
			return nil, err
		}
		all := slices.Clone(base)
		owner := make(map[string]string, len(all))
		for _, s := range all {
			owner[s.ID] = "the library"
		}
		for _, p := range ps.folders() {
			n := 0
			p.own, p.gone = register{}, map[string]bool{}
			p.entries(inSources, "sources.toml", "source", &n, func(d *document) {
				var f sourcesFile
				if !d.decode(&f) || len(f.Source) != 1 {
					return
				}
				s := &f.Source[0]
				p.fillSource(s)
				d.check(&f)
				if by := owner[s.ID]; by != "" {
					d.add(d.line("source[0].id"), fmt.Sprintf("source %q", s.ID), fmt.Sprintf("id is used by %s already; hint: give it another", by))
				}
				if len(d.bad) > 0 {
					p.gone[s.ID] = true
					return
				}
				owner[s.ID] = packsAt + p.Folder
				p.own[s.ID] = *s
				all = append(all, *s)
				p.Sources++
			})
		}
		return all, nil
	})
}

// fillSource fills in what a pack need not say: how far somebody checked it.
func (p *pack) fillSource(s *Source) {
	s.Pack = p.Name
	if s.Tier == "" {
		s.Tier = TierD
	}
	if s.State == "" {
		s.State = NotVerified
	}
}

// source looks up a source of a pack.
func (ps *packs) source(id string) (Source, bool) {
	all, _ := ps.sources()
	i := slices.IndexFunc(all, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return all[i], true
}

// known is what entries of the pack may cite.
func (ps *packs) known(p *pack) (register, error) {
	if _, err := ps.sources(); err != nil {
		return nil, err
	}
	base, err := ps.base.register()
	if err != nil || len(p.own) == 0 {
		return base, err
	}
	both := maps.Clone(base)
	maps.Copy(both, p.own)
	return both, nil
}
