package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/net/dns/dnsmessage"
)

// known answers that every name is this machine's: what links lead to has a public name, and must
// not be looked for elsewhere.
func known(_ context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	go func() {
		defer theirs.Close()
		for {
			question := make([]byte, 1<<10) // two bytes of it are its length
			n, err := theirs.Read(question)
			if err != nil {
				return
			}
			if n == 2 {
				more, _ := theirs.Read(question[n:])
				n += more
			}
			var m dnsmessage.Message
			if m.Unpack(question[2:n]) != nil || len(m.Questions) != 1 {
				return
			}
			m.Response, m.Additionals = true, nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
					Body:   &dnsmessage.AResource{A: [4]byte{127, 0, 0, 1}},
				}}
			}
			answer, err := m.AppendPack([]byte{0, 0})
			if err != nil {
				return
			}
			binary.BigEndian.PutUint16(answer, uint16(len(answer)-2))
			if _, err := theirs.Write(answer); err != nil {
				return
			}
		}
	}()
	return ours, nil
}

// TestNetwork runs the stories in testdata/network, to which a real web server answers. Besides the
// commands of TestScripts there are
//
//	expand FILE…  puts variables into files: WEB is the server, under a public name
//	asked FILE    writes what the server was asked for since, each with how often, into a file
func TestNetwork(t *testing.T) {
	stranger := &stranger{asked: map[string]int{}, rest: make(chan struct{})}
	web := httptest.NewServer(stranger)
	t.Cleanup(web.Close)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/network",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, "WEB="+strings.Replace(web.URL, "127.0.0.1", "lain.go.id", 1),
				"ONE_HOST=1", "BLANDONGAN_PRIVATE_LINKS=1")
			for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} { // where caches lie
				env.Setenv(name, env.WorkDir)
			}
			return layCity(env)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":   code,
			"expand": expand,
			"asked": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(stranger.told()), 0o644))
			},
		},
	})
}

// stranger is a site of somebody else.
type stranger struct {
	mu    sync.Mutex
	asked map[string]int
	rest  chan struct{} // closed once all is asked but what is slow
}

// links are how many addresses the story asks for that are not slow.
const links = 6

func (s *stranger) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.note(r)
	switch r.URL.Path {
	case "/ada":
	case "/pindah":
		http.Redirect(w, r, "/ada", http.StatusMovedPermanently)
	case "/putar":
		http.Redirect(w, r, "/putar", http.StatusFound)
	case "/tanpa-kepala":
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	case "/larang":
		w.WriteHeader(http.StatusForbidden)
	case "/lambat": // it answers after all others
		<-s.rest
	default:
		http.NotFound(w, r)
	}
}

func (s *stranger) note(r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked[r.Method+" "+r.URL.Path]++
	others := map[string]bool{}
	for what := range s.asked {
		if _, path, _ := strings.Cut(what, " "); path != "/lambat" {
			others[path] = true
		}
	}
	if len(others) == links {
		select {
		case <-s.rest:
		default:
			close(s.rest)
		}
	}
}

func (s *stranger) told() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var b strings.Builder
	for _, what := range slices.Sorted(maps.Keys(s.asked)) {
		fmt.Fprintf(&b, "%s %d\n", what, s.asked[what])
	}
	clear(s.asked)
	return b.String()
}
