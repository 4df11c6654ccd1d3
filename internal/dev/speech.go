package dev

import "blandongan/internal/diag"

// words are what stands over a page, in one language.
type words struct {
	oneError, errors, machine, lastGood, hide                 string
	lost, close, gone, home, moved, movedTo, nowhere, unbuilt string
	portTaken, needNetwork, busy                              string
}

func wordsIn(lang diag.Language) words {
	if lang == diag.Indonesian {
		return words{
			oneError: "Satu galat harus diperbaiki",
			errors:   "%d galat harus diperbaiki",
			machine:  "Situs tidak dapat dibangun",
			lastGood: "Yang tampil di belakang pesan ini adalah situs terakhir yang benar. Pesan ini hilang sendiri begitu berkasnya disimpan dengan benar.",
			hide:     "Sembunyikan",

			lost:    "Terputus: blandongan watch tidak berjalan. Halaman ini mungkin sudah usang.",
			close:   "Tutup",
			gone:    "Halaman ini sudah tidak ada.",
			home:    "Ke beranda",
			moved:   "Halaman %s pindah ke sini.",
			movedTo: "Halaman ini sudah pindah ke",
			nowhere: "Di alamat ini tidak ada apa-apa.",
			unbuilt: "Situs ini belum pernah berhasil dibangun.",

			portTaken:   "alamat ini sedang dipakai program lain",
			busy:        "folder hasilnya sedang dipakai proses %d, yaitu build atau watch yang lain",
			needNetwork: "alamat ini dapat dibuka dari komputer lain; tambahkan --network bila memang itu yang diinginkan",
		}
	}
	return words{
		oneError: "One error must be mended",
		errors:   "%d errors must be mended",
		machine:  "The site cannot be built",
		lastGood: "What shows behind this message is the last good site. The message goes away by itself once the file is saved without the error.",
		hide:     "Hide",

		lost:    "Disconnected: blandongan watch is not running. This page may be out of date.",
		close:   "Close",
		gone:    "This page is no longer there.",
		home:    "To the home page",
		moved:   "The page %s moved here.",
		movedTo: "This page has moved to",
		nowhere: "There is nothing at this address.",
		unbuilt: "This site was never built without errors yet.",

		portTaken:   "another program uses this address",
		busy:        "process %d is using the output folder: another build or watch",
		needNetwork: "other machines could open this address; add --network if that is what you want",
	}
}
