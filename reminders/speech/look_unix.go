//go:build !windows && !darwin

package speech

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/jfreymuth/pulse/proto"
)

func lookSound(ctx context.Context, getenv func(string) string) SoundCheck {
	p, err := dialPulse(ctx, getenv)
	if err != nil {
		return SoundCheck{Err: err, Hint: hintOf(err)}
	}
	defer p.close()
	var server proto.GetServerInfoReply
	if err := p.within(ctx, func() error { return p.c.Request(&proto.GetServerInfo{}, &server) }); err != nil {
		return SoundCheck{Err: err, Hint: noSoundHint}
	}
	var c SoundCheck
	c.Server, c.Version = serverName(server.PackageName, server.PackageVersion)
	var sink proto.GetSinkInfoReply
	err = p.within(ctx, func() error {
		return p.c.Request(&proto.GetSinkInfo{SinkIndex: proto.Undefined, SinkName: server.DefaultSinkName}, &sink)
	})
	if errors.Is(err, proto.ErrNoSuchEntity) {
		c.Err, c.Hint = ErrNoDevice, noDeviceHint
		return c
	}
	if err != nil {
		c.Err = err
		return c
	}
	c.Device = property(sink.Properties, "device.description")
	if c.Device == "" {
		c.Device = sink.SinkName
	}
	c.Muted = sink.Mute || loudestOf(sink.ChannelVolumes) == 0
	// What servers make up when no device is there.
	c.Dummy = sink.SinkName == "auto_null"
	return c
}

// serverName is who the server is: PipeWire calls itself
// "PulseAudio (on PipeWire 1.0.5)".
func serverName(name, version string) (string, string) {
	if _, rest, ok := strings.Cut(name, "PipeWire "); ok {
		return "PipeWire", strings.TrimRight(rest, ") ")
	}
	if strings.EqualFold(name, "pulseaudio") {
		name = "PulseAudio"
	}
	return name, version
}

// property is a text of a server's list; these end with a zero byte.
func property(l proto.PropList, key string) string { return strings.TrimRight(string(l[key]), "\x00") }

func loudestOf(v proto.ChannelVolumes) uint32 {
	var most uint32
	for _, one := range v {
		most = max(most, one)
	}
	return most
}

func lookVoice(ctx context.Context, getenv func(string) string) VoiceCheck {
	c, err := dialSpeechd(ctx, speechdAddress(getenv))
	if ctx.Err() != nil {
		return VoiceCheck{Err: ctx.Err()}
	}
	if err == nil {
		defer c.close()
		var with []string
		if with, err = c.synthesizers(ctx); err == nil && len(with) > 0 {
			return VoiceCheck{Engine: "speech-dispatcher", With: strings.Join(with, ", ")}
		}
		if err == nil {
			err = ErrNoSynthesizer
		}
	} else if _, found := exec.LookPath("speech-dispatcher"); found == nil && refused(err) {
		return VoiceCheck{Engine: "speech-dispatcher", OnDemand: true}
	}
	if program := espeak(); program != "" {
		return VoiceCheck{Engine: filepath.Base(program)}
	}
	if errors.Is(err, ErrNoSynthesizer) {
		return VoiceCheck{Err: err, Hint: noSynthesizerHint}
	}
	if refused(err) {
		err = ErrNoVoice
	}
	return VoiceCheck{Err: err, Hint: noVoiceHint}
}
