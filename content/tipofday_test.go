package content

import (
	"testing"
	"time"
)

func TestEveryTipHasItsDayBeforeOneComesAgain(t *testing.T) {
	if _, ok := TipOfDay(nil, time.Unix(0, 0), 0); ok {
		t.Error("a tip out of none")
	}
	tips, err := BuiltIn().PostureTips()
	if err != nil {
		t.Fatal(err)
	}
	for _, first := range []time.Time{time.Date(2026, 11, 24, 23, 0, 0, 0, time.UTC), time.Unix(0, 0), time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)} {
		seen := map[string]bool{}
		for n := range tips {
			tip, ok := TipOfDay(tips, first.AddDate(0, 0, n), 0)
			if !ok || seen[tip.ID] {
				t.Fatalf("day %d after %v: %q, %v, which came before", n, first, tip.ID, ok)
			}
			if again, _ := TipOfDay(tips, first, n); again.ID != tip.ID {
				t.Fatalf("%d days after %v it is %q, on that day %q", n, first, again.ID, tip.ID)
			}
			seen[tip.ID] = true
		}
	}
}
