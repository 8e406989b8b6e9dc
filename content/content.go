// Package content is the library of Unhunch: what it says about posture,
// stretches, routines, heat and cold, massage, other therapies and warning
// signs, each with the sources it rests on.
//
// The texts live in data/<language>/ as TOML, the guides as Markdown with a
// TOML head; data/README.md explains every field to whoever edits them. They
// are compiled into the programs. A Library reads them section by section, each
// once and on first use, so that a program pays only for what it shows.
//
// Reading is strict: an unknown key, a missing field, a source nobody knows or
// an id used twice is a Problem that names file and line. Nothing here is
// signed off by a clinician. Every entry names its sources, and entries without
// an authoritative one say so (see Cited.General). Numbers listed as ours are
// our own choice, to be shown as defaults and never as limits from a source.
package content
