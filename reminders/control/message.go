package control

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Protocol is the version of what travels over the socket. It changes when an
// old client and a new server, or the other way round, would misunderstand
// each other; keys that are added do not change it. The greeting and the quit
// verb stay the same in every version.
const Protocol = 1

// MaxLine is the longest line a server reads, in bytes without its end.
const MaxLine = 64 << 10

// maxReply is the longest line a client reads: a status may list many
// reminders.
const maxReply = 1 << 20

// greeting is the server's first line.
type greeting struct {
	Unhunch *hello `json:"unhunch,omitempty"`
	Error   *Error `json:"error,omitempty"` // in its place: why the connection closes
}

type hello struct {
	Protocol int    `json:"protocol"`
	Version  string `json:"version"`
	PID      int    `json:"pid"`
}

// request is one line of a client.
type request struct {
	id   uint64
	verb string
	args map[string]json.RawMessage
}

// reply is one line of a server after the greeting: exactly one of Result,
// Item and Error is set. ID 0 belongs to no request.
type reply struct {
	ID     uint64          `json:"id"`
	Result json.RawMessage `json:"result,omitempty"`
	Item   json.RawMessage `json:"item,omitempty"`
	Error  *Error          `json:"error,omitempty"`
}

// decodeRequest reads a client's line. The request's id is set as far as it
// could be read, so that an error can be told to whom it belongs.
func decodeRequest(line []byte) (request, *Error) {
	var r request
	m, err := object(line)
	if err != nil {
		return r, badLine("the line is no request: %v", err)
	}
	// An id that can't be read is the first thing to say: without it no
	// answer finds its way.
	if raw, ok := m["id"]; !ok {
		return r, badLine("the request has no id")
	} else if err := json.Unmarshal(raw, &r.id); err != nil || r.id == 0 {
		r.id = 0
		return r, badLine("id must be a whole number from 1 on, not %s", short(raw))
	}
	for k := range m {
		if k != "id" && k != "verb" && k != "args" {
			return r, badLine("the request has an unknown key %q", clip(k))
		}
	}
	raw, ok := m["verb"]
	if !ok {
		return r, badLine("the request has no verb")
	}
	if err := json.Unmarshal(raw, &r.verb); err != nil {
		return r, badLine("verb must be a text, not %s", short(raw))
	}
	if raw, ok := m["args"]; ok {
		if r.args, err = object(raw); err != nil {
			return r, badLine("args: %v", err)
		}
	}
	return r, nil
}

// decodeReply reads a server's line. Keys it does not know are left to newer
// versions.
func decodeReply(line []byte) (reply, error) {
	var r reply
	if !utf8.Valid(line) {
		return r, errors.New("the line is not UTF-8")
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return reply{}, err
	}
	set := 0
	for _, is := range [3]bool{r.Result != nil, r.Item != nil, r.Error != nil} {
		if is {
			set++
		}
	}
	if set != 1 {
		return reply{}, errors.New("the line is neither a result, nor an item, nor an error")
	}
	return r, nil
}

// object reads a JSON object's members one level deep. It is stricter than
// encoding/json: no key may come twice, and none may be null, because both
// hide a mistake.
func object(line []byte) (map[string]json.RawMessage, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("it is not UTF-8 text")
	}
	d := json.NewDecoder(bytes.NewReader(line))
	if t, err := d.Token(); err != nil {
		return nil, errors.New("it is not JSON")
	} else if t != json.Delim('{') {
		return nil, errors.New("it is not a JSON object")
	}
	m := map[string]json.RawMessage{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, errors.New("it is not JSON")
		}
		key, _ := t.(string)
		if _, twice := m[key]; twice {
			return nil, fmt.Errorf("key %q comes twice", clip(key))
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return nil, errors.New("it is not JSON")
		}
		if string(raw) == "null" {
			return nil, fmt.Errorf("key %q is null; leave it out instead", clip(key))
		}
		m[key] = raw
	}
	if _, err := d.Token(); err != nil {
		return nil, errors.New("the JSON object does not end")
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("something follows the JSON object")
	}
	return m, nil
}

// clip keeps what is quoted in an error short.
func clip(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	s = s[:most]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}

func short(raw json.RawMessage) string { return clip(string(raw)) }
