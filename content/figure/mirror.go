package figure

// Mirrored is the pose for the other side; mirrored twice it is itself. From
// the side the person goes on facing right and the other limbs do the work;
// from the front they bend the other way. Somebody lying on one side turns
// over, so that picture is turned.
func (p Pose) Mirrored() Pose {
	if p.Camera == Above && p.View == Side {
		p.Flip = !p.Flip
		return p
	}
	p.Start, p.End = p.Start.mirrored(p.View), p.End.mirrored(p.View)
	by := make([]Support, len(p.SupportedBy))
	for i, s := range p.SupportedBy {
		by[i] = s.mirrored()
	}
	p.SupportedBy = by
	return p
}

func (s Support) mirrored() Support {
	switch s {
	case LeftFoot:
		return RightFoot
	case RightFoot:
		return LeftFoot
	case LeftKnee:
		return RightKnee
	case RightKnee:
		return LeftKnee
	}
	return s
}

func (f Frame) mirrored(view View) Frame {
	for _, p := range []*Pair{
		&f.Shoulder, &f.Elbow, &f.Wrist, &f.Hip, &f.Knee, &f.Ankle, &f.Shrug,
		&f.Seen.Thigh, &f.Seen.Shank, &f.Seen.Arm, &f.Seen.Upper, &f.Seen.Hand,
	} {
		p.Left, p.Right = p.Right, p.Left
	}
	f.Hands.Left, f.Hands.Right = f.Hands.Right, f.Hands.Left
	if view == Front {
		for _, a := range []*float64{&f.Torso, &f.Spine, &f.Neck, &f.HeadTurn, &f.TrunkTurn} {
			*a = -*a
		}
	}
	return f
}
