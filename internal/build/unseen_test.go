package build_test

import "testing"

// Where the site is published and what the editors' desk is told show on no page: who changes
// it builds nothing anew, and gets to know what is wrong with it.
func TestUnseenFiles(t *testing.T) {
	b, dir, _ := again(t, base(t))
	if r := report(t, b); r.Made == 0 {
		t.Fatalf("%d made", r.Made)
	}
	for _, x := range []struct{ file, text string }{
		{"data/publish.yaml", "targets: {utama: {folder: ../live}}\n"},
		{"data/publish.yaml", "grace: 3\ntargets: {utama: {folder: ../live}, lain: {sftp: a@host/x}}\n"},
		{"data/desk.yaml", "words: [Blandongan]\n"},
		{"data/desk.yaml", "words: [Blandongan, Situ]\nsilence: [{rule: weekday-wrong, because: lain}]\n"},
		{"data/regions.yaml", "jambi: {kind: province, name: Jambi}\n"},
		{"data/regions.yaml", "jambi: {kind: province, name: Jambi, mottos: [Sepucuk], source: [Buku]}\n"},
	} {
		write(t, dir, map[string]string{x.file: x.text})
		if r := report(t, b); r.Made != 0 || r.Written != 0 {
			t.Fatalf("%d made, %d written", r.Made, r.Written)
		}
	}
	write(t, dir, map[string]string{"data/publish.yaml": "targets: {utama: {folder: data}}\n"})
	_, problems, err := b.Build(noon)
	if err != nil || len(problems) != 1 || problems[0].Code != "target-inside" {
		t.Errorf("%v, %v", problems, err)
	}
}
