//go:build !windows && !darwin

package speech

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

const (
	noSoundHint     = "install and start PipeWire (pipewire-pulse) or PulseAudio"
	noDeviceHint    = "connect loudspeakers or headphones and choose them in the sound settings"
	pulseServerHint = "correct or remove the environment variable PULSE_SERVER"
	answerIn        = 3 * time.Second // a server that takes longer is taken for dead; longer than any chime
	dialIn          = time.Second
	aheadBy         = 80 * time.Millisecond
	lead            = 30 * time.Millisecond // of silence: what just begins to play may swallow a little
)

// pulse plays through a PulseAudio server, or PipeWire's that speaks like one.
type pulse struct {
	c    *proto.Client
	conn *frames
	ends sync.WaitGroup
	sync uint32 // of the last stream: those of one number start and stop together

	mu      sync.Mutex
	started map[uint32]chan struct{} // by stream: closed when it is heard
}

func openPlayer(ctx context.Context) (player, error) {
	p, err := dialPulse(ctx, os.Getenv)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// dialPulse connects to the first server that lets us in.
func dialPulse(ctx context.Context, getenv func(string) string) (*pulse, error) {
	host, _ := os.Hostname()
	var why error
	for _, a := range pulseServers(getenv, os.Getuid(), host) {
		d := net.Dialer{Timeout: dialIn}
		conn, err := d.DialContext(ctx, a.network, a.place)
		if err != nil {
			why = errors.Join(why, err)
			continue
		}
		p, err := newPulse(ctx, conn, pulseCookie(getenv))
		if err == nil {
			return p, nil
		}
		why = errors.Join(why, fmt.Errorf("%s: %w", a.place, err))
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if s := getenv("PULSE_SERVER"); strings.TrimSpace(s) != "" {
		return nil, &Trouble{fmt.Errorf("%w: %w: %q", ErrNoSound, ErrPulseServer, s), pulseServerHint}
	}
	return nil, &Trouble{fmt.Errorf("%w: %s", ErrNoSound, oneLine(why)), noSoundHint}
}

// newPulse introduces us to the server behind conn.
func newPulse(ctx context.Context, conn net.Conn, cookie []byte) (*pulse, error) {
	p := &pulse{c: new(proto.Client), conn: newFrames(conn), started: map[uint32]chan struct{}{}}
	p.c.Callback = p.hear
	p.c.SetTimeout(answerIn)
	p.c.Open(p.conn)
	err := p.within(ctx, func() error {
		var auth proto.AuthReply
		if err := p.c.Request(&proto.Auth{Version: p.c.Version(), Cookie: cookie}, &auth); err != nil {
			return err
		}
		p.conn.id = nil
		p.c.SetVersion(auth.Version)
		return p.c.Request(&proto.SetClientName{Props: proto.PropList{
			"application.name":      proto.PropListString("Unhunch"),
			"application.id":        proto.PropListString("unhunch"),
			"application.icon_name": proto.PropListString("unhunch"),
		}}, &proto.SetClientNameReply{})
	})
	if err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// within does something with the server, and gives the connection up when ctx
// is done before the server has answered.
func (p *pulse) within(ctx context.Context, do func() error) error {
	stop := context.AfterFunc(ctx, func() { p.conn.Conn.Close() })
	err := do()
	if !stop() {
		return context.Cause(ctx)
	}
	return err
}

// hear takes what the server says of itself.
func (p *pulse) hear(msg any) {
	if m, ok := msg.(*proto.Started); ok {
		p.mu.Lock()
		defer p.mu.Unlock()
		if ch := p.started[m.StreamIndex]; ch != nil {
			close(ch)
			delete(p.started, m.StreamIndex)
		}
	}
}

// play sends all samples at once into a stream of their own, which the server
// mixes with what still rings.
func (p *pulse) play(ctx context.Context, samples []int16, by time.Time, ended func()) error {
	var b bytes.Buffer
	b.Write(make([]byte, samplesIn(lead)*2))
	_ = binary.Write(&b, binary.LittleEndian, samples) // a bytes.Buffer takes everything
	// The server is to take little at a time from what it has been sent: what
	// it has taken it cannot mix anew when another chime begins, and the rest
	// of this one would be lost.
	ahead := uint32(samplesIn(aheadBy) * 2)
	p.sync++
	request := proto.CreatePlaybackStream{
		SyncID:                p.sync,
		SampleSpec:            proto.SampleSpec{Format: proto.FormatInt16LE, Channels: 1, Rate: Rate},
		ChannelMap:            proto.ChannelMap{proto.ChannelMono},
		ChannelVolumes:        proto.ChannelVolumes{uint32(proto.VolumeNorm)},
		SinkIndex:             proto.Undefined,
		BufferMaxLength:       proto.Undefined,
		BufferTargetLength:    ahead,
		BufferPrebufferLength: ahead,
		BufferMinimumRequest:  proto.Undefined,
		AdjustLatency:         true,
		Properties: proto.PropList{
			"media.name":      proto.PropListString("Unhunch"),
			"media.icon_name": proto.PropListString("unhunch"),
		},
	}
	var reply proto.CreatePlaybackStreamReply
	err := p.within(ctx, func() error { return p.c.Request(&request, &reply) })
	if errors.Is(err, proto.ErrNoSuchEntity) {
		return &Trouble{ErrNoDevice, noDeviceHint}
	}
	if err != nil {
		return err
	}
	stream := reply.StreamIndex
	started := make(chan struct{})
	p.mu.Lock()
	p.started[stream] = started
	p.mu.Unlock()
	forget := func() {
		p.mu.Lock()
		delete(p.started, stream)
		p.mu.Unlock()
	}
	if err := p.c.Send(stream, b.Bytes()); err != nil {
		forget()
		return err
	}
	late := time.NewTimer(time.Until(by))
	defer late.Stop()
	select {
	case <-started:
		p.ends.Go(func() {
			defer ended()
			// An error of either means that the stream is gone anyway.
			_ = p.c.Request(&proto.DrainPlaybackStream{StreamIndex: stream}, nil)
			_ = p.c.Request(&proto.DeletePlaybackStream{StreamIndex: stream}, nil)
		})
		return nil
	case <-p.conn.over:
		forget()
		return net.ErrClosed
	case <-ctx.Done():
	case <-late.C:
	}
	forget()
	// The device is asleep or stuck: what it has not begun it must not begin
	// later.
	p.ends.Go(func() { _ = p.c.Request(&proto.DeletePlaybackStream{StreamIndex: stream}, nil) })
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return ErrLate
}

func (p *pulse) close() {
	p.conn.Conn.Close()
	<-p.conn.over
	p.ends.Wait()
}
