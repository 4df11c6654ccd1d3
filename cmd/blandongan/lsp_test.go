package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/lab"
)

// writing is the second city in a folder, with a slip in an article, and the program.
func writing(t *testing.T) (dir, program string) {
	t.Helper()
	root, program := programIn(t)
	dir = filepath.Join(root, "site")
	archive, err := txtar.ParseFile("../../internal/build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(f.Data), "kecamatan: [hulu, hilir]", "kecamatan: [hulu, hilirr]", 1)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, program
}

// speaking is a client of the program, over its pipes.
type speaking struct {
	t      *testing.T
	cmd    *exec.Cmd
	client *jrpc2.Client
	told   chan string // what the server says by itself
	said   strings.Builder
}

func speak(t *testing.T, dir, program string) *speaking {
	t.Helper()
	s := &speaking{t: t, cmd: exec.Command(program, "--lang", "en", "lsp", "--stdio"), told: make(chan string, 1000)}
	s.cmd.Dir, s.cmd.Stderr = filepath.Join(dir, "content"), &s.said
	in, err := s.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s.client = jrpc2.NewClient(channel.LSP(out, in), &jrpc2.ClientOptions{
		OnNotify: func(r *jrpc2.Request) { s.told <- r.Method() + r.ParamString() },
	})
	return s
}

func (s *speaking) call(method, params string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	r, err := s.client.Call(ctx, method, json.RawMessage(params))
	if err != nil {
		return "", err
	}
	return r.ResultString(), nil
}

func (s *speaking) ask(method, params string) string {
	s.t.Helper()
	got, err := s.call(method, params)
	if err != nil {
		s.t.Fatalf("%s: %v", method, err)
	}
	return got
}

func (s *speaking) tell(method, params string) {
	s.t.Helper()
	if err := s.client.Notify(context.Background(), method, json.RawMessage(params)); err != nil {
		s.t.Fatal(err)
	}
}

// hear waits until the server says the words.
func (s *speaking) hear(words string) {
	s.t.Helper()
	timeout := time.After(time.Minute)
	for {
		select {
		case got := <-s.told:
			if strings.Contains(got, words) {
				return
			}
		case <-timeout:
			s.t.Fatalf("nobody says %s; on standard error: %s", words, &s.said)
		}
	}
}

// end has the server end, as editors' programs do.
func (s *speaking) end() {
	s.t.Helper()
	s.ask("shutdown", `null`)
	s.tell("exit", `null`)
	if err := s.cmd.Wait(); err != nil || s.said.String() != "" {
		s.t.Errorf("it ends with %v; on standard error: %s", err, &s.said)
	}
	s.client.Close()
}

// codeURI is the URI of a path as Visual Studio Code writes it: the letter of a drive is small, and its colon escaped.
func codeURI(path string) string {
	path = filepath.ToSlash(path)
	drive := ""
	if len(path) > 1 && path[1] == ':' { // C:/Users
		drive, path = "/"+strings.ToLower(path[:1])+"%3A", path[2:]
	}
	return "file://" + drive + (&url.URL{Path: path}).EscapedPath()
}

// pathOfURI is the path in a URI that an editor's program is answered with.
func pathOfURI(t *testing.T, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Host != "" {
		t.Fatalf("%q is no URI of a file here: %v", uri, err)
	}
	path := u.Path
	if runtime.GOOS == "windows" {
		path = strings.TrimPrefix(path, "/")
	}
	return filepath.FromSlash(path)
}

// The command speaks the protocol over its pipes: each question once, in the words of a client
// that tells as little of itself as it may.
func TestLanguageServer(t *testing.T) {
	dir, program := writing(t)
	s := speak(t, dir, program)
	article := filepath.Join(dir, "content", "news", "keran-baru.md")
	text, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	uri := `{"uri":"` + codeURI(article) + `"`
	at := func(line, character string) string {
		return `{"textDocument":` + uri + `},"position":{"line":` + line + `,"character":` + character + `}`
	}
	want := func(what, got, words string) {
		t.Helper()
		if !strings.Contains(got, words) {
			t.Errorf("%s: %s lacks %s", what, got, words)
		}
	}
	want("what it can", s.ask("initialize", `{"processId":null,"rootUri":null,"capabilities":{}}`), `"renameProvider"`)
	s.tell("initialized", `{}`)
	quoted, _ := json.Marshal(string(text))
	s.tell("textDocument/didOpen",
		`{"textDocument":`+uri+`,"languageId":"markdown","version":1,"text":`+string(quoted)+`}}`)
	s.hear(`"code":"unknown-reference"`)
	want("a repair", s.ask("textDocument/codeAction", `{"textDocument":`+uri+`},"range":`+
		`{"start":{"line":4,"character":19},"end":{"line":4,"character":19}},"context":{"diagnostics":[]}}`),
		`"newText":"hilir"`)
	s.tell("textDocument/didChange", `{"textDocument":`+uri+`,"version":2},"contentChanges":[{"range":`+
		`{"start":{"line":4,"character":18},"end":{"line":4,"character":24}},"text":"hilir"}]}`)
	s.hear(`"diagnostics":[]`)
	want("completion", s.ask("textDocument/completion", at("4", "18")+`}`), `"label":"hilir"`)
	want("hover", s.ask("textDocument/hover", at("4", "13")+`}`), `**Hulu** (kecamatan)`)
	want("definition", s.ask("textDocument/definition", at("4", "13")+`}`), `data/kecamatan/hulu.yaml`)
	want("references", s.ask("textDocument/references", at("4", "13")+`,"context":{}}`),
		`data/programs/air-bersih.yaml`)
	want("symbols", s.ask("textDocument/documentSymbol", at("0", "0")+`}`), `"name":"kecamatan"`)
	want("things", s.ask("workspace/symbol", `{"query":"tamu"}`), `"name":"Tamu datang"`)
	if _, err := s.call("textDocument/rename", at("4", "13")+`,"newName":"udik"}`); err == nil ||
		!strings.Contains(err.Error(), "this editor cannot rename files") {
		t.Errorf("a client that renames no files: %v", err)
	}
	s.end()
}

// A client like Visual Studio Code's tells its folder and renames files. What it is answered with names files that are
// there: a drive of Windows, too, which it writes in a form of its own.
func TestLanguageServerRenames(t *testing.T) {
	dir, program := writing(t)
	s := speak(t, dir, program)
	folder := codeURI(dir)
	s.ask("initialize", `{"processId":null,"rootUri":"`+folder+`",`+
		`"workspaceFolders":[{"uri":"`+folder+`","name":"site"}],`+
		`"capabilities":{"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["rename"]}}}}`)
	s.tell("initialized", `{}`)
	open := func(language string, name ...string) (uri string) {
		path := filepath.Join(append([]string{dir}, name...)...)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		quoted, _ := json.Marshal(string(text))
		uri = codeURI(path)
		s.tell("textDocument/didOpen",
			`{"textDocument":{"uri":"`+uri+`","languageId":"`+language+`","version":1,"text":`+string(quoted)+`}}`)
		s.hear(`"uri":"` + uri + `"`)
		return uri
	}
	hulu := open("yaml", "data", "kecamatan", "hulu.yaml")
	article := open("markdown", "content", "news", "keran-baru.md")
	got := s.ask("textDocument/rename",
		`{"textDocument":{"uri":"`+article+`"},"position":{"line":4,"character":13},"newName":"udik"}`)
	var edit struct {
		DocumentChanges []struct {
			Kind, OldURI, NewURI string
			TextDocument         struct{ URI string }
		}
	}
	if err := json.Unmarshal([]byte(got), &edit); err != nil {
		t.Fatal(err)
	}
	renamed := 0
	for _, c := range edit.DocumentChanges {
		name := c.TextDocument.URI
		if c.Kind == "rename" {
			name = c.OldURI
			if renamed++; !strings.HasSuffix(c.NewURI, "/data/kecamatan/udik.yaml") {
				t.Errorf("%s becomes %s", c.OldURI, c.NewURI)
			}
		}
		if _, err := os.Stat(pathOfURI(t, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.HasSuffix(name, "hulu.yaml") && name != hulu {
			t.Errorf("the open document %s is called %s", hulu, name)
		}
	}
	if renamed != 1 || len(edit.DocumentChanges) < 5 {
		t.Errorf("it changes %s", got)
	}
	s.end()
}

// It ends when it is told to, by exit or by a signal, while its pipe stays open.
func TestLanguageServerEnds(t *testing.T) {
	dir, program := writing(t)
	message := func(s string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(s), s) }
	shutdown := message(`{"jsonrpc":"2.0","id":1,"method":"shutdown"}`)
	exit := message(`{"jsonrpc":"2.0","method":"exit"}`)
	for _, x := range []struct {
		what, words, more string
		signal            os.Signal
		code              int
	}{
		{"exit", shutdown, exit, nil, 0},
		{"exit without shutdown", "", exit, nil, 1},
		{"a signal", shutdown, "", os.Interrupt, 0},
		{"a message without end", "", "Content-Length: 99999999999999\r\n\r\n{}", nil, 2},
	} {
		if x.signal != nil && runtime.GOOS == "windows" {
			continue // which has none that one program may send another
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		cmd := exec.CommandContext(ctx, program, "--root", dir, "--lang", "en", "lsp")
		var said strings.Builder
		cmd.Stderr = &said
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if x.words != "" {
			io.WriteString(in, x.words)
			if _, err := out.Read(make([]byte, 1)); err != nil {
				t.Fatal(err)
			}
		}
		io.WriteString(in, x.more)
		if x.signal != nil {
			if err := cmd.Process.Signal(x.signal); err != nil {
				t.Fatal(err)
			}
		}
		ended, err := cmd.Process.Wait()
		if err != nil || ended.ExitCode() != x.code || ctx.Err() != nil ||
			strings.Contains(said.String(), "goroutine") {
			t.Errorf("%s: it ends with %v, want %d; %v\n%s", x.what, ended, x.code, err, &said)
		}
		in.Close()
	}
}

// A client that goes without a word leaves no server behind.
func TestLanguageServerAlone(t *testing.T) {
	dir, program := writing(t)
	cmd := exec.Command(program, "--root", dir, "lsp")
	cmd.Stdin = strings.NewReader("")
	if err := cmd.Run(); err == nil {
		t.Error("it ended as if it had been asked to")
	}
}

// Neovim's own client shows each feature once: testdata/neovim.lua asks, and writes down what it
// sees.
func TestNeovim(t *testing.T) {
	nvim, err := exec.LookPath("nvim")
	if err != nil {
		lab.Lack(t, "there is no Neovim; apt-get install neovim")
	}
	dir, program := writing(t)
	seen := filepath.Join(t.TempDir(), "seen")
	script, err := filepath.Abs("testdata/neovim.lua")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile "+script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PROGRAM="+program, "SEEN="+seen, "HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir())
	said, err := cmd.CombinedOutput()
	got, _ := os.ReadFile(seen)
	const want = `problem: the kecamatan "hilirr" does not exist
action: kecamatan: [hulu, hilir]
mended: 0 problems
completion: hilir hulu
key: title
hover: **Hulu** (kecamatan)
definition: data/kecamatan/hulu.yaml
references: 7
renamed: kecamatan: [udik, hilir]
file: data/kecamatan/udik.yaml
alias: aliases: [/kecamatan/hulu/]
`
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s\nseen:\n%s\nwant:\n%s", err, said, got, want)
	}
}
