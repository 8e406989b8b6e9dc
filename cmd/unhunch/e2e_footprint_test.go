//go:build linux

package main_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What the agent may cost. The memory is PSS: what is shared with others
// counts in part.
const (
	maxPSS     = 15.0 // MiB
	maxCPU     = 0.05 // seconds a minute; the kernel counts in steps of 0.01
	maxWakeups = 1.0  // context switches a second, all threads
)

// A program that has just started gives back what it needed for that, and
// wakes up for it now and then; after this long it is at rest.
const settling = 40 * time.Second

// usage is what a process has used so far.
type usage struct {
	cpu      float64 // seconds, user and system
	exact    float64 // seconds on a processor, as the scheduler counts
	wakeups  int     // voluntary context switches, all threads
	pushed   int     // involuntary ones
	threads  int
	pss, uss float64 // MiB, now
}

// TestFootprint measures the agent with default settings, and beside it a
// window that nobody sees. UNHUNCH_FOOTPRINT says for how long.
func TestFootprint(t *testing.T) {
	during := 20 * time.Second
	if text := os.Getenv("UNHUNCH_FOOTPRINT"); text != "" {
		d, err := time.ParseDuration(text)
		if err != nil || d < time.Second {
			t.Fatalf("UNHUNCH_FOOTPRINT=%q is not a length of time", text)
		}
		during = d
	}
	d := newDesktop(t)
	d.startAgent()
	d.unhunch("open")
	id, _ := d.window(windowWithin)
	d.painted(id, windowWithin)
	if _, err := d.tool("xdotool", "windowminimize", "--sync", id); err != nil {
		t.Fatal(err)
	}
	agent, window := d.status().PID, d.windowPID()
	time.Sleep(settling)

	began := time.Now()
	a0, w0 := measure(t, agent), measure(t, window)
	time.Sleep(during)
	a1, w1 := measure(t, agent), measure(t, window)
	took := time.Since(began)
	a, w := a1.since(a0, took), w1.since(w0, took)

	fmt.Printf("\nover %.0f s            agent   hidden window\n", took.Seconds())
	row := func(what string, of func(rate) float64, digits int) {
		fmt.Printf("%-16s %9.*f %15.*f\n", what, digits, of(a), digits, of(w))
	}
	row("PSS, MiB", func(r rate) float64 { return r.pss }, 1)
	row("USS, MiB", func(r rate) float64 { return r.uss }, 1)
	row("CPU, s a minute", func(r rate) float64 { return r.cpu }, 2)
	row("  by scheduler", func(r rate) float64 { return r.exact }, 4)
	row("wake-ups a s", func(r rate) float64 { return r.wakeups }, 2)
	row("  pushed out", func(r rate) float64 { return r.pushed }, 2)
	row("threads", func(r rate) float64 { return r.threads }, 0)
	fmt.Println()

	if a.pss > maxPSS {
		t.Errorf("the agent takes %.1f MiB, want at most %.0f", a.pss, maxPSS)
	}
	if a.exact > maxCPU {
		t.Errorf("the agent takes %.4f s of processor time a minute, want at most %.2f", a.exact, maxCPU)
	}
	if a.wakeups+a.pushed >= maxWakeups {
		t.Errorf("the agent wakes up %.2f times a second, want less than %.0f", a.wakeups+a.pushed, maxWakeups)
	}
}

// windowPID finds the window's process among those of this desktop.
func (d *desktop) windowPID() int {
	d.t.Helper()
	want, err := filepath.EvalSymlinks(program(d.t, "unhunch-window"))
	if err != nil {
		d.t.Fatal(err)
	}
	for _, pid := range d.mine() {
		if exe, err := os.Readlink(fmt.Sprintf("/proc/%d/exe", pid)); err == nil && exe == want {
			return pid
		}
	}
	d.t.Fatal("the window's process is not there")
	return 0
}

// rate is what a process uses: rates for what adds up, the latest for the
// rest.
type rate struct {
	pss, uss, cpu, exact, wakeups, pushed, threads float64
}

func (u usage) since(before usage, took time.Duration) rate {
	s := took.Seconds()
	return rate{
		pss: u.pss, uss: u.uss, threads: float64(u.threads),
		cpu:     (u.cpu - before.cpu) * 60 / s,
		exact:   (u.exact - before.exact) * 60 / s,
		wakeups: float64(u.wakeups-before.wakeups) / s,
		pushed:  float64(u.pushed-before.pushed) / s,
	}
}

// measure reads what the kernel says of a process.
func measure(t *testing.T, pid int) usage {
	t.Helper()
	var u usage
	proc := fmt.Sprintf("/proc/%d", pid)
	stat, err := os.ReadFile(proc + "/stat")
	if err != nil {
		t.Fatal(err)
	}
	// The name in parentheses may hold anything; the numbers follow it.
	_, rest, _ := strings.Cut(string(stat), ") ")
	if f := strings.Fields(rest); len(f) > 12 {
		u.cpu = (number(f[11]) + number(f[12])) / 100
	}
	threads, err := filepath.Glob(proc + "/task/*")
	if err != nil || len(threads) == 0 {
		t.Fatalf("no threads of %d: %v", pid, err)
	}
	u.threads = len(threads)
	for _, thread := range threads {
		if sched, err := os.ReadFile(thread + "/schedstat"); err == nil {
			u.exact += number(strings.Fields(string(sched))[0]) / 1e9
		}
		eachLine(thread+"/status", func(key string, value float64) {
			switch key {
			case "voluntary_ctxt_switches":
				u.wakeups += int(value)
			case "nonvoluntary_ctxt_switches":
				u.pushed += int(value)
			}
		})
	}
	eachLine(proc+"/smaps_rollup", func(key string, value float64) {
		switch key {
		case "Pss":
			u.pss += value / 1024
		case "Private_Clean", "Private_Dirty", "Private_Hugetlb":
			u.uss += value / 1024
		}
	})
	return u
}

// eachLine reads lines as "Key:  12 kB". A file that is gone has none: threads
// end.
func eachLine(file string, use func(key string, value float64)) {
	f, err := os.Open(file)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		key, value, ok := strings.Cut(lines.Text(), ":")
		if fields := strings.Fields(value); ok && len(fields) > 0 {
			use(key, number(fields[0]))
		}
	}
}

func number(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return n
}
