package meaning

// values are what the words of closed lists say, by struct and key.
var values = map[string]keys{
	"site.Article.kind": {
		"news":        {"berita", "news"},
		"release":     {"siaran pers", "press release"},
		"advertorial": {"pesanan atau berbayar", "ordered or paid for"},
		"opinion":     {"opini", "opinion"},
		"correction":  {"ralat", "correction"},
	},
	"site.Figure.status": standings, "site.Fact.status": standings, "site.Award.status": standings,
	"site.Indicator.counts": {
		"kecamatan": {"menghitung kecamatan", "it counts kecamatan"},
		"kelurahan": {"menghitung kelurahan", "it counts kelurahan"},
	},
	"site.Indicator.format": {
		"number": {"angka, dengan tanda ribuan", "a number, with signs between thousands"},
		"year":   {"tahun, tanpa tanda ribuan", "a year, without them"},
	},
	"site.Indicator.direction": {
		"higher":  {"makin tinggi makin baik", "higher is better"},
		"lower":   {"makin rendah makin baik", "lower is better"},
		"neutral": {"tinggi atau rendah tidak berarti baik atau buruk", "neither is better"},
	},
	"site.Indicator.aggregate": {
		"sum":  {"boleh dijumlahkan", "may be added up"},
		"none": {"tidak boleh dijumlahkan", "must not be added up"},
	},
	"site.Indicator.rank": {
		"none": {"tidak diurutkan dan tidak ada di peta", "not ranked, and not on the map"},
	},
	"site.Source.kind": {
		"statistics": {"statistik, misalnya dari BPS", "statistics, such as of BPS"},
		"registry": {
			"data administrasi, misalnya daftar kode wilayah",
			"records of an office, such as area codes",
		},
		"report":       {"laporan atau karya ilmiah", "report or scholarly work"},
		"law":          {"peraturan atau keputusan", "law or decree"},
		"news":         {"berita surat kabar atau situs berita", "newspaper or news site"},
		"statement":    {"keterangan atau pernyataan", "what somebody stated"},
		"encyclopedia": {"ensiklopedia, misalnya Wikipedia", "encyclopedia, such as Wikipedia"},
		"web":          {"halaman web lain, misalnya blog", "any other web page, such as a blog"},
	},
	"site.Source.trust": {
		"A": {"lembaga yang berwenang sendiri", "the responsible body itself"},
		"B": {
			"salinan oleh lembaga atau karya ilmiah, atau dua surat kabar yang sejalan",
			"a copy by an institution or scholars, or two newspapers that agree",
		},
		"C": {"satu surat kabar atau salinan ensiklopedia", "one newspaper, or a copy of an encyclopedia"},
		"D": {"blog atau halaman lain yang lemah", "a blog, or another weak page"},
	},
	"site.Program.status": {
		"idea":     {"gagasan, belum dijalankan", "an idea, not begun"},
		"trial":    {"uji coba", "on trial"},
		"launched": {"diluncurkan; belum ada bukti bahwa ia berjalan", "launched; no evidence yet that it runs"},
		"running":  {"berjalan", "running"},
		"paused":   {"terhenti sementara", "paused"},
		"stopped":  {"berhenti", "stopped"},
	},
	"site.Program.pillars": {
		"governance": {"tata kelola dan pelayanan pemerintah", "government and its services"},
		"branding":   {"citra daerah, wisata, dan iklim usaha", "the city's name, tourism and business"},
		"economy":    {"ekonomi setempat dan kesejahteraan keluarga", "local economy and families' income"},
		"living": {
			"kelayakan hidup: kesehatan, angkutan, kenyamanan",
			"living well: health, transport, comfort",
		},
		"society": {
			"masyarakat: pendidikan, kegiatan warga, keamanan",
			"society: education, residents' work, safety",
		},
		"environment": {"lingkungan, sampah, dan energi", "environment, waste and energy"},
	},
	"site.Result.evidence": {
		"measured": {
			"terukur: ada angka sebelum dan sesudah, dan caranya",
			"measured: with numbers before and after, and the method",
		},
		"reported": {"dilaporkan", "reported"},
		"claimed":  {"baru pengakuan", "only claimed"},
	},
	"site.Visit.direction": {
		"in":  {"tamu datang", "guests came"},
		"out": {"kita yang pergi", "we went"},
	},
	"settings.Region.kind": {
		"province": {"provinsi", "province"},
		"city":     {"kota", "city"},
		"regency":  {"kabupaten", "regency"},
	},
	"site.Adoption.stage": stages, "site.Stage.stage": stages,
}

var standings = keys{
	"official":    {"resmi", "official"},
	"provisional": {"sementara, akan ada angka akhir", "provisional, to be replaced by a final one"},
	"estimate":    {"perkiraan", "estimate"},
	"unverified":  {"belum terverifikasi", "unverified"},
	"claim":       {"ucapan seseorang; sebutkan siapa dalam `said_by`", "what somebody said; name them in `said_by`"},
}

var stages = keys{
	"interest": {"berminat", "interested"},
	"visit": {
		"sudah berkunjung; belum berarti program dipakai",
		"has visited, which does not mean that it is used",
	},
	"MoU":       {"nota kesepahaman", "memorandum of understanding"},
	"agreement": {"perjanjian kerja sama", "agreement"},
	"trial":     {"uji coba", "on trial"},
	"in use":    {"dipakai", "in use"},
	"modified":  {"dipakai dengan perubahan; tulis di `adapted`", "in use with changes; tell them in `adapted`"},
	"stopped":   {"berhenti", "stopped"},
}
