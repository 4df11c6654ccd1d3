package opendata

import (
	"iter"
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/site"
)

type (
	ofCity      = site.City
	ofKecamatan = site.Kecamatan
)

var city = declare("city",
	func(w *writer) iter.Seq[*ofCity] { return each([]site.City{w.Facts.City}) },
	col("code", Code, func(_ *writer, x *ofCity) any { return string(x.Code) }).key(),
	col("full_code", Text, func(_ *writer, x *ofCity) any { return full(x.Code) }).needed(),
	col("bps_code", Code, func(_ *writer, x *ofCity) any { return string(x.BPSCode) }),
	col("name", Text, func(_ *writer, x *ofCity) any { return x.Name }).needed(),
	col("short_name", Text, func(_ *writer, x *ofCity) any { return x.ShortName }),
	col("motto", Text, func(w *writer, x *ofCity) any { return w.Say(x.Motto) }),
	col("province_code", Code, func(_ *writer, x *ofCity) any { return string(x.Province.Code) }).needed(),
	col("province", Text, func(_ *writer, x *ofCity) any { return x.Province.Name }).needed(),
	col("established", Known, func(_ *writer, x *ofCity) any { return string(founding(x).Date) }),
	col("legal_basis", Text, func(_ *writer, x *ofCity) any { return founding(x).LegalBasis }),
	col("split_from", Text, func(_ *writer, x *ofCity) any { return founding(x).SplitFrom }),
	col("head", Text, func(_ *writer, x *ofCity) any { return headOf(x.Head).Name }),
	col("head_role", Text, func(w *writer, x *ofCity) any { return w.Say(headOf(x.Head).Role) }),
	col("head_since", Known, func(_ *writer, x *ofCity) any { return string(headOf(x.Head).Since) }),
	col("head_as_of", Known, func(_ *writer, x *ofCity) any { return string(headOf(x.Head).AsOf) }),
	col("office_address", Text, func(_ *writer, x *ofCity) any { return officeOf(x.Office).Address }),
	col("office_locality", Text, func(w *writer, x *ofCity) any { return w.Say(officeOf(x.Office).Locality) }),
	col("kecamatan_count", Integer, func(w *writer, _ *ofCity) any { return len(w.Facts.Kecamatan) }).needed(),
	col("kelurahan_count", Integer, func(w *writer, _ *ofCity) any { return w.wards() }),
	col("sources", List, func(_ *writer, x *ofCity) any {
		return together(founding(x).Source, headOf(x.Head).Source, officeOf(x.Office).Source)
	}),
	col("url", URL, func(w *writer, _ *ofCity) any { return w.Absolute(address.City + "/") }).needed(),
)

