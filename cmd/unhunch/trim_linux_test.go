package main

import "testing"

func TestCleanMappings(t *testing.T) {
	smaps := `00400000-00b00000 r-xp 00000000 08:01 1234 /opt/unhunch
Size:               7168 kB
Private_Clean:      4096 kB
Private_Dirty:        12 kB
Anonymous:             0 kB
00b00000-01200000 r--p 00700000 08:01 1234 /opt/unhunch
Private_Dirty:         8 kB
Anonymous:             8 kB
01200000-01300000 rw-p 00e00000 08:01 1234 /opt/unhunch
Private_Dirty:         0 kB
01300000-01400000 r--p 00000000 08:01 99 /lib/libc.so
Private_Dirty:         0 kB
01400000-01500000 r--s 00000000 08:01 1234 /opt/unhunch
Private_Dirty:         0 kB
c000000000-c000400000 rw-p 00000000 00:00 0
Anonymous:           100 kB
`
	got := cleanMappings([]byte(smaps), "/opt/unhunch")
	if len(got) != 1 || got[0] != (mapping{0x400000, 0xb00000}) {
		t.Errorf("got %x, want the untouched code alone: not what was written to, not data, not others' files", got)
	}
	unmapCode() // and this very program goes on
	if len(cleanMappings([]byte("rubbish\n-- --\n"), "x")) != 0 {
		t.Error("rubbish has mappings")
	}
}
