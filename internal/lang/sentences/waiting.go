package sentences

// Waiting are the sentences of what takes long: how far it is, and that it was stopped.
var Waiting = Table{
	"progress-reading": {"membaca berkas %s dari %s", "reading file %s of %s"},
	"progress-inspecting": {
		"memeriksa foto dan lampiran %s dari %s",
		"looking into photo or attachment %s of %s",
	},
	"progress-planning": {"menyusun halaman", "working out the pages"},
	"progress-making":   {"membuat halaman %s dari %s", "making page %s of %s"},
	"progress-copying":  {"mengecilkan foto %s dari %s", "scaling photo %s of %s"},
	"progress-writing":  {"menempatkan halaman di folder keluaran", "putting the pages into the output folder"},
	"progress-looking":  {"memeriksa teks %s dari %s", "looking at text %s of %s"},
	"progress-external": {"membuka tautan %s dari %s", "opening link %s of %s"},
	"progress-digesting": {
		"membaca hasil pembangunan, berkas %s dari %s",
		"reading what was built, file %s of %s",
	},
	"progress-comparing": {"membandingkan dengan %s", "comparing with %s"},
	"progress-sending":   {"menerbitkan berkas %s dari %s (%s)", "publishing file %s of %s (%s)"},
	"progress-verifying": {
		"memeriksa situs yang terbit, berkas %s dari %s",
		"looking at the published site, file %s of %s",
	},
	"progress-left":        {"%s, kira-kira %s lagi", "%s, about %s left"},
	"progress-seconds":     {"%d detik", "%d seconds"},
	"progress-seconds-one": {"%d detik", "%d second"},
	"progress-minutes":     {"%d menit", "%d minutes"},
	"progress-minutes-one": {"%d menit", "%d minute"},

	"stopped-build": {"dihentikan; %s tetap seperti semula", "stopped; %s is what it was"},
	"stopped-built": {
		"dihentikan sesudah %s selesai ditulis; isinya utuh",
		"stopped after all of %s was written; it is whole",
	},
	"stopped-check": {"dihentikan sebelum semuanya diperiksa", "stopped before all was looked at"},
}
