package web

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/desk/prose"
)

// private finds what lets strangers reach a person, or pass for one: numbers of identity cards and of mobile
// telephones. A number that the site gives as a contact is for all.
func (c *checker) private(b *prose.Block) {
	for at := 0; at < len(b.Text); {
		first := strings.IndexAny(b.Text[at:], "+0123456789")
		if first < 0 {
			return
		}
		at += first
		n := digitsAt(b.Text[at:])
		if n == 0 {
			at++
			continue
		}
		from, to := at, at+n
		if at = to; sticks(b.Text[:from], b.Text[to:]) {
			continue
		}
		switch digits := onlyDigits(b.Text[from:to]); {
		case isNIK(digits) && !strings.Contains(b.Text[from:to], "-") && !strings.HasPrefix(b.Text[to:], " rupiah"):
			c.say(b.At("nik-published", from, to, b.Text[from:to]).WithHint("number-drop"))
		case isMobile(digits) && !c.isContact(digits) && !isAccount(b.Text[:from]):
			c.say(b.At("phone-private", from, to, b.Text[from:to]).WithHint("number-drop"))
		}
	}
}

// digitsAt returns how long the number is that a text begins with: digits with a blank, a hyphen or a dot
// between them, and a plus before.
func digitsAt(s string) int {
	n, digits := 0, 0
	if s[0] == '+' {
		n++
	} else if s[0] < '0' || s[0] > '9' {
		return 0
	}
	end := 0
	for ; n < len(s); n++ {
		switch b := s[n]; {
		case b >= '0' && b <= '9':
			digits++
			end = n + 1
		case (b == ' ' || b == '-' || b == '.') && n == end:
		default:
			return end
		}
	}
	return end
}

// sticks says whether a letter or a slash stands right beside a number: it is of a code or of an address.
func sticks(before, after string) bool {
	isOf := func(b byte) bool { return b == '/' || b == '_' || b == '=' || b|0x20 >= 'a' && b|0x20 <= 'z' }
	return before != "" && isOf(before[len(before)-1]) || after != "" && isOf(after[0])
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// lateBorn is added to the day of birth in a woman's number.
const lateBorn = 40

// isNIK says whether digits are the number of an identity card: a region, a day of birth, a count.
func isNIK(s string) bool {
	if len(s) != 16 || s[:2] < "11" || strings.HasSuffix(s, "0000") {
		return false
	}
	day, _ := strconv.Atoi(s[6:8])
	month, _ := strconv.Atoi(s[8:10])
	if day > lateBorn {
		day -= lateBorn
	}
	regency, _ := strconv.Atoi(s[2:4])
	district, _ := strconv.Atoi(s[4:6])
	isRegion := regency > 0 && regency < 80 && district > 0 && district < 80
	return isRegion && month >= 1 && month <= 12 && day >= 1 &&
		time.Date(2000, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() == day
}

// operators are the digits behind the eight with which numbers of mobile telephones begin.
var operators = setOf("11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "22", "23", "28", "31", "32", "33",
	"38", "51", "52", "53", "55", "56", "57", "58", "59", "77", "78", "79", "81", "82", "83", "84", "85", "86", "87",
	"88", "89", "95", "96", "97", "98", "99")

// isMobile says whether digits are the number of a mobile telephone.
func isMobile(s string) bool {
	rest, is := strings.CutPrefix(s, "628")
	if !is {
		rest, is = strings.CutPrefix(s, "08")
	}
	return is && len(rest) >= 8 && len(rest) <= 11 && operators[rest[:2]]
}

// isAccount says whether words before a number tell that it is something else.
func isAccount(before string) bool {
	words := strings.Fields(strings.ToLower(before))
	return slices.ContainsFunc(words[max(0, len(words)-4):], func(w string) bool {
		return w == "rekening" || w == "resi" || w == "perkara" || w == "izin" || w == "nik" || w == "account"
	})
}

// isContact says whether the site tells visitors to ring a number.
func (c *checker) isContact(digits string) bool {
	return slices.ContainsFunc(c.phones, func(phone string) bool {
		return dialled(onlyDigits(phone)) == dialled(digits)
	})
}

// dialled is a number without what is dialled before it at home or from abroad.
func dialled(digits string) string {
	if rest, is := strings.CutPrefix(digits, "62"); is {
		return rest
	}
	return strings.TrimPrefix(digits, "0")
}
