package calendar

import (
	"fmt"
	"strings"
	"time"
)

// windowsZone is the IANA zone of one of Windows' names, or empty.
func windowsZone(name string) string {
	name = strings.Replace(name, " Daylight Time", " Standard Time", 1)
	for line := range strings.Lines(zonePairs) {
		if known, zone, ok := strings.Cut(strings.TrimSpace(line), " = "); ok && strings.EqualFold(known, name) {
			return zone
		}
	}
	return ""
}

// usualZones are the zones a file's own definition is compared with, those of
// many people first.
func usualZones() (zones []string) {
	for line := range strings.Lines(zonePairs) {
		if _, zone, ok := strings.Cut(strings.TrimSpace(line), " = "); ok {
			zones = append(zones, zone)
		}
	}
	return zones
}

// zonePairs are Windows' names of time zones, each with the IANA zone of the
// place it is named after: the pairs that Unicode's Common Locale Data
// Repository (windowsZones) gives for the whole world, and a few old names.
const zonePairs = `
W. Europe Standard Time = Europe/Berlin
Eastern Standard Time = America/New_York
GMT Standard Time = Europe/London
Pacific Standard Time = America/Los_Angeles
Central Standard Time = America/Chicago
Mountain Standard Time = America/Denver
Romance Standard Time = Europe/Paris
Central Europe Standard Time = Europe/Budapest
Central European Standard Time = Europe/Warsaw
FLE Standard Time = Europe/Kyiv
E. Europe Standard Time = Europe/Chisinau
GTB Standard Time = Europe/Bucharest
AUS Eastern Standard Time = Australia/Sydney
New Zealand Standard Time = Pacific/Auckland
Cen. Australia Standard Time = Australia/Adelaide
Tasmania Standard Time = Australia/Hobart
Atlantic Standard Time = America/Halifax
Newfoundland Standard Time = America/St_Johns
Alaskan Standard Time = America/Anchorage
Israel Standard Time = Asia/Jerusalem
Pacific SA Standard Time = America/Santiago
Dateline Standard Time = Etc/GMT+12
UTC-11 = Etc/GMT+11
Aleutian Standard Time = America/Adak
Hawaiian Standard Time = Pacific/Honolulu
Marquesas Standard Time = Pacific/Marquesas
UTC-09 = Etc/GMT+9
Pacific Standard Time (Mexico) = America/Tijuana
UTC-08 = Etc/GMT+8
US Mountain Standard Time = America/Phoenix
Mountain Standard Time (Mexico) = America/Mazatlan
Yukon Standard Time = America/Whitehorse
Central America Standard Time = America/Guatemala
Easter Island Standard Time = Pacific/Easter
Central Standard Time (Mexico) = America/Mexico_City
Canada Central Standard Time = America/Regina
SA Pacific Standard Time = America/Bogota
Eastern Standard Time (Mexico) = America/Cancun
Haiti Standard Time = America/Port-au-Prince
Cuba Standard Time = America/Havana
US Eastern Standard Time = America/Indiana/Indianapolis
Turks And Caicos Standard Time = America/Grand_Turk
Paraguay Standard Time = America/Asuncion
Venezuela Standard Time = America/Caracas
Central Brazilian Standard Time = America/Cuiaba
SA Western Standard Time = America/La_Paz
Tocantins Standard Time = America/Araguaina
E. South America Standard Time = America/Sao_Paulo
SA Eastern Standard Time = America/Cayenne
Argentina Standard Time = America/Argentina/Buenos_Aires
Greenland Standard Time = America/Nuuk
Montevideo Standard Time = America/Montevideo
Magallanes Standard Time = America/Punta_Arenas
Saint Pierre Standard Time = America/Miquelon
Bahia Standard Time = America/Bahia
UTC-02 = Etc/GMT+2
Azores Standard Time = Atlantic/Azores
Cape Verde Standard Time = Atlantic/Cape_Verde
Greenwich Standard Time = Atlantic/Reykjavik
Sao Tome Standard Time = Africa/Sao_Tome
Morocco Standard Time = Africa/Casablanca
W. Central Africa Standard Time = Africa/Lagos
Jordan Standard Time = Asia/Amman
Middle East Standard Time = Asia/Beirut
Egypt Standard Time = Africa/Cairo
Syria Standard Time = Asia/Damascus
West Bank Standard Time = Asia/Hebron
South Africa Standard Time = Africa/Johannesburg
South Sudan Standard Time = Africa/Juba
Kaliningrad Standard Time = Europe/Kaliningrad
Sudan Standard Time = Africa/Khartoum
Libya Standard Time = Africa/Tripoli
Namibia Standard Time = Africa/Windhoek
Arabic Standard Time = Asia/Baghdad
Turkey Standard Time = Europe/Istanbul
Arab Standard Time = Asia/Riyadh
Belarus Standard Time = Europe/Minsk
Russian Standard Time = Europe/Moscow
E. Africa Standard Time = Africa/Nairobi
Iran Standard Time = Asia/Tehran
Arabian Standard Time = Asia/Dubai
Astrakhan Standard Time = Europe/Astrakhan
Azerbaijan Standard Time = Asia/Baku
Russia Time Zone 3 = Europe/Samara
Mauritius Standard Time = Indian/Mauritius
Saratov Standard Time = Europe/Saratov
Georgian Standard Time = Asia/Tbilisi
Volgograd Standard Time = Europe/Volgograd
Caucasus Standard Time = Asia/Yerevan
Afghanistan Standard Time = Asia/Kabul
West Asia Standard Time = Asia/Tashkent
Ekaterinburg Standard Time = Asia/Yekaterinburg
Pakistan Standard Time = Asia/Karachi
Qyzylorda Standard Time = Asia/Qyzylorda
India Standard Time = Asia/Kolkata
Sri Lanka Standard Time = Asia/Colombo
Nepal Standard Time = Asia/Kathmandu
Central Asia Standard Time = Asia/Bishkek
Bangladesh Standard Time = Asia/Dhaka
Omsk Standard Time = Asia/Omsk
Myanmar Standard Time = Asia/Yangon
SE Asia Standard Time = Asia/Bangkok
Altai Standard Time = Asia/Barnaul
W. Mongolia Standard Time = Asia/Hovd
North Asia Standard Time = Asia/Krasnoyarsk
N. Central Asia Standard Time = Asia/Novosibirsk
Tomsk Standard Time = Asia/Tomsk
China Standard Time = Asia/Shanghai
North Asia East Standard Time = Asia/Irkutsk
Singapore Standard Time = Asia/Singapore
W. Australia Standard Time = Australia/Perth
Taipei Standard Time = Asia/Taipei
Ulaanbaatar Standard Time = Asia/Ulaanbaatar
Aus Central W. Standard Time = Australia/Eucla
Transbaikal Standard Time = Asia/Chita
Tokyo Standard Time = Asia/Tokyo
North Korea Standard Time = Asia/Pyongyang
Korea Standard Time = Asia/Seoul
Yakutsk Standard Time = Asia/Yakutsk
AUS Central Standard Time = Australia/Darwin
E. Australia Standard Time = Australia/Brisbane
West Pacific Standard Time = Pacific/Port_Moresby
Vladivostok Standard Time = Asia/Vladivostok
Lord Howe Standard Time = Australia/Lord_Howe
Bougainville Standard Time = Pacific/Bougainville
Russia Time Zone 10 = Asia/Srednekolymsk
Magadan Standard Time = Asia/Magadan
Norfolk Standard Time = Pacific/Norfolk
Sakhalin Standard Time = Asia/Sakhalin
Central Pacific Standard Time = Pacific/Guadalcanal
Russia Time Zone 11 = Asia/Kamchatka
UTC+12 = Etc/GMT-12
Fiji Standard Time = Pacific/Fiji
Chatham Islands Standard Time = Pacific/Chatham
UTC+13 = Etc/GMT-13
Tonga Standard Time = Pacific/Tongatapu
Samoa Standard Time = Pacific/Apia
Line Islands Standard Time = Pacific/Kiritimati
Mexico Standard Time = America/Mexico_City
Mid-Atlantic Standard Time = Etc/GMT+2
Kamchatka Standard Time = Asia/Kamchatka
Armenian Standard Time = Asia/Yerevan
`

// ZoneName is the IANA name of a zone that may not know its own, as the
// machine's: of the zone that keeps the same hours, UTC where none does.
func ZoneName(zone *time.Location, now time.Time) string {
	if name := zoneNamed(zone.String()); name != "" {
		return name
	}
	year := now.Year()
next:
	for _, name := range usualZones() {
		other, err := time.LoadLocation(name)
		if err != nil {
			continue
		}
		for day := range 800 {
			t := time.Date(year, 1, 1+day, 12, 0, 0, 0, time.UTC)
			_, x := t.In(zone).Zone()
			if _, y := t.In(other).Zone(); x != y {
				continue next
			}
		}
		return other.String()
	}
	if _, off := now.In(zone).Zone(); off%3600 == 0 && off != 0 && off >= -12*3600 && off <= 14*3600 {
		return fmt.Sprintf("Etc/GMT%+d", -off/3600)
	}
	return "UTC"
}
