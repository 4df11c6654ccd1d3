package register

import (
	"strconv"
	"strings"
)

// listsOf are how many kecamatan and kelurahan the site lists, where no figure tells it and the lists are
// whole: their codes count up to as many as they are.
func listsOf(f *Facts, groups []*Group) []*Group {
	of := func(unit string) *Group { return &Group{Unit: unit, counts: true, known: map[string][]Known{}} }
	add := func(g *Group, id string, n int) {
		for _, x := range groups {
			if x.Counts() && x.Unit == g.Unit && len(x.known[id]) > 0 {
				return
			}
		}
		g.known[id] = []Known{{Amount: float64(n)}}
	}
	outer, inner := of("kecamatan"), of("kelurahan")
	var codes []string
	all, whole := 0, true
	for i := range f.Kecamatan {
		k := &f.Kecamatan[i]
		codes = append(codes, k.Code)
		var within []string
		for j := range k.Kelurahan {
			within = append(within, k.Kelurahan[j].Code)
		}
		all += len(within)
		if !countsUp(within) {
			whole = false
			continue
		}
		add(inner, k.ID, len(within))
	}
	if countsUp(codes) {
		add(outer, "", len(codes))
		if whole {
			add(inner, "", all)
		}
	}
	return []*Group{outer, inner}
}

// countsUp says whether the last parts of codes are the numbers up to how many they are. Those of kelurahan
// begin at 1001.
func countsUp(codes []string) bool {
	most := 0
	for _, s := range codes {
		n, err := strconv.Atoi(s[strings.LastIndexByte(s, '.')+1:])
		if err != nil {
			return false
		}
		most = max(most, n%firstKelurahan)
	}
	return len(codes) > 0 && most == len(codes)
}

const firstKelurahan = 1000
