package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestErrorsSayWhatIsWrongWhereAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		err  error
		kind error
	}{
		{fmt.Errorf("write: %w", syscall.ENOSPC), ErrFull},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, ErrReadOnly},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EROFS}, ErrReadOnly},
		{fmt.Errorf("%w: page 5", ErrDamaged), ErrDamaged},
		{errors.New("something else"), nil},
	} {
		err := explain("do it", "/where", c.err)
		if c.kind != nil && (!errors.Is(err, c.kind) || !strings.HasSuffix(err.Error(), "; hint: "+hints[c.kind])) {
			t.Errorf("%v became %v, want %v and its hint", c.err, err, c.kind)
		}
		if !errors.Is(err, c.err) || !strings.HasPrefix(err.Error(), "cannot do it: ") || !strings.Contains(err.Error(), "(/where)") {
			t.Errorf("%v became %v", c.err, err)
		}
		if again := explain("do more", "/elsewhere", err); again.Error() != err.Error() {
			t.Errorf("explained twice: %v", again)
		}
		if strings.Count(err.Error(), "damaged") > 2 {
			t.Errorf("it repeats itself: %v", err)
		}
	}
	if explain("do it", "/where", nil) != nil {
		t.Error("an error out of nothing")
	}
	joined := explain("do it", "/where", errors.Join(errors.New("one"), errors.New("two")))
	if strings.Contains(joined.Error(), "\n") {
		t.Errorf("several lines: %q", joined)
	}
}
