package scratch

import (
	"bytes"
	"io"
	"os"
	"sync"
	"testing"
)

func TestTextsComeBack(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	var p Pad
	check(t, &p)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 1 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	if p.file == nil {
		t.Error("nothing was written to the disk")
	}
	last := p.Keep([]byte("the last one"))
	if err := p.Close(); err != nil {
		t.Error(err)
	}
	for _, text := range []Text{last, {0, 1}, {-1, 1}, p.Keep([]byte("too late"))} {
		if got, err := p.Text(text); err == nil {
			t.Errorf("%q is kept after the end", got)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("the folder holds %v afterwards, %v", left, err)
	}
}

func TestNoDisk(t *testing.T) {
	t.Setenv("TMPDIR", "/nowhere/at/all")
	t.Setenv("TMP", `Q:\nowhere`)
	var p Pad
	check(t, &p)
	if p.file != nil {
		t.Error("there is a file")
	}
}

func TestFullDisk(t *testing.T) {
	var p Pad
	first := p.Keep(bytes.Repeat([]byte("a"), most))
	p.file.Close() // from now on nothing can be written
	check(t, &p)
	if _, err := p.Text(first); err == nil {
		t.Error("a text was read from a closed file")
	}
}

func TestRoll(t *testing.T) {
	for _, full := range []bool{false, true} {
		p := Pad{full: full}
		r := p.Roll()
		var want, got bytes.Buffer
		for i := range 100 {
			part := bytes.Repeat([]byte{byte(i)}, i*999)
			want.Write(part)
			if n, err := r.Write(part); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
			p.Keep([]byte("something else"))
		}
		for range 2 {
			got.Reset()
			_, err := io.Copy(&got, r.Open())
			if err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("full %t: %d bytes of %d, %v", full, got.Len(), want.Len(), err)
			}
		}
	}
}

// check keeps texts from several goroutines and asks for them twice: at once, and later.
func check(t *testing.T, p *Pad) {
	t.Helper()
	const each = 300
	var wg sync.WaitGroup
	for worker := range 4 {
		wg.Go(func() {
			kept := make([]Text, each)
			text := func(i int) []byte { return bytes.Repeat([]byte{byte(worker), byte(i)}, 1+i*10) }
			holds := func(i int) {
				if got, err := p.Text(kept[i]); err != nil || !bytes.Equal(got, text(i)) {
					t.Errorf("text %d of %d: %d bytes, %v", i, worker, len(got), err)
				}
			}
			for i := range kept {
				b := text(i)
				kept[i] = p.Keep(b)
				clear(b)
				holds(i)
			}
			for i := range kept {
				holds(i)
			}
		})
	}
	wg.Wait()
}
