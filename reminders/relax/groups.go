package relax

import "github.com/unhunch/unhunch/assets/catalog"

// group is a group of muscles in words. Both sides are done at once.
type group struct{ name, tense, release string }

// groupOf is a group by its id in the library. One that has no words here is
// named by its id.
func groupOf(id string) group {
	switch id {
	case "hands":
		return group{catalog.L("Hands"), catalog.L("Make fists with both hands."), catalog.L("Open your hands and let them lie heavy.")}
	case "arms":
		return group{catalog.L("Arms"), catalog.L("Bend both elbows and tighten your upper arms."), catalog.L("Let your arms sink down.")}
	case "shoulders":
		return group{catalog.L("Shoulders"), catalog.L("Draw both shoulders up towards your ears."), catalog.L("Let your shoulders drop.")}
	case "face":
		return group{catalog.L("Face"), catalog.L("Wrinkle your forehead and nose, and press your lips together."), catalog.L("Let your face go smooth and your jaw hang loose.")}
	case "chest":
		return group{catalog.L("Chest"), catalog.L("Press your palms together in front of your chest, and keep breathing."), catalog.L("Let your arms sink and your chest go soft.")}
	case "belly":
		return group{catalog.L("Belly"), catalog.L("Make your belly firm, and keep breathing."), catalog.L("Let your belly go soft.")}
	case "buttocks":
		return group{catalog.L("Buttocks"), catalog.L("Squeeze your buttocks together."), catalog.L("Let go and sink into what holds you.")}
	case "thighs":
		return group{catalog.L("Thighs"), catalog.L("Press your knees together and tighten both thighs."), catalog.L("Let your thighs roll apart.")}
	case "calves":
		return group{catalog.L("Calves"), catalog.L("Draw the toes of both feet up towards your shins."), catalog.L("Let your feet hang loose.")}
	case "feet":
		return group{catalog.L("Feet"), catalog.L("Curl the toes of both feet, gently."), catalog.L("Let your toes spread and rest.")}
	}
	return group{id, catalog.L("Tense it gently: {{.Muscles}}.", catalog.D{"Muscles": id}), catalog.L("Let go, and notice the difference.")}
}

// how is how the group is tensed, at full or half strength or in thought.
func (g group) how(half, imagined bool) string {
	switch {
	case imagined:
		return catalog.L("Only imagine it: {{.How}}", catalog.D{"How": g.tense})
	case half:
		return catalog.L("At half strength: {{.How}}", catalog.D{"How": g.tense})
	}
	return g.tense
}

// GroupName is what a person calls a group of muscles, by its id.
func GroupName(id string) string { return groupOf(id).name }
