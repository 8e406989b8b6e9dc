package diary

// Severe is the intensity from which an entry is answered with when to seek
// help. The threshold is ours; 7 to 10 is commonly called severe (Canadian
// Physiotherapy Association).
const Severe = 7

// SevereAdvice is that answer, in plain words: the two most urgent levels of
// red flags. It never says what the person has.
const SevereAdvice = "That is a lot of pain. New numbness between the legs, trouble with bladder or bowel, " +
	"or a leg getting weaker: call your emergency number now. Severe pain that nothing eases, " +
	"or fever with it: call a doctor today."

// SevereSources says where the advice comes from.
const SevereSources = "Sources: NHS, Back pain · Norfolk Community Health and Care NHS Trust, Got back pain?"
