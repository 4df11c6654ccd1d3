package host

import (
	"strings"
	"unicode/utf8"
)

// limits are what a service reads of _redirects at most; 0 is no limit.
type limits struct{ rules, line, bytes int }

// serviceLimits are those that services say, in November 2026:
//
//   - Cloudflare: 2,000 static rules (developers.cloudflare.com/pages/configuration/
//     redirects); lines longer than 2,000 letters are passed over by the parser that it
//     ships (workers-sdk, MAX_LINE_LENGTH), though the page says 1,000;
//   - GitLab: 1,000 rules, and nothing is read of a file above 64 KiB
//     (docs.gitlab.com/user/project/pages/redirects);
//   - Netlify: it may fail from 10,000 rules on (docs.netlify.com/routing/redirects).
var serviceLimits = map[string]limits{
	"cloudflare": {rules: 2000, line: 2000},
	"gitlab":     {rules: 1000, bytes: 64 << 10},
	"netlify":    {rules: 10000},
}

// Losses are the old addresses that a service does not lead on from.
type Losses struct {
	// Rules is how many _redirects has, Limit how many the service reads, where those
	// are fewer.
	Rules, Limit int
	// Bytes is how large the file is, Most up to which size the service reads it, where
	// that is smaller.
	Bytes, Most int
	// Long are addresses whose lines have more letters than Line.
	Long []string
	Line int
	// Odd are addresses that cannot be written for the service.
	Odd []string
}

// LossesAt returns what one of the services does not read or cannot be given, the zero
// Losses when it is all there.
func (s Site) LossesAt(service string) Losses {
	var lost Losses
	limit, size := serviceLimits[service], 0
	rules := s.rules()
	for _, r := range rules {
		size += len(r)
		if from, _, _ := strings.Cut(r, " "); limit.line > 0 && len(r)-len("\n") > limit.line {
			lost.Long, lost.Line = append(lost.Long, from), limit.line
		}
	}
	if limit.rules > 0 && len(rules) > limit.rules {
		lost.Rules, lost.Limit = len(rules), limit.rules
	}
	if limit.bytes > 0 && size > limit.bytes {
		lost.Bytes, lost.Most = size, limit.bytes
	}
	for _, m := range s.moves() {
		if isOdd(service, m.from) {
			lost.Odd = append(lost.Odd, m.from)
		}
	}
	return lost
}

// isOdd says of an old address whether a service cannot be given it: GitHub reads no
// rules, so only pages lead on; GitLab compares blanks and letters beyond ASCII as no
// browser asks for them; and to all some signs mean more than themselves.
func isOdd(service, from string) bool {
	switch service {
	case "github":
		return !isPageName(from)
	case "gitlab":
		if strings.ContainsFunc(from, func(r rune) bool { return r <= ' ' || r >= utf8.RuneSelf }) {
			return true
		}
	case "netlify", "cloudflare":
	default:
		return false
	}
	for i := range len(from) {
		if isSpecial(from, i) {
			return true
		}
	}
	return false
}
