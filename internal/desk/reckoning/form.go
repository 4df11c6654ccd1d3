package reckoning

import (
	"strconv"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// countUnits are of what there is no fraction, beside people and things that parts add up of.
var countUnits = prose.SetOf(`kk lembar pelanggan pemilih kartu anak penonton pengguna pelari paket porsi buku eksemplar
ekor kelompok surat sepeda hewan nasabah relawan kader penumpang siswa murid santri jemaah jamaah pegawai karyawan
petani nelayan pedagang pengunjung wisatawan penerima pendaftar pelamar undangan tamu kendaraan bibit pohon lampu`)

// measures are units of which there are fractions; a point in a number before them is no thousand.
var measures = prose.SetOf(`kilometer km meter sentimeter cm milimeter hektare hektar ha derajat ton kilogram kg gram
liter km² m² m³`)

// marks are those of numbers in a language.
type marks struct{ thousands, decimal string }

// forms finds numbers whose marks are another language's, and scales that want another.
func (t *text) forms() {
	m := marks{".", ","}
	if t.English {
		m = marks{",", "."}
	}
	for i := range t.Tokens {
		w := t.Tokens[i].Low
		if w[0] > '9' && !strings.HasPrefix(w, "rp") {
			continue
		}
		n, ok := t.NumberAt(i)
		if !ok {
			t.broken(i)
			continue
		}
		if n.Digits && n.Money && t.swapped(n, m) == "" && t.money(n) {
			continue
		}
		if !n.Digits || n.Scale != "" && t.English != reading.IsEnglishScale(n.Scale) {
			continue // or quoted
		}
		t.form(n, m)
	}
}

// form looks at one number in digits.
func (t *text) form(n reading.Number, m marks) {
	right := t.swapped(n, m)
	switch {
	case t.English && n.Scale == "" && !n.Percent:
		return // many write thousands as their sources do
	case right != "":
	case n.Scale == "juta" && n.Value >= 1e9 && n.Value < 1e12 && strings.Count(n.Raw, ".") == 1 &&
		!strings.Contains(n.Raw, ","):
		t.rescaled(n)
		return
	case strings.HasPrefix(t.Tokens[n.First].Low, "rp") && t.Low(n.Last) == "rupiah" && t.Joined(n.Last):
		from, to := n.From, t.Tokens[n.Last].To
		reading.Mend(t.SayAt("number-form", from, to, t.Text[from:to], t.Text[from:n.To]), t.Text[from:n.To])
		return
	default:
		return
	}
	from := n.To
	if at := strings.Index(t.Text[n.From:n.To], n.Raw); at >= 0 {
		from = n.From + at
	}
	end := from + len(n.Raw)
	written, whole := t.Text[n.From:n.To], t.Text[n.From:from]+right+t.Text[min(end, n.To):n.To]
	reading.Mend(t.SayAt("number-form", n.From, n.To, written, whole), whole)
}

// swapped writes a number whose marks are another language's with those of its own; "" for one that is
// right, or may be.
func (t *text) swapped(n reading.Number, m marks) string {
	raw, unit := n.Raw, t.Low(n.Last)
	own, other := strings.Count(raw, m.thousands), strings.Count(raw, m.decimal)
	isCount := t.Joined(n.Last) && (countUnits[unit] || countedNouns[unit])
	grouped := strings.ReplaceAll(raw, m.decimal, m.thousands)
	switch {
	case other > 1 && own == 0 && reading.IsGrouped(raw, m.decimal):
		return grouped
	case other == 1 && own == 0 && reading.IsGrouped(raw, m.decimal) && n.Scale == "" && raw[0] != '0' &&
		(isCount || n.Money):
		return grouped
	case other == 1 && own > 0 && strings.Index(raw, m.decimal) < strings.Index(raw, m.thousands):
		return strings.NewReplacer(",", ".", ".", ",").Replace(raw)
	case other == 1 && own > 0 && n.Scale == "" && (isCount || n.Money) && reading.IsGrouped(grouped, m.thousands):
		return grouped // the last of the thousands only
	case own == 1 && other == 0 && !reading.IsGrouped(raw, m.thousands) && !t.isClock(n) &&
		(n.Scale != "" || n.Percent || measures[unit] && t.Joined(n.Last)):
		return strings.ReplaceAll(raw, m.thousands, m.decimal)
	}
	return ""
}

// isClock says whether a number is a time of the day or a part of a name.
func (t *text) isClock(n reading.Number) bool {
	before := t.Low(n.First - 1)
	return before == "pukul" || before == "jam" || before == "versi" || before == "pasal" || before == "bab"
}

// money finds sums that a blank or a point parts from their "Rp", or that end in a dash; it returns whether
// it is one.
func (t *text) money(n reading.Number) bool {
	digits, rupiah := n.First, t.Tokens[n.First].Text[:min(2, len(t.Tokens[n.First].Text))]
	if !strings.EqualFold(rupiah, "rp") {
		return false
	}
	from := t.Tokens[n.First].From + len(rupiah)
	if t.Tokens[n.First].Text == rupiah {
		digits++
		from = t.Tokens[digits].From
	}
	to := n.To
	for _, dash := range []string{",-", ",–", ",—"} {
		if strings.HasPrefix(t.Text[n.To:], dash) {
			to += len(dash)
		}
	}
	if digits == n.First && to == n.To {
		return false
	}
	right := "Rp" + t.Text[from:n.To]
	if p := t.SayAt("money-form", n.From, to, t.Text[n.From:to], right); p != nil && p.Words != "" {
		*p = p.SafelyMendedBy(right)
	}
	return true
}

// broken finds sums of money whose points part no three digits: Rp15.00.000.
func (t *text) broken(i int) {
	raw, is := strings.CutPrefix(t.Tokens[i].Low, "rp")
	if is && strings.Count(raw, ".") > 1 && strings.Trim(raw, "0123456789.") == "" {
		t.Say("number-broken", i, i+1, t.Tokens[i].Text)
	}
}

// rescaled writes 1.400 juta as 1,4 miliar.
func (t *text) rescaled(n reading.Number) {
	value := strings.ReplaceAll(strconv.FormatFloat(n.Value/1e9, 'f', -1, 64), ".", ",")
	written := t.Text[n.From:n.To]
	whole := written[:strings.Index(written, n.Raw)] + value + " miliar"
	reading.Mend(t.SayAt("number-form", n.From, n.To, written, whole), whole)
}
