package figure

// Role says what a shape is; a painter gives it its colour.
type Role uint8

// The roles, roughly from behind to before. Far is on the side away from the
// viewer, Shade an edge that sets a near limb off from what is behind it.
const (
	RoleFloor Role = iota
	RoleWall
	RoleMat
	RoleProp
	RolePropFar
	RolePillow
	RoleSkinFar
	RoleShirtFar
	RoleTrousersFar
	RoleShoeFar
	RoleSkin
	RoleSkinShade
	RoleShirt
	RoleShirtShade
	RoleTrousers
	RoleTrousersShade
	RoleShoe
	RoleSole
	RoleHair
	RoleFace // eyes and mouth
	RoleBlush
	RoleGlow
	Roles // how many there are
)

// Verb says how a segment goes on from the point before it.
type Verb uint8

// The verbs; each path starts with MoveTo, and every path is closed.
const (
	MoveTo Verb = iota // to P[0]
	LineTo             // to P[0]
	QuadTo             // by P[0] to P[1]
	CubeTo             // by P[0] and P[1] to P[2]
)

// Point is in the view: 0 to 1, y down.
type Point struct{ X, Y float32 }

// Segment is one step of a path.
type Segment struct {
	Verb Verb
	P    [3]Point
}

// Shape is one filled path, or a soft round glow.
type Shape struct {
	Role     Role
	From, To int // segments of the scene
	Min, Max Point

	// Of a glow: it is strongest at its centre and gone at its radius.
	Centre           Point
	Radius, Strength float32
}

// Scene is what to fill, in this order. It keeps its memory from one drawing
// to the next.
type Scene struct {
	Shapes   []Shape
	Segments []Segment

	cam  camera
	from int
}

// camera maps the body's coordinates into the view.
type camera struct {
	scale, x, y float64 // x and y of the body's origin in the view
	flip        bool
}

// Path is the outline of a shape.
func (s *Scene) Path(sh *Shape) []Segment { return s.Segments[sh.From:sh.To] }

func (s *Scene) reset(cam camera) {
	s.Shapes, s.Segments, s.cam = s.Shapes[:0], s.Segments[:0], cam
}

func (s *Scene) at(v vec) Point {
	x := s.cam.x + s.cam.scale*v.x
	if s.cam.flip {
		x = 1 - x
	}
	return Point{float32(x), float32(s.cam.y - s.cam.scale*v.y)}
}

func (s *Scene) begin() { s.from = len(s.Segments) }

func (s *Scene) move(p vec) { s.Segments = append(s.Segments, Segment{MoveTo, [3]Point{s.at(p)}}) }
func (s *Scene) line(p vec) { s.Segments = append(s.Segments, Segment{LineTo, [3]Point{s.at(p)}}) }
func (s *Scene) quad(c, p vec) {
	s.Segments = append(s.Segments, Segment{QuadTo, [3]Point{s.at(c), s.at(p)}})
}

func (s *Scene) cube(c, d, p vec) {
	s.Segments = append(s.Segments, Segment{CubeTo, [3]Point{s.at(c), s.at(d), s.at(p)}})
}

// fill ends the shape whose segments came since begin.
func (s *Scene) fill(role Role) {
	if len(s.Segments) == s.from {
		return
	}
	sh := Shape{Role: role, From: s.from, To: len(s.Segments)}
	sh.Min = s.Segments[s.from].P[0]
	sh.Max = sh.Min
	for i := s.from; i < sh.To; i++ {
		g := &s.Segments[i]
		for n := range points[g.Verb] {
			sh.Min.X, sh.Min.Y = min(sh.Min.X, g.P[n].X), min(sh.Min.Y, g.P[n].Y)
			sh.Max.X, sh.Max.Y = max(sh.Max.X, g.P[n].X), max(sh.Max.Y, g.P[n].Y)
		}
	}
	s.Shapes = append(s.Shapes, sh)
}

// points is how many points a verb has.
var points = [...]int{MoveTo: 1, LineTo: 1, QuadTo: 2, CubeTo: 3}

// shine adds a glow.
func (s *Scene) shine(at vec, r, strength float64) {
	c, radius := s.at(at), float32(r*s.cam.scale)
	s.Shapes = append(s.Shapes, Shape{
		Role: RoleGlow, From: len(s.Segments), To: len(s.Segments), Centre: c, Radius: radius, Strength: float32(strength),
		Min: Point{c.X - radius, c.Y - radius}, Max: Point{c.X + radius, c.Y + radius},
	})
}
