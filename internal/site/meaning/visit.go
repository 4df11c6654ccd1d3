package meaning

var visit = keys{
	"title":   {"Judul kunjungan: siapa belajar apa.", "The visit's title: who learns what."},
	"summary": {"Tentang kunjungan ini, satu atau dua kalimat.", "About the visit, in a sentence or two."},
	"direction": {
		"Siapa yang datang kepada siapa. Tanpa ini: tamu datang.",
		"Who came to whom. Without it: guests came.",
	},
	"kind": {
		"Jenisnya dalam beberapa kata: studi tiru, pelatihan.",
		"What it was in a few words: a study visit, a training.",
	},
	"start": {
		"Hari pertama; `2018` atau `2018-05` bila tanggal tepatnya tidak diketahui.",
		"The first day; `2018` or `2018-05` where the date is not known.",
	},
	"end": {
		"Hari terakhir. Tidak perlu untuk kunjungan satu hari.",
		"The last day. Leave it out for a visit of one day.",
	},
	"reception": {
		"Hari tamu diterima, bila lain dari hari pertama.",
		"The day on which the guests were received, where that is not the first.",
	},
	"weekday_as_reported": {
		"Nama hari seperti tercetak di sumber; ia dicocokkan dengan kalender.",
		"The weekday that a source printed; it is compared with the calendar.",
	},
	"origin": {
		"Dari mana tamu datang, atau ke mana kita pergi.",
		"Where the guests came from, or where we went.",
	},
	"led_by": {"Pemimpin rombongan.", "Who led the guests."},
	"delegation": {
		"Berapa orang yang datang, dan siapa saja.",
		"How many came, and who they were.",
	},
	"hosts": {"Siapa yang menerima mereka.", "Who received them."},
	"venue": {"Tempat mereka diterima.", "Where they were received."},
	"loci":  {"Kecamatan yang mereka lihat.", "The kecamatan that they went to see."},
	"programs": {
		"Program yang dipelajari: nama berkasnya.",
		"The programs that they came for: their files' names.",
	},
	"expectations": {"Apa yang ingin mereka pelajari.", "What they hoped to learn."},
	"outcomes": {
		"Apa yang dinyatakan akan terjadi sesudahnya.",
		"What somebody said would come of it.",
	},
	"follow_ups": {
		"Apa yang harus dikerjakan sesudahnya, dan apakah sudah.",
		"What was to be done after, and whether it was.",
	},
	"articles": {
		"Berita tentang kunjungan ini: nama berkasnya.",
		"Articles about the visit: their files' names.",
	},
	"sources": {
		"Tempat semua ini dibaca: id satu sumber, atau beberapa.",
		"Where all this was read: the id of one source, or of several.",
	},
	"editor_note": {
		"Catatan redaksi untuk pembaca, misalnya tentang sumber yang berselisih.",
		"A note of the editors for readers, such as on sources that differ.",
	},
	"aliases": oldAddresses,
}

var visitOrigin = keys{
	"region_code": regionCode,
	"name": {
		"Nama daerahnya, dengan kata Kota atau Kabupaten.",
		"The name of the region, with Kota or Kabupaten.",
	},
	"province": provinceOf,
	"unit":     {"Lembaga yang datang, misalnya sebuah dinas.", "The office that came, such as an agency."},
}

var person = keys{
	"name":   {"Nama lengkap, seperti dieja sumbernya.", "The full name, as the source spells it."},
	"role":   {"Jabatannya pada hari itu.", "The office held on that day."},
	"source": sourcesOf,
	"note":   noteForReaders,
}

var delegation = keys{
	"count":  {"Jumlah orang.", "How many people."},
	"groups": {"Bagian rombongan; jumlahnya sama dengan `count`.", "The parts of the group; they add up to `count`."},
	"note":   noteForReaders,
}

var group = keys{
	"name":  {"Siapa mereka, misalnya camat.", "Who they are, such as camat."},
	"count": {"Jumlah orang dalam bagian ini.", "How many people are in this part."},
}

var venue = keys{
	"name":    {"Nama tempat.", "The name of the place."},
	"address": {"Jalan dan nomor.", "Street and number."},
	"source":  sourcesOf,
}

var locus = keys{
	"kecamatan": {"Kecamatan itu: nama berkasnya.", "The kecamatan: its file's name."},
	"place":     {"Tempat yang didatangi di sana.", "Where in it they went."},
	"host":      {"Siapa yang menerima di sana.", "Who received them there."},
	"saw":       {"Apa yang mereka lihat.", "What they saw."},
	"source":    sourcesOf,
}

var outcome = keys{
	"program": {
		"Program yang dibicarakan: nama berkasnya. Tidak perlu bila tidak tentang satu program.",
		"The program it is about: its file's name. Leave it out where it is about none.",
	},
	"statement": {"Apa yang dinyatakan, satu kalimat.", "What was said, in one sentence."},
	"said_by":   {"Siapa yang menyatakannya, dengan jabatannya.", "Who said it, with the office held."},
	"source":    sourcesOf,
}

var followUp = keys{
	"due":    {"Tenggatnya: tanggal, bulan, atau tahun.", "By when: a date, a month or a year."},
	"done":   {"Kapan selesai. Tidak perlu selama belum.", "When it was done. Leave it out until then."},
	"note":   {"Apa yang harus dikerjakan, satu kalimat.", "What is to be done, in one sentence."},
	"source": sourcesOf,
}

var adoption = keys{
	"program": {"Program yang diambil: nama berkasnya.", "The program that is taken over: its file's name."},
	"to":      {"Daerah yang mengambilnya.", "The region that takes it over."},
	"stage": {
		"Sampai di mana sekarang; sama dengan langkah terakhir dalam `history`.",
		"How far it has come; the same as the last step of `history`.",
	},
	"history": {"Langkah-langkahnya, menurut waktu.", "Its steps, in the order of time."},
	"visit": {
		"Kunjungan yang mendahuluinya: nama berkasnya. Tidak perlu bila tidak ada.",
		"The visit that came before it: its file's name. Leave it out where there was none.",
	},
	"adapted": {
		"Apa yang diubah oleh peniru.",
		"What was changed on the way.",
	},
	"last_checked": {
		"Tanggal redaksi terakhir memeriksa keadaannya.",
		"The date on which the desk last looked how things stand.",
	},
	"note": noteForReaders,
}

var region = keys{
	"region_code": regionCode,
	"name": {
		"Nama daerahnya, dengan kata Kota atau Kabupaten.",
		"The name of the region, with Kota or Kabupaten.",
	},
	"province": provinceOf,
}

var stage = keys{
	"stage":  {"Langkah apa ini.", "Which step this is."},
	"date":   {"Kapan: tanggal, bulan, atau tahun.", "When: a date, a month or a year."},
	"source": sourcesOf,
	"note":   noteForReaders,
}
