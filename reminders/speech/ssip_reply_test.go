//go:build !windows && !darwin

package speech

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// replies reads all that is complete.
func replies(chunks ...string) (all []reply, err error) {
	var l lines
	for _, c := range chunks {
		l.feed([]byte(c))
		for {
			r, ok, err := l.next()
			if err != nil {
				return all, err
			}
			if !ok {
				break
			}
			all = append(all, r)
		}
	}
	return all, nil
}

func TestReplies(t *testing.T) {
	got, err := replies("208 OK CLIENT NAME SET\r\n", "250-espeak-ng\r\n250-dum", "my\r\n250 OK MODULE LIST SENT\r", "\n702-1\r\n702-3\r\n702 END\r\n230 \n250 not yet")
	want := []reply{
		{208, nil, "OK CLIENT NAME SET"},
		{250, []string{"espeak-ng", "dummy"}, "OK MODULE LIST SENT"},
		{702, []string{"1", "3"}, "END"},
		{230, nil, ""},
	}
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
}

func TestRepliesThatCannotBe(t *testing.T) {
	for _, text := range []string{
		"\n", "2\n", "200\n", "20 OK\n", "2000 OK\n", "abc OK\n", "200_OK\n", "099 OK\n", " 200 OK\n", "-20 OK\n",
		"250-a\r\n251 OK\r\n",
		strings.Repeat("250-module\r\n", mostLines+1),
		"250 " + strings.Repeat("x", longestLine) + "\n",
		strings.Repeat("x", longestLine+1),
		"SSH-2.0-OpenSSH\r\n", "HTTP/1.1 400 Bad Request\r\n",
	} {
		if got, err := replies(text); !errors.Is(err, errNotSSIP) || len(got) != 0 {
			t.Errorf("%.40q: %v, %v", text, got, err)
		}
	}
}

// unescape is what speech-dispatcher makes of the lines after SPEAK, up to the
// lone dot.
func unescape(t interface{ Fatalf(string, ...any) }, sent string) string {
	var text []string
	for line := range strings.SplitSeq(sent, "\r\n") {
		if line == "." {
			return strings.Join(text, "\n")
		}
		text = append(text, strings.TrimPrefix(line, "."))
	}
	t.Fatalf("no end in %q", sent)
	return ""
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"Reach up.": "Reach up.\r\n", ".": "..\r\n", "...": "....\r\n", "a\n.\nb\r\n": "a\r\n..\r\nb\r\n", "": "",
	} {
		if got := escape(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[.a\n ]{0,20}`).Draw(t, "text")
		text = strings.TrimRight(text, "\n")
		if got := unescape(t, escape(text)+".\r\n"); got != text {
			t.Fatalf("%q arrives as %q", text, got)
		}
	})
}

// Whatever comes, and however it is cut, the same replies are read or it is
// refused, and what is read is what was sent.
func FuzzReplies(f *testing.F) {
	for _, seed := range []string{
		"208 OK CLIENT NAME SET\r\n", "250-espeak-ng\r\n250 OK MODULE LIST SENT\r\n", "701-1\r\n701-1\r\n701 BEGIN\r\n225-1\r\n225 OK MESSAGE QUEUED\r\n",
		"250-a\n251 b\n", "999 \n", "\r\n", "300 ERR\r\n100-x\n",
	} {
		f.Add([]byte(seed), 3)
	}
	f.Fuzz(func(t *testing.T, b []byte, cut int) {
		whole, wholeErr := replies(string(b))
		var chunks []string
		for c := range slices.Chunk(b, min(max(cut, 1), 1024)) {
			chunks = append(chunks, string(c))
		}
		got, err := replies(chunks...)
		if (err == nil) != (wholeErr == nil) || fmt.Sprint(got) != fmt.Sprint(whole) {
			t.Fatalf("in pieces %v, %v; whole %v, %v", got, err, whole, wholeErr)
		}
		var again strings.Builder
		for _, r := range got {
			if r.code < 100 || r.code > 999 || len(r.values) > mostLines {
				t.Fatalf("%+v", r)
			}
			for _, v := range r.values {
				fmt.Fprintf(&again, "%d-%s\n", r.code, v)
			}
			fmt.Fprintf(&again, "%d %s\n", r.code, r.words)
		}
		if sent := strings.ReplaceAll(string(b), "\r\n", "\n"); !strings.HasPrefix(sent, again.String()) {
			t.Fatalf("read %q of %q", again.String(), sent)
		}
	})
}
