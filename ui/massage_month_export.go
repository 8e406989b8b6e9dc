package ui

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// exportName is what the file is called unless the person says otherwise.
const exportName = "unhunch-massage.ics"

// exportAppointments writes all appointments, or the one with a uid, into a
// file that other calendars read. All of it is made before a file is asked for.
func (w *Window) exportAppointments(uid string) {
	doing := catalog.L("Exporting")
	opts := calendar.ExportOptions{Now: w.now(), Leads: w.leads()}
	var made bytes.Buffer
	count := 0
	w.ask(doing, func() error {
		list, err := w.Calendar.AppointmentsBetween(time.Time{}, time.Time{})
		if err != nil {
			return err
		}
		if uid != "" {
			list = slices.DeleteFunc(list, func(a Booked) bool { return a.UID != uid })
		}
		count = len(list)
		return calendar.Export(&made, list, opts)
	}, func() {
		if count == 0 {
			w.shell.toast.show(catalog.L("There is no appointment to export."), "", nil)
			return
		}
		w.files.save(catalog.L("Export appointments"), exportName, func(to io.WriteCloser, path string) {
			w.ask(doing, func() error { return writeWhole(to, path, made.Bytes()) }, func() {
				w.shell.toast.show(catalog.N("Exported {{.Count}} appointment to {{.File}}.", "Exported {{.Count}} appointments to {{.File}}.",
					count, catalog.D{"File": path}), "", nil)
			})
		})
	})
}

// leads are when appointments are announced that do not say so themselves.
func (w *Window) leads() []calendar.Lead {
	leads := []calendar.Lead{}
	for _, l := range w.Prefs.Current().Config(time.UTC).Leads {
		leads = append(leads, calendar.Lead{Days: l.Days, Elapsed: l.Elapsed})
	}
	return leads
}

// writeWhole writes a new file; where that fails, no half of it is left.
func writeWhole(to io.WriteCloser, path string, data []byte) error {
	_, err := to.Write(data)
	if err = errors.Join(err, to.Close()); err == nil {
		return nil
	}
	if at, statErr := os.Lstat(path); statErr == nil && at.Mode().IsRegular() {
		return errors.Join(err, os.Remove(path))
	}
	return err
}
