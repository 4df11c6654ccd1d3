package markdown

import "testing"

func TestText(t *testing.T) {
	doc, _ := New(Options{}).Parse([]byte("# Satu *dua*\n\n" +
		"tiga**empat** [lima](https://contoh.example/a) `<b>` & \"c\"\n" +
		"enam\\\ntujuh\n\n- a\n- b[^1]\n\n| k | l |\n|---|---|\n| m | n |\n\n[^1]: Catatan.\n"))
	const want = "Satu dua\ntigaempat lima <b> & \"c\"\nenam\ntujuh\na\nb\n1\nk\nl\nm\nn\nCatatan. ↩︎\n"
	if got := doc.Text(); got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got := (*Doc)(nil).Text(); got != "" {
		t.Errorf("no body says %q", got)
	}
}
