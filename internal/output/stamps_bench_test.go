package output

import "testing"

// BenchmarkStamps opens a folder that is remembered and asks for the stamps of all that lies there.
func BenchmarkStamps(b *testing.B) {
	benchFolders(b, func(b *testing.B, dir string) {
		benchBuild(b, dir, 0, 1)
		f, err := Open(dir, Options{Hold: true})
		if err != nil {
			b.Fatal(err)
		}
		if err := f.Remember(nil); err != nil {
			b.Fatal(err)
		}
		f.Discard()
		measured(b, func() {
			for b.Loop() {
				f := mustHold(b, dir)
				for i := range benchArticles {
					for _, p := range benchPaths(i) {
						if _, is := f.Stamp(p); !is {
							b.Fatal(p)
						}
					}
				}
				if err := f.Discard(); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
}

func mustHold(b *testing.B, dir string) *Folder {
	f, err := Open(dir, Options{Hold: true})
	if err != nil {
		b.Fatal(err)
	}
	if f.Memory() == nil || !f.Resume() {
		b.Fatal("nothing is remembered")
	}
	return f
}
