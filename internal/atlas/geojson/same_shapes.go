package geojson

import "strconv"

// sameShapes warns of a shape that two features have: every point of the one is a point
// of the other, wherever the line begins.
func (r *reader) sameShapes() {
	first := map[[2]uint64]int{}
	for i := range r.survey.Features {
		f := &r.survey.Features[i]
		sum := f.Fingerprint()
		k, twice := first[sum]
		if !twice {
			first[sum] = i
			continue
		}
		same := &r.survey.Features[k]
		r.features = i // as once counts them
		p := r.once(f.rings[0], "area-twin", strconv.Itoa(k), f.Name(), same.Name(), same.Place.Line)
		if p != nil {
			r.hint(p, "area-own")
		}
	}
}
