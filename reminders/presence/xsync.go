//go:build !windows && !darwin

package presence

import (
	"errors"
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// The part of the X Synchronization Extension 3.1 that sets an alarm on the
// server's idle counter, spoken by hand because the X library leaves the
// extension out. Numbers are from the extension's protocol specification.
const (
	syncName         = "SYNC"
	syncInitialize   = 0
	syncListCounters = 1
	syncQueryCounter = 5
	syncCreateAlarm  = 8
	syncChangeAlarm  = 9
	syncAlarmNotify  = 1 // event

	positiveComparison = 2
	negativeComparison = 3
)

type xsync struct {
	conn    *xgb.Conn
	opcode  byte
	counter uint32 // IDLETIME
	alarm   uint32 // zero: not created yet
}

// alarmEvent is an AlarmNotify event.
type alarmEvent struct{ raw []byte }

// Bytes implements xgb.Event.
func (e alarmEvent) Bytes() []byte { return e.raw }

// String implements xgb.Event.
func (e alarmEvent) String() string { return "AlarmNotify" }

// syncError is one of the extension's two errors.
type syncError struct{ raw []byte }

// SequenceId implements xgb.Error.
func (e syncError) SequenceId() uint16 { return xgb.Get16(e.raw[2:]) }

// BadId implements xgb.Error.
func (e syncError) BadId() uint32 { return xgb.Get32(e.raw[4:]) }

// Error implements xgb.Error.
func (e syncError) Error() string { return fmt.Sprintf("X sync extension: error on %#x", e.BadId()) }

// openSync prepares the extension, and fails where there is no idle counter.
func openSync(conn *xgb.Conn) (*xsync, error) {
	ext, err := xproto.QueryExtension(conn, uint16(len(syncName)), syncName).Reply()
	if err != nil {
		return nil, err
	}
	if !ext.Present {
		return nil, errors.New("the X server has no sync extension")
	}
	// The library drops events, and waits forever on errors, that it has no
	// constructor for. Nothing of the kind arrives before the round trip below.
	event, fault := int(ext.FirstEvent)+syncAlarmNotify, int(ext.FirstError)
	if _, ok := xgb.NewEventFuncs[event]; !ok {
		xgb.NewEventFuncs[event] = func(buf []byte) xgb.Event { return alarmEvent{buf} }
	}
	for i := range 2 {
		if _, ok := xgb.NewErrorFuncs[fault+i]; !ok {
			xgb.NewErrorFuncs[fault+i] = func(buf []byte) xgb.Error { return syncError{buf} }
		}
	}
	s := &xsync{conn: conn, opcode: ext.MajorOpcode}
	req := s.request(syncInitialize, 2)
	req[4], req[5] = 3, 1 // version
	if _, err := s.ask(req); err != nil {
		return nil, err
	}
	list, err := s.ask(s.request(syncListCounters, 1))
	if err != nil {
		return nil, err
	}
	if s.counter = idleCounter(list); s.counter == 0 {
		return nil, errors.New("the X server has no idle counter")
	}
	return s, nil
}

// idleCounter finds the counter called IDLETIME in a ListSystemCounters reply;
// zero: there is none.
func idleCounter(reply []byte) uint32 {
	if len(reply) < 32 {
		return 0
	}
	rest := reply[32:]
	for range xgb.Get32(reply[8:]) {
		if len(rest) < 14 {
			break
		}
		n := int(xgb.Get16(rest[12:]))
		size := (14 + n + 3) &^ 3
		if len(rest) < size {
			break
		}
		if string(rest[14:14+n]) == "IDLETIME" {
			return xgb.Get32(rest)
		}
		rest = rest[size:]
	}
	return 0
}

// quiet reads the idle counter.
func (s *xsync) quiet() (time.Duration, error) {
	req := s.request(syncQueryCounter, 2)
	xgb.Put32(req[4:], s.counter)
	reply, err := s.ask(req)
	if err != nil {
		return 0, err
	}
	if len(reply) < 16 {
		return 0, errors.New("the X server's answer is too short")
	}
	ms := int64(xgb.Get32(reply[8:]))<<32 | int64(xgb.Get32(reply[12:]))
	return max(time.Duration(ms)*time.Millisecond, 0), nil
}

// arm sets the one alarm: it goes off once, as soon as the idle time is at or
// beyond that length, or at or below it.
func (s *xsync) arm(at time.Duration, rising bool) error {
	test := uint32(negativeComparison)
	if rising {
		test = positiveComparison
	}
	ms := uint64(at / time.Millisecond)
	op, id := byte(syncChangeAlarm), s.alarm
	if id == 0 {
		var err error
		if id, err = s.conn.NewId(); err != nil {
			return err
		}
		op = syncCreateAlarm
	}
	const counter, valueType, value, testType, delta, events = 1, 2, 4, 8, 16, 32
	words := []uint32{
		id, counter | valueType | value | testType | delta | events,
		s.counter,
		0,                            // the value is absolute
		uint32(ms >> 32), uint32(ms), //nolint:gosec // two halves of one number
		test,
		0, 0, // a delta of zero: once
		1, // send events
	}
	req := s.request(op, 1+len(words))
	for i, v := range words {
		xgb.Put32(req[4+4*i:], v)
	}
	cookie := s.conn.NewCookie(true, false)
	s.conn.NewRequest(req, cookie)
	if err := cookie.Check(); err != nil {
		return err
	}
	s.alarm = id
	return nil
}

// request is an empty request of that many words.
func (s *xsync) request(minor byte, words int) []byte {
	req := make([]byte, 4*words)
	req[0], req[1] = s.opcode, minor
	xgb.Put16(req[2:], uint16(words)) //nolint:gosec // at most a dozen
	return req
}

func (s *xsync) ask(req []byte) ([]byte, error) {
	cookie := s.conn.NewCookie(true, true)
	s.conn.NewRequest(req, cookie)
	return cookie.Reply()
}
