package widgets

import (
	"image/color"
	"strconv"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Measures of a month's days, in pixels of the design.
const (
	monthNames  = 22 // height of the weekdays' names
	dayGap      = 4
	dayNumber   = 24 // height of a day's number
	dayWide     = 82 // a day this wide shows the words of its marks
	dayDot      = 6
	dayMark     = 17 // height of a mark in words, with the gap below
	mostMarks   = 3
	dayRounding = 7
)

// cell is the width and height of a day.
func (d *monthDays) cell(width float32) (w, h float32) {
	w = (width - Px(dayGap)*(weekDays-1)) / weekDays
	h = Px(dayNumber + dayDot + 8)
	if d.wordy(w) {
		h = Px(dayNumber + mostMarks*dayMark + 3)
	}
	return w, h
}

// wordy tells whether a day is wide enough for words.
func (d *monthDays) wordy(cell float32) bool { return cell >= Px(dayWide) }

// place is where a cell is.
func (d *monthDays) place(cell int, width float32) (x, y float32) {
	w, h := d.cell(width)
	return float32(cell%weekDays) * (w + Px(dayGap)), Px(monthNames) + float32(cell/weekDays)*(h+Px(dayGap))
}

// dayUnder is the day at a place; the gaps belong to the day before them.
func (d *monthDays) dayUnder(at fyne.Position) (time.Time, bool) {
	w, h := d.cell(d.Size().Width)
	y := at.Y - Px(monthNames)
	if at.X < 0 || y < 0 || w <= 0 {
		return time.Time{}, false
	}
	column, row := int(at.X/(w+Px(dayGap))), int(y/(h+Px(dayGap)))
	if column >= weekDays || row >= monthWeeks {
		return time.Time{}, false
	}
	return d.day(row*weekDays + column), true
}

// HeightFor is the height of the names and the weeks.
func (d *monthDays) HeightFor(width float32) float32 {
	_, h := d.cell(width)
	return Px(monthNames) + monthWeeks*(h+Px(dayGap)) - Px(dayGap)
}

// dayCell is what one day is drawn with.
type dayCell struct {
	back   *canvas.Rectangle
	number *canvas.Text
	marks  [mostMarks]dayMarkDrawn
}

// CreateRenderer draws the days.
func (d *monthDays) CreateRenderer() fyne.WidgetRenderer {
	over, ring := &canvas.Rectangle{}, focusRing()
	var names [weekDays]*canvas.Text
	var cells [monthWeeks * weekDays]dayCell
	for i := range names {
		names[i] = &canvas.Text{TextStyle: SemiBold, Alignment: fyne.TextAlignCenter}
	}
	for i := range cells {
		cells[i] = dayCell{back: &canvas.Rectangle{}, number: &canvas.Text{}}
		for j := range cells[i].marks {
			cells[i].marks[j] = newDayMark()
		}
	}
	r := &draw{}
	r.place = func(size fyne.Size) {
		r.objects = r.objects[:0]
		w, h := d.cell(size.Width)
		short, textSize := d.names(w)
		for i, n := range names {
			x, _ := d.place(i, size.Width)
			n.Text, n.TextSize, n.Color = short[i], textSize, Color(ColorInk2)
			put(n, x, 0, w, Px(monthNames-4))
			r.objects = append(r.objects, n)
		}
		over.Hidden, ring.Hidden = true, true
		for i := range cells {
			x, y := d.place(i, size.Width)
			day := d.day(i)
			r.objects = append(r.objects, d.drawDay(&cells[i], day, x, y, w, h)...)
			if day.Equal(d.under) {
				over.Hidden, over.FillColor, over.CornerRadius = false, Color(ColorHover), Px(dayRounding)
				put(over, x, y, w, h)
			}
			if day.Equal(d.at) && d.focused {
				const out = 2
				ring.Hidden = false
				ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = Color(ColorFocus), Px(2.5), min(Px(dayRounding), w/4)+Px(out)
				put(ring, x-Px(out), y-Px(out), w+Px(2*out), h+Px(2*out))
			}
		}
		r.objects = append(r.objects, over, ring)
	}
	r.min = func() fyne.Size {
		const narrow = weekDays * 16
		return fyne.NewSize(Px(narrow), d.HeightFor(Px(narrow)))
	}
	return r
}

// names are the weekdays as they fit above days so wide, all shortened alike,
// and the size they are written in.
func (d *monthDays) names(w float32) (names [weekDays]string, textSize float32) {
	most := 0
	for i := range names {
		names[i] = catalog.ShortWeekday(d.day(i).Weekday())
		most = max(most, utf8.RuneCountInString(names[i]))
	}
	for ; ; most-- {
		textSize = Px(12)
		for i, name := range names {
			letters := []rune(name)
			names[i] = string(letters[:min(most, len(letters))])
			t := &canvas.Text{Text: names[i], TextStyle: SemiBold}
			shrink(t, Px(12), w)
			textSize = min(textSize, t.TextSize)
		}
		if most <= 1 || widest(names[:], textSize) <= w+0.5 {
			return names, textSize
		}
	}
}

func widest(names []string, textSize float32) float32 {
	var w float32
	for _, n := range names {
		w = max(w, fyne.MeasureText(n, textSize, SemiBold).Width)
	}
	return w
}

// numberSize is how large the numbers of days so wide are written: all alike.
func numberSize(w float32) float32 {
	t := &canvas.Text{Text: "30", TextStyle: Bold}
	shrink(t, Px(13), w-Px(2))
	return t.TextSize
}

// drawDay brings a cell to a day and says what there is to draw of it.
func (d *monthDays) drawDay(c *dayCell, day time.Time, x, y, w, h float32) []fyne.CanvasObject {
	ours := monthOf(day) == d.shown
	today := day.Equal(d.today)
	b, n := c.back, c.number
	b.FillColor, b.StrokeColor, b.StrokeWidth, b.CornerRadius = color.Transparent, color.Transparent, 0, Px(dayRounding)
	n.Text, n.Color, n.TextStyle = strconv.Itoa(day.Day()), Color(ColorInk2), Regular
	if ours {
		b.FillColor, n.Color, n.TextStyle = Color(ColorSunk), Color(ColorInk), Medium
	}
	if today {
		b.StrokeColor, b.StrokeWidth = Color(ColorPrimary), Px(1.5)
		n.Color, n.TextStyle = Color(ColorPrimaryText), Bold
	}
	if d.grid.chosen(day) {
		b.FillColor, b.StrokeColor = Color(ColorPrimary), Color(ColorPrimary)
		n.Color, n.TextStyle = Color(ColorOnPrimary), Bold
	}
	b.CornerRadius = min(b.CornerRadius, w/4)
	put(b, x, y, w, h)
	n.TextSize = numberSize(w)
	n.Alignment = fyne.TextAlignCenter
	put(n, x, y+Px(2), w, Px(dayNumber-2))
	wordy := d.wordy(w)
	if wordy {
		n.Alignment = fyne.TextAlignLeading
		put(n, x+Px(8), y+Px(2), w-Px(8), Px(dayNumber-2))
	}
	out := []fyne.CanvasObject{b, n}
	marks := d.marks[day]
	shown := min(len(marks), mostMarks)
	if wordy {
		for i := range shown {
			m, signed := marks[i], true
			if i == mostMarks-1 && len(marks) > mostMarks {
				signed = false
				m = Mark{Text: catalog.N("{{.Count}} more", "{{.Count}} more", len(marks)-i)}
			}
			c.marks[i].words(m, signed, x+Px(4), y+Px(dayNumber)+float32(i)*Px(dayMark), w-Px(8))
			out = append(out, c.marks[i].back, c.marks[i].sign, c.marks[i].label)
		}
		return out
	}
	side := min(Px(dayDot), w/(mostMarks+1.5))
	step := side * 1.4
	left := x + (w-step*float32(shown-1))/2
	for i := range shown {
		c.marks[i].dot(marks[i].Tone, left+float32(i)*step, y+Px(dayNumber+dayDot/2), side)
		if d.grid.chosen(day) {
			c.marks[i].ink(Color(ColorOnPrimary))
		}
		out = append(out, c.marks[i].back)
	}
	return out
}
