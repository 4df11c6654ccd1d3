package output

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"blandongan/internal/output/below"
)

// What is learnt of many folders at once is what is learnt of each.
func TestManyFolders(t *testing.T) {
	for _, above := range []string{".", "a"} {
		dir := t.TempDir()
		for i := range 2 * manyAsked {
			write(t, dir, fmt.Sprintf("%s/%d/x", above, i), "")
		}
		last := 2*manyAsked - 1
		name := filepath.Join(dir, above, fmt.Sprint(last))
		if err := os.Rename(name, name+"-elsewhere"); err != nil {
			t.Fatal(err)
		}
		symlink(t, fmt.Sprint(last, "-elsewhere"), dir, fmt.Sprint(above, "/", last))
		write(t, dir, above+"/file", "")
		asked := map[string]int{}
		count := func(op, _ string) error { asked[op]++; return nil }
		seen := newSurvey(&Folder{dir: dir, disk: &tapped{disk: openedDisk(t, dir), before: count}})
		prefix := map[string]string{".": "", "a": "a/"}[above]
		for i := range 2 * manyAsked {
			want, wantFile := folder, plain
			if i == last {
				want, wantFile = other, absent
			}
			p := fmt.Sprint(prefix, i)
			if k, err := seen.folder(p); err != nil || k != want {
				t.Errorf("%s: %v, %v", p, k, err)
			}
			if k, _, err := seen.at(p + "/x"); err != nil || k != wantFile {
				t.Errorf("%s/x: %v, %v", p, k, err)
			}
		}
		for p, want := range map[string]kind{prefix + "file": plain, prefix + "none": absent} {
			if k, err := seen.folder(p); err != nil || k != want {
				t.Errorf("%s: %v, %v", p, k, err)
			}
		}
		if asked["readdir"] != 1 {
			t.Errorf("%s was read %d times", above, asked["readdir"])
		}
	}
}

func openedDisk(t *testing.T, dir string) disk {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := below.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}
