package content

import (
	"runtime"
	"testing"
)

// maxTipsHeap is what the tips may cost a program that shows nothing else.
const maxTipsHeap = 2 << 20

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// tipsHeap is how much memory stays in use after reading the tips alone.
func tipsHeap(t testing.TB) int64 {
	before := heap()
	l := Open(BuiltIn().files)
	tips := mustHave(t, l.Tips)
	after := heap()
	runtime.KeepAlive(tips)
	runtime.KeepAlive(l)
	return int64(after) - int64(before)
}

func TestTipsAreCheap(t *testing.T) {
	if used := tipsHeap(t); used > maxTipsHeap {
		t.Errorf("the tips cost %d bytes, more than %d", used, maxTipsHeap)
	}
	l := Open(BuiltIn().files)
	mustHave(t, l.Tips)
	if l.exercises.v != nil || l.massage.v != nil || l.guides.v != nil {
		t.Error("asking for the tips read more than the tips")
	}
}

// BenchmarkLibrary reads everything once more each time: it has to stay below
// 20 ms, so that a window opens at once.
func BenchmarkLibrary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := Open(BuiltIn().files)
		if _, err := l.Index(); err != nil {
			b.Fatal(err)
		}
		if _, err := l.Coverage(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTips is what the agent pays.
func BenchmarkTips(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(BuiltIn().files).Tips(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tipsHeap(b)), "heap-bytes")
}

func BenchmarkTipOf(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		_ = TipOf(n)
	}
}
