package formats

import (
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// Calendar writes visits known to the day as all-day events (RFC 5545). The
// stamp is the event's own day: the time of the build would make builds differ.
func Calendar(in ground.Ground) any {
	w := writer{in}
	var b strings.Builder
	line := func(name, value string) { b.WriteString(foldLine(name + ":" + value)) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	c := w.Facts.Config
	line("PRODID", "-//Blandongan//"+icsText(w.Say(c.Title))+"//"+strings.ToUpper(string(c.Language)))
	for i := range w.Facts.Visits {
		v := &w.Facts.Visits[i]
		start, ok := v.Start.Date()
		if !ok {
			continue
		}
		end := start
		if e, exact := v.End.Date(); exact {
			end = e
		}
		line("BEGIN", "VEVENT")
		line("UID", w.visitID(v))
		line("DTSTAMP", start.Format("20060102")+"T000000Z")
		line("DTSTART;VALUE=DATE", start.Format("20060102"))
		line("DTEND;VALUE=DATE", end.AddDate(0, 0, 1).Format("20060102"))
		line("SUMMARY", icsText(w.Say(v.Title)))
		if v.Venue != nil {
			line("LOCATION", icsText(w.Say(v.Venue.Name)))
		}
		line("URL", w.Absolute(address.Of(site.KindVisit, v.ID)))
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return Plain(b.String())
}

func icsText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// foldLine breaks a line after at most 75 bytes, never inside a character.
func foldLine(s string) string {
	var b strings.Builder
	used := 0
	for _, r := range s {
		n := len(string(r))
		if used+n > 75 {
			b.WriteString("\r\n ")
			used = 1
		}
		b.WriteRune(r)
		used += n
	}
	b.WriteString("\r\n")
	return b.String()
}