var kecamatan = declare("kecamatan",
	func(w *writer) iter.Seq[*ofKecamatan] { return each(w.Facts.Kecamatan) },
	col("id", Text, func(_ *writer, x *ofKecamatan) any { return x.ID }).key(),
	col("code", Code, func(_ *writer, x *ofKecamatan) any { return string(x.Code) }).needed(),
	col("full_code", Text, func(_ *writer, x *ofKecamatan) any { return full(x.Code) }).needed(),
	col("bps_code", Code, func(_ *writer, x *ofKecamatan) any { return string(x.BPSCode) }),
	col("name", Text, func(_ *writer, x *ofKecamatan) any { return x.Name }).needed(),
	col("aliases", List, func(_ *writer, x *ofKecamatan) any { return x.Names() }),
	col("summary", Text, func(w *writer, x *ofKecamatan) any { return w.Say(x.Summary) }).needed(),
	col("established_year", Integer, func(_ *writer, x *ofKecamatan) any { return count(origin(x).Year) }),
	col("legal_basis", Text, func(_ *writer, x *ofKecamatan) any { return origin(x).LegalBasis }),
	col("split_from", Text, func(_ *writer, x *ofKecamatan) any { return origin(x).SplitFrom }),
	col("head", Text, func(_ *writer, x *ofKecamatan) any { return headOf(x.Head).Name }),
	col("head_role", Text, func(w *writer, x *ofKecamatan) any { return w.Say(headOf(x.Head).Role) }),
	col("head_since", Known, func(_ *writer, x *ofKecamatan) any { return string(headOf(x.Head).Since) }),
	col("head_as_of", Known, func(_ *writer, x *ofKecamatan) any { return string(headOf(x.Head).AsOf) }),
	col("office_address", Text, func(_ *writer, x *ofKecamatan) any { return officeOf(x.Office).Address }),
	col("office_locality", Text, func(w *writer, x *ofKecamatan) any { return w.Say(officeOf(x.Office).Locality) }),
	col("office_kelurahan", Text, func(_ *writer, x *ofKecamatan) any { return officeOf(x.Office).Kelurahan }),
	col("postal_code", Code, func(_ *writer, x *ofKecamatan) any { return string(officeOf(x.Office).PostalCode) }),
	col("office_phone", Text, func(_ *writer, x *ofKecamatan) any { return officeOf(x.Office).Phone }),
	col("office_email", Email, func(_ *writer, x *ofKecamatan) any { return string(officeOf(x.Office).Email) }),
	col("office_hours", Text, func(w *writer, x *ofKecamatan) any { return w.Say(officeOf(x.Office).Hours) }),
	col("office_lat", Number, func(_ *writer, x *ofKecamatan) any { return officeOf(x.Office).Lat }),
	col("office_lon", Number, func(_ *writer, x *ofKecamatan) any { return officeOf(x.Office).Lon }),
	col("borders", List, func(_ *writer, x *ofKecamatan) any { return x.Borders }),
	col("kelurahan_count", Integer, func(_ *writer, x *ofKecamatan) any { return count(len(x.Kelurahan)) }),
	col("sources", List, func(_ *writer, x *ofKecamatan) any {
		return together(origin(x).Source, headOf(x.Head).Source, officeOf(x.Office).Source)
	}),
	col("data", URL, func(w *writer, x *ofKecamatan) any { return w.Absolute(address.DataOf(x.Code)) }).needed(),
	col("url", URL, func(w *writer, x *ofKecamatan) any { return w.page(site.KindKecamatan, x.ID) }).needed(),
)

// ward is a kelurahan with the kecamatan that it is of.
type ward struct {
	*site.Kelurahan
	of *site.Kecamatan
}

var kelurahan = declare("kelurahan", wards,
	col("code", Code, func(_ *writer, x *ward) any { return string(x.Code) }).key(),
	col("full_code", Text, func(_ *writer, x *ward) any { return full(x.Code) }).needed(),
	col("bps_code", Code, func(_ *writer, x *ward) any { return string(x.BPSCode) }),
	col("name", Text, func(_ *writer, x *ward) any { return x.Name }).needed(),
	col("aliases", List, func(_ *writer, x *ward) any { return x.Aliases }),
	col("postal_code", Code, func(_ *writer, x *ward) any { return string(x.PostalCode) }),
	col("lat", Number, func(_ *writer, x *ward) any { return x.Lat }),
	col("lon", Number, func(_ *writer, x *ward) any { return x.Lon }),
	col("kecamatan", Text, func(_ *writer, x *ward) any { return x.of.ID }).needed().to("kecamatan"),
	col("kecamatan_code", Code, func(_ *writer, x *ward) any { return string(x.of.Code) }).needed(),
	col("kecamatan_name", Text, func(_ *writer, x *ward) any { return x.of.Name }).needed(),
	col("sources", List, func(_ *writer, x *ward) any { return x.of.KelurahanSource }),
)

func wards(w *writer) iter.Seq[*ward] {
	return func(yield func(*ward) bool) {
		for k := range each(w.Facts.Kecamatan) {
			for x := range each(k.Kelurahan) {
				if !yield(&ward{x, k}) {
					return
				}
			}
		}
	}
}

// wards is how many kelurahan the city has, nil where some kecamatan does not list its own.
func (w *writer) wards() any {
	n := 0
	for k := range each(w.Facts.Kecamatan) {
		if len(k.Kelurahan) == 0 {
			return nil
		}
		n += len(k.Kelurahan)
	}
	return count(n)
}

// What may be nil says nothing.

func founding(x *site.City) site.Founding { return orNothing(x.Established) }

func origin(x *site.Kecamatan) site.Origin { return orNothing(x.Established) }

func headOf(x *site.Head) site.Head { return orNothing(x) }

func officeOf(x *site.Office) site.Office { return orNothing(x) }

func orNothing[T any](x *T) (v T) {
	if x != nil {
		return *x
	}
	return v
}

// together joins lists of ids, each id once.
func together(lists ...[]string) []string {
	var all []string
	for _, id := range slices.Concat(lists...) {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}
