package publish

import (
	"errors"
	"fmt"
)

// Fault is an error that trying again cannot mend, in words for whoever runs the
// command. Its sentence is in [sentences], by its code.
type Fault struct {
	Code string
	Args []any
	Err  error // the cause in the machine's words, if any
}

// fault returns the error of a code.
func fault(code string, args ...any) error { return &Fault{Code: code, Args: args} }

// because returns the error of a code with its cause, which is told after it.
func because(err error, code string, args ...any) error {
	return &Fault{Code: code, Args: args, Err: err}
}

// Error is the sentence in English.
func (f *Fault) Error() string { return f.in(1) }

func (f *Fault) Unwrap() error { return f.Err }

func (f *Fault) in(language int) string {
	s := fmt.Sprintf(sentences[f.Code][language], f.Args...)
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Plain returns an error's sentence in Indonesian ("id") or English. What a
// machine says of itself stays in its own words.
func Plain(err error, language string) string {
	var f *Fault
	if !errors.As(err, &f) || language != "id" {
		return err.Error()
	}
	return f.in(0)
}

// final says whether trying again is of no use.
func final(err error) bool {
	var f *Fault
	return errors.As(err, &f)
}

// sentences are the faults by code, in Indonesian and English.
var sentences = map[string][2]string{
	"unsafe-path": {
		"%q bukan alamat di dalam situs", "%q is not an address inside the site"},
	"nothing-built": {
		"folder %s tidak ada: bangun dulu situsnya", "there is no folder %s: build the site first"},
	"link-in-site": {
		"%s adalah tautan; yang diterbitkan hanya berkas biasa", "%s is a link; only plain files are published"},
	"odd-in-site": {
		"%s bukan berkas biasa; yang diterbitkan hanya berkas biasa", "%s is no plain file; only plain files are published"},
	"odd-name": {
		"nama %q tidak dapat dibawa ke semua jenis tujuan; ganti namanya", "the name %q cannot be carried to every kind of target; rename the file"},
	"changed-meanwhile": {
		"%s berubah sementara diterbitkan; jalankan lagi", "%s changed while it was being published; run it again"},
	"target-changed": {
		"%s berubah sejak rencana dibuat: ada yang menerbitkan di antaranya; jalankan lagi",
		"%s changed since the plan was made: somebody published in between; run it again"},
	"unreadable-record": {
		"%s: catatan %s tidak dapat dibaca; tanpa catatan itu kami tidak tahu mana yang milik kami",
		"%s: the record %s cannot be read, and without it nobody knows what is ours"},
	"consent-foreign": {
		"%d berkas di tujuan bukan milik kami dan akan diganti", "%d files on the target are not ours and would be replaced"},
	"consent-removals": {
		"%d berkas akan dihapus, lebih dari seperempat situs", "%d files would be removed, more than a quarter of the site"},
	"busy": {
		"%s sedang diterbitkan oleh %s sejak %s", "%s is being published by %s since %s"},
	"lock-lost": {
		"kunci di %s hilang: penerbit lain mengambil alih, atau tujuan terlalu lama tidak menjawab",
		"the lock on %s is lost: another publisher took over, or the target did not answer for too long"},
	"current-in-the-way": {
		"%s menghalangi: seharusnya tautan ke satu folder di releases/", "%s is in the way: it should be a link to a folder in releases/"},
	"no-releases": {
		"%s tidak menyimpan rilis; tulis releases: true untuk tujuan ini", "%s keeps no releases; write releases: true for this target"},
	"no-earlier-release": {
		"di %s tidak ada rilis yang lebih lama", "%s has no earlier release"},
	"no-url": {
		"%q bukan alamat web", "%q is no web address"},
	"folder-missing": {
		"folder %s tidak ada", "there is no folder %s"},
	"refused": {
		"%s tidak dapat ditulis", "%s cannot be written"},
	"full": {
		"tidak ada tempat lagi di %s", "there is no room left on %s"},
	"in-the-way": {
		"%s menghalangi: bukan berkas dan bukan buatan kami", "%s is in the way: it is no plain file, and not ours"},
	"link-in-path": {
		"%s adalah tautan; kami tidak menulis melalui tautan", "%s is a link; nothing is written through a link"},
}
