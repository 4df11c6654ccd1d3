package site

import "blandongan/internal/source"

// keyWords are Indonesian words that editors write where a key of ours, which is
// English, should stand. A word may mean several keys; which one depends on
// where it stands.
var keyWords = source.Words{
	"judul": {"title", "name"}, "nama": {"name", "title"}, "ringkasan": {"summary", "description"}, "deskripsi": {"description", "summary"},
	"keterangan": {"note", "description", "alt"}, "catatan": {"note", "editor_note"}, "teks": {"text"}, "isi": {"text"},
	"tanggal": {"date", "start", "at", "as_of", "period"}, "mulai": {"start", "started", "since"}, "selesai": {"end", "done"}, "sejak": {"since", "started"},
	"diperbarui": {"updated"}, "diperiksa": {"last_checked", "verified"}, "diakses": {"accessed"}, "tahun": {"year", "period"}, "masa": {"period"}, "periode": {"period"},
	"penulis": {"author"}, "penerbit": {"publisher"}, "jenis": {"kind"}, "gambar": {"image", "photos", "file"}, "foto": {"photos", "image"}, "berkas": {"file"},
	"topik": {"tags", "topic"}, "tag": {"tags"}, "label": {"tags"}, "klaim": {"claims"}, "koreksi": {"corrections"}, "ralat": {"corrections"}, "draf": {"draft"},
	"sumber": {"sources", "source"}, "program": {"programs"}, "kunjungan": {"visits", "visit"}, "berita": {"articles"}, "alamat": {"address", "url"}, "situs": {"url"}, "tautan": {"link", "url"},
	"bahasa": {"language", "languages"}, "lisensi": {"licence"}, "kontak": {"contact"}, "surel": {"email"}, "telepon": {"phone"}, "navigasi": {"navigation"}, "zona_waktu": {"time_zone"},
	"kode": {"code", "region_code"}, "kode_pos": {"postal_code"}, "kode_bps": {"bps_code"}, "provinsi": {"province"}, "singkatan": {"acronym", "short_name"}, "semboyan": {"motto"}, "kantor": {"office"},
	"jam": {"hours"}, "lintang": {"lat"}, "bujur": {"lon"}, "berbatasan": {"borders"}, "batas": {"borders"}, "tetangga": {"borders"}, "tempat": {"places", "place", "venue"}, "layanan": {"services"},
	"angka": {"figures", "value"}, "nilai": {"value"}, "satuan": {"unit"}, "definisi": {"definition"}, "indikator": {"indicator"}, "alasan": {"missing"},
	"pilar": {"pillars"}, "pemilik": {"owner"}, "penanggung_jawab": {"owner"}, "masalah": {"problem"}, "cara_kerja": {"how_it_works"}, "langkah": {"step", "how_it_works"}, "pelaku": {"actor"},
	"hasil": {"results", "output", "outcomes"}, "penghargaan": {"awards"}, "pelajaran": {"lessons"}, "prasyarat": {"prerequisites"}, "biaya": {"resources", "setup_cost"}, "sebelum": {"before"}, "sesudah": {"after"},
	"asal": {"origin"}, "rombongan": {"delegation"}, "jumlah": {"count", "value"}, "kelompok": {"groups"}, "tuan_rumah": {"hosts", "host"}, "lokus": {"loci"}, "harapan": {"expectations"}, "tindak_lanjut": {"follow_ups"},
	"sasaran": {"targets"}, "target": {"targets"}, "tenggang": {"grace"}, "rilis": {"releases"}, "simpan": {"keep"}, "kunci": {"key"}, "wilayah": {"region"}, "sambungan": {"connections"}, "direktori": {"folder"},
	"tahap": {"stage"}, "riwayat": {"history"}, "tujuan": {"to", "targets"}, "pembicara": {"said_by"}, "menurut": {"said_by"}, "kepercayaan": {"trust"},
}
