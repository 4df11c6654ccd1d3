package lang

// OpenData says what the tables of open data and their fields hold. What is called the same
// in several tables has one sentence, by its name; that of a single table stands behind the
// table's name and a point.
var OpenData = Theme{
	"table-city":       {"Kota", "City"},
	"table-kecamatan":  {"Kecamatan", "Kecamatan"},
	"table-kelurahan":  {"Kelurahan", "Kelurahan"},
	"table-indicators": {"Indikator", "Indicators"},
	"table-figures":    {"Angka", "Figures"},
	"table-programs":   {"Program", "Programs"},
	"table-visits":     {"Kunjungan", "Visits"},
	"table-adoptions":  {"Adopsi", "Adoptions"},
	"table-sources":    {"Sumber", "Sources"},
	"table-news":       {"Berita", "News"},
	"table-peta":       {"Peta", "Map"},

	"about-city":      {"Kota itu sendiri, dalam satu baris.", "The city itself, in one row."},
	"about-kecamatan": {"Satu baris tiap kecamatan.", "One row for each kecamatan (district)."},
	"about-kelurahan": {
		"Satu baris tiap kelurahan, dengan kecamatannya.", "One row for each kelurahan (ward), with its kecamatan.",
	},
	"about-indicators": {
		"Apa yang diukur tiap angka: satuan, definisi, dan cara memakainya.",
		"What each figure measures: its unit, its definition, how it may be used.",
	},
	"about-figures": {
		"Semua angka kota dan kecamatan, masing-masing dengan tahun, status, dan sumbernya; juga yang tidak " +
			"diketahui.",
		"All figures of the city and its kecamatan, each with its period, status and source; those not known too.",
	},
	"about-programs": {
		"Satu baris tiap program; cara kerja dan hasilnya ada di halamannya.",
		"One row for each program; how it works and what came of it is told on its page.",
	},
	"about-visits": {
		"Siapa yang datang belajar, atau ke mana kota pergi belajar.",
		"Who came to learn, or where the city went.",
	},
	"about-adoptions": {
		"Daerah mana mengambil program mana, sampai tahap apa.",
		"Which region took which program, and how far.",
	},
	"about-sources": {"Semua sumber, dengan penerbit dan tanggalnya.", "All sources, with their publisher and date."},
	"about-news":    {"Satu baris tiap berita, tanpa isinya.", "One row for each article, without its text."},
	"about-peta": {
		"Batas tiap kecamatan, dengan kode dan namanya (GeoJSON, derajat WGS 84).",
		"The borders of each kecamatan, with its code and name (GeoJSON, degrees of WGS 84).",
	},

	"table-profil": {"Profil kecamatan", "Profiles of the kecamatan"},
	"about-profil": {
		"Semua data satu kecamatan dalam satu berkas, di alamat menurut kodenya.",
		"All data of one kecamatan in one file, at an address by its code.",
	},

	"book-about": {"Baca dulu", "Read me"},
	"book-what":  {"Isi", "Content"},
	"book-what-text": {
		"Fakta, angka, program, kunjungan, adopsi, sumber, dan berita di situs ini, satu tabel tiap jenis.",
		"The facts, figures, programs, visits, adoptions, sources and news of this site, a table for each kind.",
	},
	"book-codes": {"Kode", "Codes"},
	"book-codes-text": {
		"Kode adalah teks: jangan diubah menjadi bilangan atau tanggal. full_code aman di program apa pun.",
		"A code is text: never turn it into a number or a date. full_code is safe in any program.",
	},
	"book-figures": {"Angka", "Figures"},
	"book-figures-text": {
		"Tiap angka punya tahun, status, dan sumber. Yang berstatus claim adalah pernyataan orang, bukan " +
			"statistik; yang computed dihitung situs ini.",
		"Each figure has a period, a status and a source. A claim is what somebody said, not a statistic; " +
			"what is marked computed was computed by this site.",
	},
	"book-by":         {"Penerbit", "Publisher"},
	"book-licence":    {"Lisensi", "Licence"},
	"book-licence-at": {"Teks lisensi", "Text of the licence"},
	"book-as-of":      {"Keadaan per", "As of"},
	"book-page":       {"Penjelasan", "Explained at"},
	"book-sources":    {"Sumber", "Sources"},
	"book-sheet":      {"Lembar", "Sheet"},
	"book-field":      {"Kolom", "Field"},
	"book-type":       {"Jenis", "Type"},
	"book-holds":      {"Isi kolom", "What it holds"},

	"way-excel": {
		"Buka %s: kode sudah teks, angka sudah angka, tanggal sudah tanggal. Jangan klik ganda CSV: pakai Data › " +
			"Dari Teks/CSV, asal berkas 65001: Unicode (UTF-8), pembatas koma, lalu Ubah Data; beri jenis Teks " +
			"pada kolom %s, dan pada kolom angka Menggunakan Lokal › Inggris (Amerika Serikat).",
		"Open %s: there codes are text, numbers numbers, dates dates. Do not double-click a CSV: use Data › From " +
			"Text/CSV, file origin 65001: Unicode (UTF-8), delimiter comma, then Transform Data; give the columns " +
			"%s the type Text, and columns of numbers Using Locale › English (United States).",
	},
	"way-libreoffice": {
		"Buka %s. Untuk CSV: pada dialog Impor Teks pilih set karakter Unicode (UTF-8), bahasa Inggris (USA), " +
			"pemisah koma; klik judul kolom %s lalu tipe kolom Teks. Tanpa bahasa Inggris, 16.889 dibaca enam " +
			"belas ribu.",
		"Open %s. For CSV: in the dialog Text Import choose the character set Unicode (UTF-8), the language " +
			"English (USA), separated by comma; click the heads of the columns %s, then column type Text. In " +
			"another language 16.889 may be read as sixteen thousand.",
	},
	"way-pandas": {"Sebut jenis kolom kode dan tanggal:", "Name the types of the columns of codes and dates:"},
	"way-duckdb": {
		"Sebut jenis kolom kode; tanpa itu kode kabupaten bisa dibaca sebagai tanggal:",
		"Name the types of the columns of codes; otherwise the code of a kabupaten (regency) may be read as a date:",
	},
	"way-r": {"Sebut jenis kolom:", "Name the types of the columns:"},
	"way-qgis": {
		"Layer › Tambah Layer › Tambah Layer Vektor, jenis sumber Protokol: HTTP(S), dengan alamat peta di bawah. " +
			"CSV: Tambah Layer Teks Terpisah tanpa Deteksi tipe kolom; sambungkan (Join) dengan kolom code.",
		"Layer › Add Layer › Add Vector Layer, source type Protocol: HTTP(S), with the address of the map below. " +
			"CSV: Add Delimited Text Layer without Detect field types; join it by the field code.",
	},
	"way-d3": {
		"Peta mengikuti RFC 7946; d3-geo memutar batas ke arah sebaliknya, maka balikkan dulu:",
		"The rings of the map run as RFC 7946 has it; d3-geo expects them the other way round, so reverse them first:",
	},

	"type-text":    {"teks", "text"},
	"type-code":    {"teks (kode)", "text (a code)"},
	"type-list":    {"teks (dipisah titik koma)", "text (separated by semicolons)"},
	"type-known":   {"teks (tanggal sejauh diketahui)", "text (a date, as far as it is known)"},
	"type-url":     {"alamat web", "web address"},
	"type-email":   {"alamat surel", "email address"},
	"type-integer": {"bilangan bulat", "whole number"},
	"type-number":  {"bilangan", "number"},
	"type-boolean": {"ya atau tidak", "yes or no"},
	"type-date":    {"tanggal", "date"},

	"id": {"Tanda pengenal di situs ini; tidak berubah.", "Its id on this site; it does not change."},
	"code": {
		"Kode wilayah Kementerian Dalam Negeri: teks, bukan bilangan atau tanggal.",
		"Code of the Ministry of Home Affairs: text, not a number or a date.",
	},
	"full_code": {
		"Kode yang sama dengan nama daftarnya di depan; tidak ada program yang salah membacanya.",
		"The same code after the name of its list; no program misreads it.",
	},
	"bps_code":  {"Kode wilayah Badan Pusat Statistik (BPS): teks.", "Code of Statistics Indonesia (BPS): text."},
	"name":      {"Nama.", "The name."},
	"title":     {"Judul.", "The title."},
	"summary":   {"Ringkasan.", "A summary."},
	"note":      {"Catatan redaksi.", "A note by the editors."},
	"sources":   {"Sumber, menurut id di tabel sources.", "The sources, by their id in the table sources."},
	"url":       {"Alamat halamannya.", "The address of its page."},
	"kecamatan": {"Kecamatan, menurut id di tabel kecamatan.", "The kecamatan, by id in the table kecamatan."},
	"programs":  {"Program, menurut id di tabel programs.", "Programs, by their id in the table programs."},
	"visits":    {"Kunjungan, menurut id di tabel visits.", "Visits, by their id in the table visits."},
	"aliases":   {"Nama lain.", "Other names."},
	"kind":      {"Jenisnya.", "Its kind."},
	"province":  {"Provinsi.", "The province."},
	"unit":      {"Satuan.", "The unit."},
	"publisher": {"Penerbit.", "The publisher."},

	"established":      {"Tanggal berdirinya, sejauh diketahui.", "The day it was founded, as far as it is known."},
	"established_year": {"Tahun pembentukannya.", "The year in which it was formed."},
	"legal_basis":      {"Dasar hukum pembentukannya.", "The legal basis of its formation."},
	"split_from":       {"Dari wilayah mana dimekarkan.", "The area that it was split from."},
	"head":             {"Yang memimpin.", "Who leads it."},
	"head_role":        {"Jabatannya.", "The office held."},
	"head_since":       {"Menjabat sejak.", "In office since."},
	"head_as_of":       {"Tanggal keterangan tentang yang memimpin.", "The date of what is known of who leads it."},
	"office_address":   {"Alamat kantor.", "The address of the office."},
	"office_locality":  {"Letak kantor.", "Where the office lies."},
	"office_kelurahan": {"Kelurahan tempat kantor.", "The kelurahan of the office."},
	"office_phone":     {"Telepon kantor.", "The telephone of the office."},
	"office_email":     {"Surel kantor.", "The email address of the office."},
	"office_hours":     {"Jam buka kantor.", "The opening hours of the office."},
	"office_lat":       {"Lintang kantor, derajat WGS 84.", "Latitude of the office, in degrees of WGS 84."},
	"office_lon":       {"Bujur kantor, derajat WGS 84.", "Longitude of the office, in degrees of WGS 84."},
	"postal_code":      {"Kode pos: teks.", "The postal code: text."},
	"province_code": {
		"Kode provinsi, Kementerian Dalam Negeri: teks.",
		"Code of the province, Ministry of Home Affairs: text.",
	},
	"region_code": {
		"Kode wilayah daerah itu, Kementerian Dalam Negeri: teks.",
		"Code of the region, Ministry of Home Affairs: text.",
	},
	"region_full_code": {
		"Kode yang sama dengan nama daftarnya di depan.",
		"The same code after the name of its list.",
	},
	"region":          {"Daerah itu.", "The region."},
	"kecamatan_count": {"Banyak kecamatan dalam data ini.", "How many kecamatan these data have."},
	"kelurahan_count": {
		"Banyak kelurahan dalam data ini; kosong bila tidak diketahui.",
		"How many kelurahan these data have; empty where they are not known.",
	},
	"kecamatan_code": {"Kode kecamatannya.", "The code of its kecamatan."},
	"kecamatan_name": {"Nama kecamatannya.", "The name of its kecamatan."},

	"city.motto":        {"Semboyan.", "The motto."},
	"city.short_name":   {"Nama pendek.", "The short name."},
	"kecamatan.borders": {"Kecamatan yang berbatasan, menurut id.", "The kecamatan that it borders on, by id."},
	"kecamatan.data": {
		"Semua data kecamatan ini dalam satu berkas JSON.",
		"All data of this kecamatan in one JSON file.",
	},
	"kelurahan.kecamatan": {"Kecamatannya, menurut id.", "Its kecamatan, by id."},
	"kelurahan.lat": {
		"Lintang sebuah titik di tengahnya, derajat WGS 84.",
		"Latitude of a point in its middle, in degrees of WGS 84.",
	},
	"kelurahan.lon": {"Bujur titik itu.", "Longitude of that point."},

	"indicators.definition": {"Apa tepatnya yang diukur.", "What exactly is measured."},
	"indicators.topic":      {"Pokok bahasan.", "The topic."},
	"indicators.decimals":   {"Banyak angka di belakang koma pada halaman.", "How many decimals pages show."},
	"indicators.direction": {
		"Yang lebih baik: higher (tinggi), lower (rendah), neutral.",
		"Which is better: higher, lower, neutral.",
	},
	"indicators.aggregate": {
		"Bolehkah dijumlahkan antarwilayah: sum (boleh), none (tidak).",
		"Whether it may be added up over areas: sum (yes), none (no).",
	},
	"indicators.ahead": {
		"Tentang yang akan datang: sasaran, anggaran, proyeksi.",
		"It is about times to come: targets, budgets, projections.",
	},
	"indicators.producer": {"Siapa yang menghasilkan angkanya.", "Who produces its figures."},
	"indicators.max_age_years": {
		"Setelah berapa tahun angkanya dianggap lama.",
		"After how many years a figure is out of date.",
	},
	"indicators.computed":  {"Angkanya dihitung situs ini.", "Its figures are computed by this site."},
	"indicators.ratio_of":  {"Indikator yang dibagi.", "The indicator that is divided."},
	"indicators.ratio_per": {"Indikator pembaginya.", "The indicator that it is divided by."},

	"figures.id":    {"Tanda baris: kode, indikator, waktu.", "The row's id: code, indicator, period."},
	"figures.place": {"Nama kota atau kecamatannya.", "The name of the city or kecamatan."},
	"figures.kecamatan": {
		"Kecamatannya, menurut id; kosong untuk kota.",
		"Its kecamatan, by id; empty for the city.",
	},
	"figures.indicator": {
		"Apa yang diukur, menurut id di tabel indicators.",
		"What is measured, by id in the table indicators.",
	},
	"figures.indicator_name": {"Nama indikatornya.", "The name of the indicator."},
	"figures.period": {
		"Waktu angka itu: 2020, 2023-06, 2024-06-30, atau 2011/2015.",
		"The time it is of: 2020, 2023-06, 2024-06-30, or 2011/2015.",
	},
	"figures.period_start": {"Hari pertama waktu itu.", "The first day of that time."},
	"figures.period_end":   {"Hari terakhir waktu itu.", "The last day of that time."},
	"figures.value":        {"Nilainya; kosong bila tidak diketahui.", "The value; empty where it is not known."},
	"figures.status": {
		"official (resmi), provisional (sementara), estimate (perkiraan), unverified (belum diverifikasi), " +
			"claim (pernyataan); kosong tanpa nilai.",
		"official, provisional, estimate, unverified or claim; empty without a value.",
	},
	"figures.computed": {
		"Dihitung situs ini dari dua angka lain; lihat note.",
		"Computed by this site from two other figures; see note.",
	},
	"figures.missing":       {"Mengapa nilainya tidak ada.", "Why there is no value."},
	"figures.said_by":       {"Siapa yang menyatakan angka itu.", "Who stated it."},
	"figures.source_titles": {"Judul sumber-sumbernya.", "The titles of the sources."},

	"programs.acronym":   {"Singkatan.", "The acronym."},
	"programs.expansion": {"Kepanjangannya.", "What it stands for."},
	"programs.status": {
		"idea (gagasan), trial (uji coba), launched (diluncurkan), running (berjalan), paused (terhenti), " +
			"stopped (berhenti).",
		"idea, trial, launched, running, paused or stopped.",
	},
	"programs.verified":    {"Tanggal status itu diketahui.", "The date on which the status was known."},
	"programs.pillars":     {"Pilar kota cerdas.", "Pillars of a smart city."},
	"programs.owner":       {"Yang bertanggung jawab.", "Who is in charge of it."},
	"programs.started":     {"Mulai, sejauh diketahui.", "When it began, as far as it is known."},
	"programs.problem":     {"Masalah yang dijawab.", "The problem that it answers."},
	"programs.setup_cost":  {"Biaya awal, rupiah.", "Cost to set up, in rupiah."},
	"programs.annual_cost": {"Biaya setahun, rupiah.", "Cost per year, in rupiah."},
	"programs.price_year":  {"Tahun harga biaya itu.", "The year of the prices of these costs."},

	"visits.direction": {"in: datang ke kota ini; out: keluar.", "in: came to this city; out: went elsewhere."},
	"visits.start":     {"Mulai, sejauh diketahui.", "When it began, as far as it is known."},
	"visits.end": {
		"Selesai, sejauh diketahui; kosong bila sehari.",
		"When it ended, as far as it is known; empty if it lasted one day.",
	},
	"visits.first_day":  {"Hari paling awal menurut start.", "The earliest day according to start."},
	"visits.last_day":   {"Hari paling akhir menurut end atau start.", "The latest day according to end or start."},
	"visits.reception":  {"Hari tamu diterima.", "The day on which the guests were received."},
	"visits.unit":       {"Badan atau kelompok yang datang.", "The body or group that came."},
	"visits.led_by":     {"Ketua rombongan.", "Who led it."},
	"visits.delegation": {"Banyak orang.", "How many people."},
	"visits.venue":      {"Tempat penerimaan.", "Where they were received."},
	"visits.kecamatan":  {"Kecamatan yang didatangi, menurut id.", "The kecamatan that were visited, by id."},
	"visits.articles":   {"Berita tentangnya, menurut id.", "Articles about it, by id."},

	"adoptions.program": {
		"Program itu, menurut id di tabel programs.",
		"The program, by id in the table programs.",
	},
	"adoptions.program_name": {"Nama programnya.", "The name of the program."},
	"adoptions.stage": {
		"Tahapnya: interest (berminat), visit (berkunjung), MoU, agreement (perjanjian), trial (uji coba), in " +
			"use (dipakai), modified (diubah), stopped (berhenti).",
		"The stage: interest, visit, MoU, agreement, trial, in use, modified or stopped.",
	},
	"adoptions.stage_since":  {"Sejak kapan, sejauh diketahui.", "Since when, as far as it is known."},
	"adoptions.last_checked": {"Terakhir diperiksa redaksi.", "When the editors last looked."},
	"adoptions.visit":        {"Kunjungan yang mendahuluinya, menurut id.", "The visit that came before, by id."},
	"adoptions.url":          {"Alamat halaman programnya.", "The address of the program's page."},

	"sources.short": {"Penerbit, singkat.", "The publisher, in short."},
	"sources.kind": {
		"statistics, registry, report, law, news, statement, encyclopedia, web.",
		"statistics, registry, report, law, news, statement, encyclopedia or web.",
	},
	"sources.date": {"Tanggal terbit, sejauh diketahui.", "When it was published, as far as it is known."},
	"sources.trust": {
		"A: badan yang berwenang; B: salinan lembaga atau dua surat kabar; C: satu surat kabar; D: selebihnya.",
		"A: the responsible body; B: an institution's copy or two newspapers; C: one newspaper; D: anything less.",
	},
	"sources.url":      {"Alamat sumbernya.", "The address of the source."},
	"sources.licence":  {"Lisensi sumbernya.", "The licence of the source."},
	"sources.accessed": {"Kapan dibaca.", "When it was read."},

	"news.date":      {"Tanggal yang diceritakan.", "The date of what it tells of."},
	"news.published": {"Tanggal terbit di sini.", "The date on which it appeared here."},
	"news.changed": {
		"Terakhir berubah: terbit, diperbarui, atau diralat.",
		"When it last changed: published, updated or corrected.",
	},
	"news.author": {"Penulis.", "The author."},
	"news.kind": {
		"news (berita), release (siaran pers), advertorial (berbayar), opinion (opini), correction (ralat).",
		"news, release, advertorial, opinion or correction.",
	},
	"news.original_outlet": {"Media tempat pertama terbit.", "Where it first appeared."},
	"news.original_url":    {"Alamat di media itu.", "The address there."},
	"news.topics":          {"Topik.", "Topics."},
}
