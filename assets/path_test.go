package assets

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// parsePath reads the path data of an SVG into flattened lines.
func parsePath(d string) ([][]point, error) {
	p := &pen{}
	var cmd byte
	for toks := tokens(d); len(toks) > 0; {
		if c := toks[0][0]; unicode.IsLetter(rune(c)) {
			cmd, toks = c, toks[1:]
		}
		n, ok := map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'A': 7, 'Z': 0}[upper(cmd)]
		if !ok || len(toks) < n {
			return nil, fmt.Errorf("path %q: bad at %q", d, strings.Join(toks, " "))
		}
		args := make([]float64, n)
		for i := range args {
			v, err := strconv.ParseFloat(toks[i], 64)
			if err != nil {
				return nil, fmt.Errorf("path %q: %w", d, err)
			}
			args[i] = v
		}
		toks = toks[n:]
		p.draw(upper(cmd), cmd != upper(cmd), args)
		switch cmd { // further pairs are lines
		case 'M':
			cmd = 'L'
		case 'm':
			cmd = 'l'
		}
	}
	return p.lines, nil
}

func upper(c byte) byte { return byte(unicode.ToUpper(rune(c))) }

// tokens cuts path data, where a sign or a second dot begins a number.
func tokens(d string) []string {
	var out []string
	num := ""
	flush := func() {
		if num != "" {
			out = append(out, num)
			num = ""
		}
	}
	for _, r := range d {
		switch {
		case unicode.IsLetter(r):
			flush()
			out = append(out, string(r))
		case r == ' ' || r == ',':
			flush()
		case r == '-', r == '.' && strings.Contains(num, "."):
			flush()
			num = string(r)
		default:
			num += string(r)
		}
	}
	flush()
	return out
}

// pen draws path commands.
type pen struct {
	lines   [][]point
	at      point
	control point // the last curve's second one
}

func (p *pen) to(q point) {
	l := &p.lines[len(p.lines)-1]
	*l = append(*l, q)
	p.at = q
}

func (p *pen) draw(cmd byte, relative bool, a []float64) {
	base := point{}
	if relative {
		base = p.at
	}
	pt := func(i int) point { return base.add(point{a[i], a[i+1]}) }
	control := p.at
	if cmd == 'S' {
		control = p.at.add(p.at.sub(p.control))
	}
	p.control = p.at
	switch cmd {
	case 'M':
		p.lines = append(p.lines, nil)
		p.to(pt(0))
	case 'L':
		p.to(pt(0))
	case 'H':
		p.to(point{base.x + a[0], p.at.y})
	case 'V':
		p.to(point{p.at.x, base.y + a[0]})
	case 'C':
		p.curve(pt(0), pt(2), pt(4))
		return
	case 'S':
		p.curve(control, pt(0), pt(2))
		return
	case 'A':
		p.arc(a[0], a[3] != 0, a[4] != 0, pt(5))
	case 'Z':
		p.at = p.lines[len(p.lines)-1][0]
	}
	p.control = p.at
}

func (p *pen) curve(b, c, d point) {
	const steps = 12
	a := p.at
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		ab, bc, cd := mid(a, b, t), mid(b, c, t), mid(c, d, t)
		p.to(mid(mid(ab, bc, t), mid(bc, cd, t), t))
	}
	p.control = c
}

// arc draws a part of a circle.
func (p *pen) arc(r float64, large, sweep bool, to point) {
	from := p.at
	half := to.sub(from).times(0.5)
	r = max(r, half.length())
	h := math.Sqrt(r*r - half.length()*half.length())
	c := from.add(half)
	if n := half.left().times(1 / half.length()); large == sweep {
		c = c.add(n.times(h))
	} else {
		c = c.sub(n.times(h))
	}
	a := from.sub(c)
	by := turn(a, to.sub(c))
	switch {
	case sweep && by < 0:
		by += 2 * math.Pi
	case !sweep && by > 0:
		by -= 2 * math.Pi
	}
	start := math.Atan2(a.y, a.x)
	n := int(math.Ceil(math.Abs(by) / (arcStep / 2)))
	for i := 1; i < n; i++ {
		p.to(around(c, r, start+by*float64(i)/float64(n)))
	}
	p.to(to)
}

// circle is path data for a whole circle.
func circle(x, y, r float64) string {
	return fmt.Sprintf("M%g %gA%g %g 0 1 1 %g %gA%g %g 0 1 1 %g %gZ", x-r, y, r, r, x+r, y, r, r, x-r, y)
}
