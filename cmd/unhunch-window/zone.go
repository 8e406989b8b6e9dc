package main

import (
	"os"
	"path/filepath"
	"strings"
)

// localTime is where a Unix machine keeps its time zone.
const localTime = "/etc/localtime"

// machineZone is the IANA name of this machine's time zone, empty where the
// machine does not say.
func machineZone() string {
	if tz := os.Getenv("TZ"); tz != "" {
		return strings.TrimPrefix(tz, ":")
	}
	link, err := os.Readlink(localTime)
	if err != nil {
		return ""
	}
	_, name, _ := strings.Cut(filepath.ToSlash(link), "zoneinfo/")
	return name
}
