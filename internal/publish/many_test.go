package publish

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

var pages = flag.Int("pages", 400, "how many pages TestManyPages publishes")

// Of many pages three are changed: they are sent, with the lists that name them, and
// nothing else. What a destination is asked does not grow with what is sent already,
// except for the looking, and memory stays small.
func TestManyPages(t *testing.T) {
	lab.Slow(t)
	for _, target := range []func(*testing.T) *manyTarget{manyInFolder, manyInReleases, manyOverSFTP, manyInS3} {
		m := target(t)
		t.Run(m.job.Kind, func(t *testing.T) {
			t.Parallel()
			m.t = t
			m.story()
		})
	}
}

// manyTarget is a destination that counts what it is asked.
type manyTarget struct {
	t     *testing.T
	job   job
	asked func() int // since it was made; nil where nobody is asked
	// least is what is asked when nothing changed, for n files.
	least func(n int) int
}

func (m *manyTarget) story() {
	site := manyFiles(*pages)
	m.job.Public = m.t.TempDir()
	site.Write(m.t, m.job.Public)
	if sent := m.run("first"); len(sent) != len(site) {
		m.t.Errorf("%d of %d files were sent", len(sent), len(site))
	}
	changed := publishtest.Files{"feed.xml": "<news/>", "sitemap.xml": "<all/>"}
	for i := range 3 {
		changed[fmt.Sprintf("berita/%d/index.html", i**pages/3)] = "<p>changed"
	}
	changed.Add(m.t, m.job.Public)
	sent := m.run("three pages changed")
	slices.Sort(sent)
	if want := names(changed); !slices.Equal(sent, want) {
		m.t.Errorf("sent %v, not %v", sent, want)
	}
	if sent := m.run("nothing changed"); len(sent) != 0 {
		m.t.Errorf("sent %v", sent)
	}
}

// manyFiles are pages of the size that articles have, and what they load.
func manyFiles(n int) publishtest.Files {
	site := publishtest.Files{"feed.xml": "<feed/>", "sitemap.xml": "<sitemap/>"}
	for i := range n {
		site[fmt.Sprintf("berita/%d/index.html", i)] = fmt.Sprint("<p>", i, strings.Repeat(fmt.Sprint(" word", i), 900))
	}
	for i := range 20 {
		site[fmt.Sprintf("aset/%08x.css", i)] = fmt.Sprint("/* ", i)
	}
	return site
}

func names(f publishtest.Files) (all []string) {
	for name := range f {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// run publishes in a process of its own and returns what it did.
func (m *manyTarget) run(what string) (done []string) {
	m.t.Helper()
	before := m.count()
	text, err := json.Marshal(m.job)
	if err != nil {
		m.t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobVariable+"="+string(text))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		m.t.Fatal(err)
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		m.t.Fatal(err)
	}
	memory := 0 // in kB
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if n, err := fmt.Sscanf(lines.Text(), "VmHWM: %d kB", &memory); n == 1 && err == nil {
			continue
		}
		fields := strings.Fields(lines.Text())
		if done = append(done, fields[1]); fields[2] != "<nil>" {
			m.t.Errorf("tried again: %s", lines.Text())
		}
	}
	if err := cmd.Wait(); err != nil {
		m.t.Fatal(err)
	}
	took := time.Since(start)
	asked := m.count() - before
	m.t.Logf("%s: %d files sent, %d requests, %.1f s, %d MB of memory at most", what, len(done), asked, took.Seconds(),
		memory/1024)
	if memory > 400<<10 {
		m.t.Errorf("%d kB of memory", memory)
	}
	if most := m.least(*pages+22) + 80 + 12*len(done); m.asked != nil && asked > most {
		m.t.Errorf("%d requests, more than %d", asked, most)
	}
	return done
}

func (m *manyTarget) count() int {
	if m.asked == nil {
		return 0
	}
	return m.asked()
}

func manyInFolder(t *testing.T) *manyTarget {
	return &manyTarget{job: job{Kind: "folder", Dir: t.TempDir()}, least: noQuestions}
}

func manyInReleases(t *testing.T) *manyTarget {
	return &manyTarget{job: job{Kind: "releases", Dir: t.TempDir()}, least: noQuestions}
}

func noQuestions(int) int { return 0 }

// manyOverSFTP looks at each file with one question, and reads the manifest in
// pieces.
func manyOverSFTP(t *testing.T) *manyTarget {
	server, asked := publishtest.CountingSSHD(t)
	return &manyTarget{job: job{Kind: "sftp", SFTP: sftpOf(t, server, t.TempDir())}, asked: asked,
		least: func(n int) int { return n + n/100 }}
}

// manyInS3 lists a thousand files with one request.
func manyInS3(t *testing.T) *manyTarget {
	server := lab.StartS3(t, t.TempDir())
	var asked atomic.Int64
	to, err := url.Parse("http://" + server.Address)
	if err != nil {
		t.Fatal(err)
	}
	pass := httputil.NewSingleHostReverseProxy(to)
	counter := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		pass.ServeHTTP(w, r)
	}))
	t.Cleanup(counter.Close)
	config := s3Of(server, "kota")
	config.Endpoint = counter.URL
	return &manyTarget{job: job{Kind: "s3", S3: config}, asked: func() int { return int(asked.Load()) },
		least: func(n int) int { return n/1000 + 1 }}
}
