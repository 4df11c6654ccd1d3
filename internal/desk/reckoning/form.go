package reckoning

import (
	"strconv"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// countUnits are of what there is no fraction.
var countUnits = prose.SetOf(`jiwa orang warga penduduk peserta unit rumah keluarga kk siswa pasien lembar
kendaraan pohon pegawai pelanggan pemilih petugas bangunan kartu rumah`)

// forms finds numbers whose marks are another language's, and scales that want another.
func (t *text) forms() {
	if t.English {
		return
	}
	for i := range t.Tokens {
		w := t.Tokens[i].Low
		if w[0] > '9' && !strings.HasPrefix(w, "rp") {
			continue
		}
		n, ok := t.NumberAt(i)
		if !ok || !n.Digits {
			continue
		}
		if strings.HasSuffix(n.Scale, "illion") || n.Scale == "thousand" {
			continue // quoted
		}
		raw := n.Raw
		point, comma := strings.Count(raw, "."), strings.Count(raw, ",")
		unit := t.Low(n.Last)
		isUnit := t.Joined(n.Last) && countUnits[unit]
		right := ""
		switch {
		case comma > 1 && point == 0 && reading.IsGrouped(raw, ","):
			right = strings.ReplaceAll(raw, ",", ".")
		case comma == 1 && point == 0 && reading.IsGrouped(raw, ",") && n.Scale == "" && raw[0] != '0' &&
			(isUnit || n.Money):
			right = strings.ReplaceAll(raw, ",", ".")
		case comma == 1 && point > 0 && strings.Index(raw, ",") < strings.Index(raw, "."):
			right = strings.NewReplacer(",", ".", ".", ",").Replace(raw)
		case point == 1 && comma == 0 && !reading.IsGrouped(raw, ".") && (n.Scale != "" || n.Percent) && !t.isClock(n):
			right = strings.ReplaceAll(raw, ".", ",")
		case n.Scale == "juta" && n.Value >= 1e9 && n.Value < 1e12 && comma == 0 && point == 1:
			t.rescaled(n)
			continue
		default:
			continue
		}
		from := n.To
		if at := strings.Index(t.Text[n.From:n.To], raw); at >= 0 {
			from = n.From + at
		}
		end := from + len(raw)
		written, whole := t.Text[n.From:n.To], t.Text[n.From:from]+right+t.Text[min(end, n.To):n.To]
		reading.Mend(t.SayAt("number-form", n.From, n.To, written, whole), whole)
	}
}

// isClock says whether a number is a time of the day or a part of a name.
func (t *text) isClock(n reading.Number) bool {
	before := t.Low(n.First - 1)
	return before == "pukul" || before == "jam" || before == "versi" || before == "pasal" || before == "bab"
}

// rescaled writes 1.400 juta as 1,4 miliar.
func (t *text) rescaled(n reading.Number) {
	value := strings.ReplaceAll(strconv.FormatFloat(n.Value/1e9, 'f', -1, 64), ".", ",")
	written := t.Text[n.From:n.To]
	whole := written[:strings.Index(written, n.Raw)] + value + " miliar"
	reading.Mend(t.SayAt("number-form", n.From, n.To, written, whole), whole)
}
