package speech

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"os/exec"
	"syscall"
	"unicode/utf16"

	"golang.org/x/sys/windows"
)

// sapi makes PowerShell speak what it reads with Windows' own voices. A line
// is volume, language and the text, in base64 so that no code page can spoil
// it; texts never become part of the program.
const sapi = `$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
while ($null -ne ($line = [Console]::In.ReadLine())) {
	$part = $line.Split(' ')
	$voice.Volume = [int]$part[0]
	if ($part[1] -ne '-') {
		try {
			$culture = [Globalization.CultureInfo]::GetCultureInfo($part[1])
			$voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture)
		} catch { }
	}
	$voice.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($part[2])))
	[Console]::Out.WriteLine('said')
}`

func openVoice(context.Context) (voice, error) {
	program, err := exec.LookPath("powershell.exe")
	if err != nil {
		return nil, &Trouble{ErrNoVoice, ""}
	}
	units := utf16.Encode([]rune(sapi))
	script := make([]byte, 0, 2*len(units))
	for _, u := range units {
		script = binary.LittleEndian.AppendUint16(script, u)
	}
	return &lineVoice{command: func() *exec.Cmd {
		cmd := exec.Command(program, "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", base64.StdEncoding.EncodeToString(script))
		cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW}
		return cmd
	}}, nil
}

func lookVoice(ctx context.Context, _ func(string) string) VoiceCheck {
	if _, err := openVoice(ctx); err != nil {
		return VoiceCheck{Err: err}
	}
	return VoiceCheck{Engine: "Windows", OnDemand: true}
}
