//go:build linux

package main_test

import (
	"strings"
	"testing"
	"time"
)

// A visit of yesterday is logged while the agent runs: its follow-up is asked,
// and telling it answers the question.
func TestFollowUpOfAVisit(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.startAgent()
	when := time.Now().Add(-25 * time.Hour).Format(time.RFC3339)
	d.unhunch("visit", "add", when, "60m", "--type", "swedish", "--before", "6", "--after", "3")
	n := d.nextNote(15 * time.Second)
	if n.summary != "How is your back after the massage?" || !strings.HasPrefix(n.body, "A day after your massage") || n.actions["start"] != "Answer" {
		t.Errorf("%q %q %v", n.summary, n.body, n.actions)
	}
	if !d.status().open("follow-up") {
		t.Errorf("not open: %+v", d.status().Prompts)
	}
	d.unhunch("visit", "follow-up", "last", "24h", "2")
	d.noteGone(n, 5*time.Second)
	if d.status().open("follow-up") {
		t.Error("it is open, though it was answered")
	}
	d.countedAs("follow-up", "done", 1)
	var rows []struct {
		NextDay *int `json:"pain_24h"`
	}
	d.ask(&rows, "visit", "list")
	if len(rows) != 1 || rows[0].NextDay == nil || *rows[0].NextDay != 2 {
		t.Errorf("%+v", rows)
	}
	for _, r := range d.status().Reminders {
		if r.ID == "follow-up" && (r.Next == nil || !near(*r.Next, time.Now().Add(47*time.Hour), 2*time.Minute)) {
			t.Errorf("the third day's question comes at %v", r.Next)
		}
	}

	// One that is deleted while its question stands is not asked of any more.
	d.unhunch("visit", "add", when, "--type", "swedish")
	again := d.nextNote(15 * time.Second)
	d.unhunch("visit", "delete", "last")
	d.noteGone(again, 5*time.Second)
}

// A visit that was logged while no agent ran is asked of when it starts, and
// again after a kill, once.
func TestFollowUpAfterAStart(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.unhunch("visit", "add", time.Now().Add(-73*time.Hour).Format(time.RFC3339), "--before", "6", "--24h", "2")
	agent := d.startAgent()
	if n := d.nextNote(15 * time.Second); !strings.HasPrefix(n.body, "Three days after your massage") {
		t.Errorf("%q", n.body)
	}
	agent.kill()
	d.startAgent()
	again := d.nextNote(15 * time.Second)
	if !strings.HasPrefix(again.body, "Three days after your massage") {
		t.Errorf("%q", again.body)
	}
	d.unhunch("visit", "follow-up", "last", "72h", "5")
	d.noteGone(again, 5*time.Second)
	d.countedAs("follow-up", "done", 1)
}
