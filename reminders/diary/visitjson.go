package diary

import (
	"encoding/json"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// visitJSON is a visit as it is written for programs.
type visitJSON struct {
	ID          string       `json:"id"`
	Appointment string       `json:"appointment,omitempty"`
	At          time.Time    `json:"date"`
	Type        string       `json:"type,omitempty"`
	Techniques  []string     `json:"techniques"`
	Pressure    int          `json:"pressure,omitempty"`
	LengthS     int64        `json:"duration_s,omitempty"`
	Areas       []Region     `json:"areas"`
	Therapist   string       `json:"therapist_id,omitempty"`
	Before      *int         `json:"pain_before,omitempty"`
	After       *int         `json:"pain_after,omitempty"`
	NextDay     *int         `json:"pain_24h,omitempty"`
	ThirdDay    *int         `json:"pain_72h,omitempty"`
	Bruised     bool         `json:"bruised,omitempty"`
	Cost        *json.Number `json:"cost,omitempty"` // in the currency's own unit: 65.50
	Currency    string       `json:"currency,omitempty"`
	Notes       string       `json:"notes,omitempty"`
}

// MarshalJSON writes a visit with keys in snake_case, its length in seconds and
// its cost as a number in the currency's own unit. What is not told is left out.
func (v Visit) MarshalJSON() ([]byte, error) {
	v = v.Tidy()
	out := visitJSON{
		v.ID, v.Appointment, v.At, v.Type, v.Techniques, v.Pressure, int64(v.Length / time.Second), v.Areas, v.Therapist,
		v.Before, v.After, v.NextDay, v.ThirdDay, v.Bruised, nil, v.Cost.Currency, v.Notes,
	}
	if v.Cost.Told() {
		n := json.Number(v.Cost.Amount())
		out.Cost = &n
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (v *Visit) UnmarshalJSON(data []byte) error {
	var in visitJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.LengthS < 0 || in.LengthS > int64(longestVisit/time.Second) {
		return &FieldError{"duration_s", catalog.L("{{.Number}} is too long or below nothing", catalog.D{"Number": in.LengthS}), catalog.L("give seconds, at most 8 hours of them")}
	}
	got := Visit{
		in.ID, in.Appointment, in.At, in.Type, in.Techniques, in.Pressure, time.Duration(in.LengthS) * time.Second, in.Areas, in.Therapist,
		in.Before, in.After, in.NextDay, in.ThirdDay, in.Bruised,
		Money{},
		in.Notes,
	}
	switch {
	case in.Cost != nil:
		var err error
		if got.Cost, err = ParseMoney(in.Cost.String(), in.Currency); err != nil {
			return err
		}
	case in.Currency != "":
		return &FieldError{"cost", catalog.L("it is missing, and there is a currency"), catalog.L("give both or none")}
	}
	*v = got.Tidy()
	return nil
}
