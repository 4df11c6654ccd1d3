package plan

// words are the pages' own words in the languages we have. A test holds that
// every template's word is here and that none is left over.
var words = map[string]struct{ id, en string }{
	"and":  {"dan", "and"},
	"home": {"Beranda", "Home"},

	"section-kecamatan": {"Kecamatan", "Kecamatan"},
	"section-program":   {"Program", "Programs"},
	"section-kunjungan": {"Kunjungan", "Visits"},
	"section-jejaring":  {"Jejaring", "Network"},
	"section-berita":    {"Berita", "News"},
	"section-topik":     {"Topik", "Topics"},

	"kecamatan-title":   {"Kecamatan %s", "Kecamatan %s"},
	"kecamatan-intro":   {"%s kecamatan %s berdampingan: angka dengan masa dan sumbernya.", "The %s kecamatan of %s side by side: figures with their period and source."},
	"program-intro":     {"%s program %s yang dapat dipelajari dan ditiru, menurut pilar kota cerdas.", "%s programs of %s to learn from and to copy, by smart-city pillar."},
	"visit-intro":       {"Siapa yang datang belajar ke %s, apa yang dilihat, dan apa kelanjutannya.", "Who came to learn from %s, what they saw, and what became of it."},
	"visit-description": {"Kunjungan dari %s, %s.", "A visit from %s, %s."},
	"network-intro":     {"Daerah mana mengambil program apa dari %s, sampai tahap mana.", "Which region took which program from %s, and how far it got."},
	"news-intro":        {"Berita dari %s, yang terbaru lebih dahulu.", "News from %s, newest first."},
	"topic-intro":       {"Berita tentang %s dari %s.", "News about %s from %s."},
	"topics-intro":      {"Semua topik berita %s.", "All topics of the news of %s."},
	"topic":             {"Topik: %s", "Topic: %s"},
	"page-of":           {"%s, halaman %d", "%s, page %d"},
	"pager":             {"Halaman %s dari %s", "Page %s of %s"},
	"not-found":         {"Halaman tidak ditemukan", "Page not found"},
	"not-found-intro":   {"Alamat ini tidak menuju halaman mana pun.", "This address leads to no page."},

	"camat":     {"Camat", "Camat (head of the kecamatan)"},
	"draft":     {"draf", "draft"},
	"scheduled": {"belum terbit", "scheduled"},
	"undated":   {"tanpa tanggal", "undated"},

	"kind-news":        {"Berita", "News"},
	"kind-release":     {"Siaran pers", "Press release"},
	"kind-advertorial": {"Advertorial", "Advertorial"},
	"kind-opinion":     {"Opini", "Opinion"},
	"kind-correction":  {"Ralat", "Correction"},

	"status-idea":    {"gagasan", "idea"},
	"status-trial":   {"uji coba", "on trial"},
	"status-running": {"berjalan", "running"},
	"status-paused":  {"terhenti sementara", "paused"},
	"status-stopped": {"berhenti", "stopped"},

	"stage-interest":  {"berminat", "interest"},
	"stage-visit":     {"sudah berkunjung", "visited"},
	"stage-MoU":       {"nota kesepahaman", "memorandum"},
	"stage-agreement": {"perjanjian kerja sama", "agreement"},
	"stage-trial":     {"uji coba", "trial"},
	"stage-in use":    {"dipakai", "in use"},
	"stage-modified":  {"dipakai dengan perubahan", "in use, modified"},
	"stage-stopped":   {"berhenti", "stopped"},

	"pillar-governance":  {"Tata kelola (Smart Governance)", "Smart Governance"},
	"pillar-branding":    {"Citra daerah (Smart Branding)", "Smart Branding"},
	"pillar-economy":     {"Ekonomi (Smart Economy)", "Smart Economy"},
	"pillar-living":      {"Kehidupan (Smart Living)", "Smart Living"},
	"pillar-society":     {"Masyarakat (Smart Society)", "Smart Society"},
	"pillar-environment": {"Lingkungan (Smart Environment)", "Smart Environment"},

	"badge-provisional": {"sementara", "provisional"},
	"badge-estimate":    {"perkiraan", "estimate"},
	"badge-unverified":  {"belum terverifikasi", "unverified"},
	"badge-claim":       {"klaim", "claim"},

	"evidence-measured": {"terukur", "measured"},
	"evidence-reported": {"dilaporkan", "reported"},
	"evidence-claimed":  {"diklaim", "claimed"},

	"source-statistics": {"statistik", "statistics"},
	"source-registry":   {"data administrasi", "registry"},
	"source-report":     {"laporan", "report"},
	"source-law":        {"peraturan", "law"},
	"source-news":       {"berita", "news"},
	"source-statement":  {"keterangan", "statement"},
}
