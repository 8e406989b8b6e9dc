package speech

import "sync"

// pending counts what has been begun and is not over.
type pending struct {
	mu   sync.Mutex
	n    int
	zero chan struct{} // closed when n comes back to 0
}

func (p *pending) begin() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n == 0 {
		p.zero = make(chan struct{})
	}
	p.n++
}

func (p *pending) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n--; p.n == 0 {
		close(p.zero)
	}
}

// over is closed when all is over that had begun by now.
func (p *pending) over() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n == 0 {
		done := make(chan struct{})
		close(done)
		return done
	}
	return p.zero
}
