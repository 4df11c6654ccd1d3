package explain

import "blandongan/internal/diag"

// Group is a list of the guide: problems that an editor meets at the same work.
type Group string

// groups are all of them, in the order of the guide.
var groups = []struct {
	group  Group
	id, en string
}{
	{"files", "Berkas dan folder", "Files and folders"},
	{"yaml", "Kepala berita dan YAML", "Front matter and YAML"},
	{"fields", "Kunci dan isinya", "Keys and their values"},
	{"dates", "Tanggal dan waktu", "Dates and times"},
	{"figures", "Angka", "Figures"},
	{"facts", "Fakta yang tidak cocok", "Facts that do not agree"},
	{"prose", "Fakta dalam kalimat", "Facts in sentences"},
	{"numbers", "Angka dalam kalimat", "Numbers in sentences"},
	{"language", "Bahasa", "Language"},
	{"markdown", "Menulis dengan Markdown", "Writing in Markdown"},
	{"links", "Tautan", "Links"},
	{"pictures", "Gambar", "Pictures"},
	{"web", "Di layar pembaca", "On readers' screens"},
	{"desk", "Meja redaksi", "The editors' desk"},
	{"translations", "Terjemahan", "Translations"},
	{"map", "Peta", "The map"},
	{"addresses", "Alamat", "Addresses"},
	{"look", "Tampilan", "The look"},
	{"publishing", "Menerbitkan", "Publishing"},
}

// Groups returns all of them, in the order of the guide.
func Groups() []Group {
	list := make([]Group, len(groups))
	for i, row := range groups {
		list[i] = row.group
	}
	return list
}

// Title returns what the guide calls a group.
func (g Group) Title(language diag.Language) string {
	for _, row := range groups {
		if row.group == g {
			if language == diag.Indonesian {
				return row.id
			}
			return row.en
		}
	}
	return string(g)
}
