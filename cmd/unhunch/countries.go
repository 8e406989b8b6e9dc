package main

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/settings"
)

// countries are the two letters of every country (ISO 3166).
const countries = "" +
	"AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ " +
	"BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR " +
	"CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU " +
	"ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ " +
	"LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ " +
	"MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF " +
	"PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI " +
	"SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR " +
	"TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"

// isCountry tells whether two capital letters stand for a country.
func isCountry(id string) bool { return slices.Contains(strings.Fields(countries), id) }

// checkCountry refuses what is no country, for a value of emergency.country.
// What is not two letters the settings refuse by themselves.
func checkCountry(key, value string) error {
	id := strings.ToUpper(strings.TrimSpace(value))
	if key != "emergency.country" || len(id) != 2 || strings.Trim(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || isCountry(id) {
		return nil
	}
	hint := catalog.L("two letters as ISO 3166 has them, such as GB, DE or US")
	if id == "UK" {
		hint = catalog.L("did you mean {{.Names}}?", catalog.D{"Names": "GB"})
	}
	return wrong(hint, catalog.L("there is no country {{.Given}}", catalog.D{"Given": quoted(id)}))
}

// sayCountry says where the country that was chosen has no number here.
func (a *app) sayCountry() {
	s, _, err := settings.Load(settings.Path())
	all, bad := content.BuiltIn().EmergencyNumbers()
	if err != nil || bad != nil || s.Emergency.Country == "" {
		return // the warning signs say it
	}
	if _, known := all.In(s.Emergency.Country); !known {
		a.say(catalog.L("Saved. The emergency number of {{.Country}} is not known here: find out the number for an ambulance where you are.",
			catalog.D{"Country": s.Emergency.Country}))
	}
}

// inCountry is a country as it stands behind "Emergency number".
func inCountry(c content.EmergencyCountry) string {
	switch c.ID {
	case "AU":
		return catalog.L("in Australia")
	case "AT":
		return catalog.L("in Austria")
	case "BE":
		return catalog.L("in Belgium")
	case "BG":
		return catalog.L("in Bulgaria")
	case "CA":
		return catalog.L("in Canada")
	case "HR":
		return catalog.L("in Croatia")
	case "CY":
		return catalog.L("in Cyprus")
	case "CZ":
		return catalog.L("in Czechia")
	case "DK":
		return catalog.L("in Denmark")
	case "EE":
		return catalog.L("in Estonia")
	case "FI":
		return catalog.L("in Finland")
	case "FR":
		return catalog.L("in France")
	case "DE":
		return catalog.L("in Germany")
	case "GR":
		return catalog.L("in Greece")
	case "HU":
		return catalog.L("in Hungary")
	case "IE":
		return catalog.L("in Ireland")
	case "IT":
		return catalog.L("in Italy")
	case "JP":
		return catalog.L("in Japan")
	case "LV":
		return catalog.L("in Latvia")
	case "LT":
		return catalog.L("in Lithuania")
	case "LU":
		return catalog.L("in Luxembourg")
	case "MT":
		return catalog.L("in Malta")
	case "MX":
		return catalog.L("in Mexico")
	case "NL":
		return catalog.L("in the Netherlands")
	case "NZ":
		return catalog.L("in New Zealand")
	case "NO":
		return catalog.L("in Norway")
	case "PL":
		return catalog.L("in Poland")
	case "PT":
		return catalog.L("in Portugal")
	case "RO":
		return catalog.L("in Romania")
	case "SK":
		return catalog.L("in Slovakia")
	case "SI":
		return catalog.L("in Slovenia")
	case "ES":
		return catalog.L("in Spain")
	case "SE":
		return catalog.L("in Sweden")
	case "CH":
		return catalog.L("in Switzerland")
	case "GB":
		return catalog.L("in the United Kingdom")
	case "US":
		return catalog.L("in the United States")
	}
	return catalog.L("in {{.Country}}", catalog.D{"Country": c.Name})
}
