package templates_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"blandongan/internal/lab"
	"blandongan/internal/lab/photo"
)

// album is the second city with an article of three photos as a telephone makes them, of seven million bytes each and
// held upright, below each other.
var album = sync.OnceValues(func() (*face, error) {
	dir, err := secondCity()
	if err != nil {
		return nil, err
	}
	shot := string(photo.Taken(photo.JPEG(photo.Landscape(4000, 3000)), 6))
	text := "---\ntitle: Album\ndate: 2024-01-01\nsummary: S.\n---\n"
	for i := range 3 {
		name := fmt.Sprintf("foto-%d.jpg", i)
		more := strings.Repeat("\x00", 7<<20-len(shot)) // as telephones put a film behind it
		file := filepath.Join(dir, "content/news", name)
		if err := os.WriteFile(file, []byte(shot+more+fmt.Sprint(i)), 0o644); err != nil {
			return nil, err
		}
		text += fmt.Sprintf("\n![Keran umum](%s)\n", name)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/news/album.md"), []byte(text), 0o644); err != nil {
		return nil, err
	}
	return raise("album", dir, "/situs/", when)
})

// weightOfAlbum is what a page with three photos may cost on a telephone, in bytes.
const weightOfAlbum = 250_000

// seeAlbum goes down a page until all pictures were shown, and tells what was fetched for it, by how much it shifted,
// and which file each picture shows how large.
const seeAlbum = `(async () => {
	const pictures = [...document.querySelectorAll("main img")];
	for (const x of pictures) { x.scrollIntoView(); await x.decode(); }
	const shifts = await new Promise(done => {
		new PerformanceObserver(list => done(list.getEntries())).observe({type: "layout-shift", buffered: true});
		requestAnimationFrame(() => requestAnimationFrame(() => done([])));
	});
	// The header stands above all photos: it moves where a browser shows it before it has read it to its end.
	const ofHeader = x => x.sources.length > 0 && x.sources.every(s => s.node?.closest?.(".top"));
	const fetched = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
	return {
		Bytes: fetched.reduce((sum, x) => sum + x.transferSize, 0),
		Shift: shifts.filter(x => !ofHeader(x)).reduce((sum, x) => sum + x.value, 0),
		Pictures: pictures.map(x => ({
			File: new URL(x.currentSrc).pathname.split("-").pop(), Width: x.width, Height: x.height,
		})),
	};
})()`

// TestAlbum looks at three photos of seven million bytes each on a telephone and at a desk: they stand upright, nothing
// shifts while they come, and what is fetched is small.
func TestAlbum(t *testing.T) {
	patiently(t)
	f := need(album)(t)
	for wide, want := range map[int64]string{360: "480.webp", 1280: "960.webp"} {
		w := open(t)
		w.put(look{wide, "light"})
		w.run(chromedp.Navigate(f.url + "berita/album/"))
		seen := get(w, chromedp.Evaluate[struct {
			Bytes, Shift float64
			Pictures     []struct {
				File          string
				Width, Height float64
			}
		}](seeAlbum, chromedp.EvalAwaitPromise))
		t.Logf("%d px: %+v", wide, seen)
		if seen.Shift != 0 || len(seen.Pictures) != 3 {
			t.Errorf("%d px: %d pictures, the page shifts by %v", wide, len(seen.Pictures), seen.Shift)
		}
		if seen.Bytes < 1000 || wide == 360 && seen.Bytes > weightOfAlbum {
			t.Errorf("%d px: %.0f bytes are fetched, more than %d", wide, seen.Bytes, weightOfAlbum)
		}
		for i, x := range seen.Pictures {
			if x.File != want || x.Width/x.Height < 0.74 || x.Width/x.Height > 0.76 {
				t.Errorf("%d px: picture %d: %+v", wide, i, x)
			}
		}
	}
}

// plainTags are what exiftool tells of any file, and of how its pixels are written. All else is what somebody wrote.
var plainTags = regexp.MustCompile(`^(SourceFile|(ExifTool|File|Composite|JFIF|PNG|RIFF|GIF):\w+)$`)

// TestNoWordOfPhotographers has exiftool look for whatever a published picture tells besides itself.
func TestNoWordOfPhotographers(t *testing.T) {
	patiently(t)
	f := need(album)(t)
	tool := lab.Program(t, "exiftool", "libimage-exiftool-perl")
	out, err := exec.Command(tool, "-json", "-G", "-r", "-ext", "jpg", "-ext", "png", "-ext", "webp",
		filepath.Join(f.dir, "aset")).Output()
	if err != nil {
		t.Fatal(err)
	}
	var files []map[string]any
	if err := json.Unmarshal(out, &files); err != nil {
		t.Fatal(err)
	}
	pictures := 0
	for _, x := range files {
		if strings.Contains(fmt.Sprint(x["SourceFile"]), "/gambar/") {
			pictures++
		}
		for tag, value := range x {
			if !plainTags.MatchString(tag) || strings.HasSuffix(tag, "Comment") {
				t.Errorf("%s: %s is %v", x["SourceFile"], tag, value)
			}
		}
	}
	if pictures != 18 {
		t.Errorf("%d pictures", pictures)
	}
}
