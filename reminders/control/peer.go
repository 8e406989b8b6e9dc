package control

import (
	"errors"
	"net"
	"os"
)

var errNoPeerCheck = errors.New("this system does not tell who connects")

// checkPeer refuses other users. Where the system does not say who connects,
// the 0600 socket in its 0700 folder is the guard.
func checkPeer(nc net.Conn) *Error {
	uc, ok := nc.(*net.UnixConn)
	if !ok {
		return nil // a pipe inside this process
	}
	uid, err := peerUID(uc)
	if errors.Is(err, errNoPeerCheck) {
		return nil
	}
	if err != nil || !mayConnect(uid, os.Geteuid()) {
		return &Error{CodeNotYours, "this Unhunch belongs to another user", "run the command as the user who started it"}
	}
	return nil
}

// mayConnect tells whether a process of user uid may steer one of user own.
func mayConnect(uid, own int) bool { return uid == own || uid == 0 }
