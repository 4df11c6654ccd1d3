package atlas

import (
	"slices"
	"strings"
)

// system reads what a file says of its coordinates and returns it when they are not
// degrees of WGS 84, or of what is the same to a metre. GeoJSON has done without since
// 2016 (RFC 7946, 4), but programs still write it.
func (r *reader) system() string {
	if r.kind() == "text" {
		return strange(r.text())
	}
	if r.kind() != "map" {
		r.skip()
		return ""
	}
	name := ""
	r.keys(func(key string) {
		if key != "properties" || r.kind() != "map" {
			r.skip()
			return
		}
		r.keys(func(key string) {
			at, kind := r.at, r.kind()
			if kind == "text" {
				if s := r.text(); key == "name" || key == "href" {
					name = strange(s)
				}
				return
			}
			if r.skip(); kind == "number" && key == "code" && r.wrong == "" {
				name = strange("EPSG:" + string(r.data[at:r.at]))
			}
		})
	})
	return name
}

// degreesOfWGS84 are systems as numbers of EPSG and other names: WGS 84 (4326, with
// heights 4979), ETRS89, NAD83, and Indonesia's own DGN95 and SRGI2013.
var degreesOfWGS84 = []string{"4326", "4979", "4258", "4269", "4755", "9470", "9469", "84", "crs84", "crs84h", "wgs84", "wgs 84", "wgs_1984", "wgs 1984", "gcs_wgs_1984"}

// strange returns a name of a system unless it is one of those: "EPSG:4326",
// "urn:ogc:def:crs:EPSG::4326", "http://www.opengis.net/def/crs/OGC/1.3/CRS84".
func strange(name string) string {
	last := strings.ToLower(strings.TrimSpace(name))
	last = last[strings.LastIndexAny(last, ":/#")+1:]
	if last == "" || slices.Contains(degreesOfWGS84, strings.TrimSpace(last)) {
		return ""
	}
	return name
}
