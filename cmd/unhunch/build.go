package main

import (
	"runtime"

	"github.com/unhunch/unhunch/reminders/control"
)

// buildInfo says what this program is.
type buildInfo struct {
	Version  string `json:"version"`
	Protocol int    `json:"protocol"` // of the control socket
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func build() buildInfo {
	return buildInfo{version, control.Protocol, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
}
