package diary

import "strings"

// Region is a part of the body, by the name it is stored under.
type Region string

// The broad regions, which are what the Today card offers.
const (
	Neck      Region = "neck"
	Shoulders Region = "shoulders"
	UpperBack Region = "upper-back"
	LowerBack Region = "lower-back"
	Hips      Region = "hips"
)

// region is one row of the table of regions.
type region struct {
	id    Region
	name  string // in plain words
	short string // what else people call it
}

// regions is the body map, after the broad regions. "Low back" is the back of
// the trunk between the lowest ribs and the fold under the buttocks.
var regions = []region{
	{Neck, "neck", ""},
	{Shoulders, "shoulders", "shoulder"},
	{UpperBack, "upper back", "thoracic"},
	{LowerBack, "lower back", "low back, lumbar"},
	{Hips, "hips", "hip"},

	{"head-neck", "head and neck", "head, cervical"},
	{"shoulder-left", "left shoulder", ""},
	{"shoulder-right", "right shoulder", ""},
	{"upper-back-left", "left upper back", ""},
	{"upper-back-right", "right upper back", ""},
	{"mid-back-left", "left middle back", ""},
	{"mid-back-right", "right middle back", ""},
	{"low-back-left", "left lower back", ""},
	{"low-back-right", "right lower back", ""},
	{"low-back-middle", "middle of the lower back", "middle lower back, middle low back"},
	{"buttock-left", "left buttock", ""},
	{"buttock-right", "right buttock", ""},
	{"hip-left", "left hip", ""},
	{"hip-right", "right hip", ""},
	{"thigh-back-left", "back of the left thigh", "left back thigh, left hamstring"},
	{"thigh-back-right", "back of the right thigh", "right back thigh, right hamstring"},
	{"thigh-front-left", "front of the left thigh", "left front thigh"},
	{"thigh-front-right", "front of the right thigh", "right front thigh"},
	{"knee-left", "left knee", ""},
	{"knee-right", "right knee", ""},
	{"calf-left", "left calf", ""},
	{"calf-right", "right calf", ""},
	{"foot-left", "left foot", ""},
	{"foot-right", "right foot", ""},
	{"arm-left", "left arm", ""},
	{"arm-right", "right arm", ""},
	{"hand-left", "left hand", ""},
	{"hand-right", "right hand", ""},
	{"chest", "chest", ""},
	{"abdomen", "abdomen", "belly, stomach"},
}

// broad is how many of regions, from the front, are the broad ones.
const broad = 5

// Broad returns the five broad regions, from the neck down.
func Broad() []Region { return Regions()[:broad:broad] }

// Regions returns every region: the broad ones, then the body map from head to
// foot.
func Regions() []Region {
	out := make([]Region, len(regions))
	for i, r := range regions {
		out[i] = r.id
	}
	return out
}

// Known tells whether there is such a region.
func (r Region) Known() bool {
	for _, row := range regions {
		if row.id == r {
			return true
		}
	}
	return false
}

// Name is the region in plain words, as "left lower back". A region nobody
// knows keeps the name it is stored under.
func (r Region) Name() string {
	for _, row := range regions {
		if row.id == r {
			return row.name
		}
	}
	return string(r)
}

// Names lists regions in plain words, as "neck, lower back".
func Names(list []Region) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = r.Name()
	}
	return strings.Join(words, ", ")
}
