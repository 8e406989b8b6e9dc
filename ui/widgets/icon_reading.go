package widgets

// The glyphs of what there is to read.
var (
	IconBook   = Glyph{Path: "M10 5.6C8.4 4.5 6.3 4 3.2 4v11c3.1 0 5.2 .5 6.8 1.6 1.6-1.1 3.7-1.6 6.8-1.6V4c-3.1 0-5.2 .5-6.8 1.6zM10 5.6v11"}
	IconScales = Glyph{Path: "M10 3v13.5M6.5 16.5h7M4 6h12M4 6l-2.2 5.5h4.4zM16 6l-2.2 5.5h4.4z"}
	IconClock  = Glyph{"M10 5.6V10l3 2", [][3]float64{{10, 10, 7.2}}}
	IconShield = Glyph{Path: "M10 2.8l6 2.2v4.6c0 3.6-2.4 6.2-6 7.6-3.6-1.4-6-4-6-7.6V5z"}
	IconHands  = Glyph{Path: "M3 8.5h5l2 2.2 2-2.2h5M3 12.5h4.6l2.4 2.4 2.4-2.4H17M10 3v3.5"}
	IconAsk    = Glyph{Path: "M3 4h14v10h-7l-4 3.2V14H3zM7 7.6h6M7 10.4h4"}
	IconLeaf   = Glyph{Path: "M4 16C4 8.500 8.500 4 16.500 3.500 16.500 11.500 12.500 16 6.500 15.500M4 16.800c1.500-4 4-6.500 7.500-8"}
	IconHeart  = Glyph{Path: "M10 16.500C5.500 13 3 10.500 3 7.600 3 5.500 4.600 4 6.500 4 8 4 9.300 4.800 10 6c.7-1.200 2-2 3.500-2C15.400 4 17 5.500 17 7.600c0 2.900-2.500 5.400-7 8.900z"}
	IconPhone  = Glyph{Path: "M5 3h3l1.500 4-2 1.500c.9 1.900 2.200 3.200 4 4l1.500-2 4 1.500v3c0 1-.8 1.700-1.800 1.600C8.800 16 4 11.200 3.400 4.800 3.300 3.800 4 3 5 3z"}
	IconLeft   = Glyph{Path: "M12.500 4l-6 6 6 6"}
	IconRight  = Glyph{Path: "M7.500 4l6 6-6 6"}
	IconDown   = Glyph{Path: "M4 7.500l6 6 6-6"}
	IconUp     = Glyph{Path: "M4 12.500l6-6 6 6"}
)
