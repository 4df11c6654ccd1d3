package site

import "testing"

func TestRoles(t *testing.T) {
	for file, want := range map[string]Role{
		"data/site.yaml": Written, "data/kecamatan/setu.yaml": Written, "data/kecamatan/a/b.yaml": Stray,
		"data/kecamatan/setu.yml": Stray, "data/other.yaml": Stray,
		"content/news/a.md": Written, "content/news/2017/a.md": Written, "content/news/a.jpg": Attached,
		"content/pages/a.md": Written, "content/x.md": Stray,
		"content/files/a.md": Verbatim, "content/files/a/b.html": Verbatim,
	} {
		if got := RoleOf(file); got != want {
			t.Errorf("%s is %d, not %d", file, got, want)
		}
	}
}
