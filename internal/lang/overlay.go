package lang

// Overlay are the sentences that stand over and instead of a page while watching.
var Overlay = Theme{
	"errors":    {"%d galat harus diperbaiki", "%d errors must be mended"},
	"one-error": {"Satu galat harus diperbaiki", "One error must be mended"},
	"machine":   {"Situs tidak dapat dibangun", "The site cannot be built"},
	"last-good": {
		"Yang tampil di belakang pesan ini adalah situs terakhir yang benar. " +
			"Pesan ini hilang sendiri begitu berkasnya disimpan dengan benar.",
		"What shows behind this message is the last good site. " +
			"The message goes away by itself once the file is saved without the error.",
	},
	"hide": {"Sembunyikan", "Hide"},

	"desk":        {"%d hal dari meja redaksi", "%d things from the editors' desk"},
	"desk-one":    {"Satu hal dari meja redaksi", "One thing from the editors' desk"},
	"desk-here":   {"Di halaman ini", "On this page"},
	"desk-others": {"Di berkas lain", "In other files"},
	"desk-more":   {"Masih ada %d lagi: jalankan blandongan check", "There are %d more: run blandongan check"},

	"lost": {
		"Terputus: blandongan watch tidak berjalan. Halaman ini mungkin sudah usang.",
		"Disconnected: blandongan watch is not running. This page may be out of date.",
	},
	"close":    {"Tutup", "Close"},
	"gone":     {"Halaman ini sudah tidak ada.", "This page is no longer there."},
	"home":     {"Ke beranda", "To the home page"},
	"moved":    {"Halaman %s pindah ke sini.", "The page %s moved here."},
	"moved-to": {"Halaman ini sudah pindah ke", "This page has moved to"},
	"nowhere":  {"Di alamat ini tidak ada apa-apa.", "There is nothing at this address."},
	"unbuilt": {
		"Situs ini belum pernah berhasil dibangun.",
		"This site was never built without errors yet.",
	},

	"no-address": {"%q bukan alamat seperti 127.0.0.1:8080", "%q is not an address, like 127.0.0.1:8080"},
	"no-port":    {"%q tidak menyebut port", "%q has no port"},
	"bad-port": {
		"port %q bukan angka dari 0 sampai 65535; alamatnya seperti 127.0.0.1:8080",
		"the port %q is no number from 0 to 65535; an address is like 127.0.0.1:8080",
	},

	// What the machine says stands behind these.
	"port-taken": {"alamat ini sedang dipakai program lain", "another program uses this address"},
	"busy": {
		"folder hasilnya sedang dipakai proses %d, yaitu build atau watch yang lain",
		"process %d is using the output folder: another build or watch",
	},
	"not-ours": {
		"komputer ini tidak punya alamat itu; tulislah seperti 127.0.0.1:8080",
		"this machine has no such address; write it like 127.0.0.1:8080",
	},
	"need-network": {
		"alamat ini dapat dibuka dari komputer lain; tambahkan --network bila memang itu yang diinginkan",
		"other machines could open this address; add --network if that is what you want",
	},
}

// Server are the sentences of the language server, beside those of problems.
var Server = Theme{
	"replace":      {"Ganti %q dengan %q", "Replace %q with %q"},
	"remove":       {"Hapus %q", "Delete %q"},
	"silence":      {"Abaikan %s di sini, dengan alasan", "Ignore %s here, with a reason"},
	"silence-form": {"periksa: abaikan %s karena …", "check: ignore %s because …"},
	"gone": {
		"program penyunting pergi tanpa pamit",
		"the editor's program went without saying goodbye",
	},
	"no-header": {
		"pesan program penyunting tidak berawal dengan Content-Length: %.40q",
		"a message of the editor's program does not begin with Content-Length: %.40q",
	},
	"long-message": {
		"program penyunting mengirim pesan sepanjang %.40s bita; batasnya %d",
		"the editor's program sends a message of %.40s bytes; the limit is %d",
	},
	"bad-params": {
		"%s: %s tidak berbentuk seperti yang diminta protokol",
		"%s: %s does not have the form that the protocol wants",
	},
	"required":    {"wajib", "required"},
	"list-of":     {"daftar", "list"},
	"allowed":     {"Pilihan: %s", "One of: %s"},
	"example":     {"Contoh: %s", "Example: %s"},
	"picture":     {"gambar", "picture"},
	"file":        {"berkas", "file"},
	"unpublished": {"tidak diterbitkan", "not published"},

	"rename-nothing": {
		"di sini tidak ada id yang dapat diganti",
		"there is no id here that can be renamed",
	},
	"rename-unfit": {
		"%q tidak dapat menjadi id: pakai huruf kecil, angka, dan tanda hubung, seperti %q",
		"%q cannot be an id: use small letters, digits and hyphens, such as %q",
	},
	"rename-same":  {"namanya memang sudah %q", "it is called %q already"},
	"rename-taken": {"%q sudah dipakai: %s", "%q is taken already: %s"},
	"rename-unread": {
		"%s tidak dapat dibaca seluruhnya; perbaiki dahulu galatnya",
		"%s cannot be read as a whole; mend its errors first",
	},
	"rename-moved": {
		"%s tidak lagi seperti yang terakhir dibaca; coba sekali lagi",
		"%s is no longer as it was last read; try once more",
	},
	"rename-stale": {
		"situs belum selesai dibaca setelah perubahan terakhir; coba sekali lagi",
		"the site has not been read since the last change; try once more",
	},
	"rename-files": {
		"program penyunting ini tidak dapat mengganti nama berkas",
		"this editor cannot rename files",
	},
}
