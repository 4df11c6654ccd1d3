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

// The command speaks the protocol over its pipes: each question once, in the words of a client
// that tells as little of itself as it may.
func TestLanguageServer(t *testing.T) {
	dir, program := writing(t)
	cmd := exec.Command(program, "--lang", "en", "lsp", "--stdio")
	cmd.Dir = filepath.Join(dir, "content")
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
	told := make(chan string, 1000)
	client := jrpc2.NewClient(channel.LSP(out, in), &jrpc2.ClientOptions{
		OnNotify: func(r *jrpc2.Request) { told <- r.Method() + r.ParamString() },
	})
	ask := func(method, params string) string {
		t.Helper()
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		r, err := client.Call(ctx, method, json.RawMessage(params))
		if err != nil {
			t.Fatalf("%s: %v", method, err)
		}
		return r.ResultString()
	}
	tell := func(method, params string) {
		t.Helper()
		if err := client.Notify(context.Background(), method, json.RawMessage(params)); err != nil {
			t.Fatal(err)
		}
	}
	hear := func(words string) {
		t.Helper()
		timeout := time.After(time.Minute)
		for {
			select {
			case got := <-told:
				if strings.Contains(got, words) {
					return
				}
			case <-timeout:
				t.Fatalf("nobody says %s; on standard error: %s", words, &said)
			}
		}
	}
	article := "content/news/keran-baru.md"
	text, err := os.ReadFile(filepath.Join(dir, article))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.ToSlash(filepath.Join(dir, article))
	if !strings.HasPrefix(path, "/") { // C:/Users
		path = "/" + path
	}
	uri := `{"uri":"` + (&url.URL{Scheme: "file", Path: path}).String() + `"`
	at := func(line, character string) string {
		return `{"textDocument":` + uri + `},"position":{"line":` + line + `,"character":` + character + `}`
	}
	want := func(what, got, words string) {
		t.Helper()
		if !strings.Contains(got, words) {
			t.Errorf("%s: %s lacks %s", what, got, words)
		}
	}
	want("what it can", ask("initialize", `{"processId":null,"rootUri":null,"capabilities":{}}`), `"renameProvider"`)
	tell("initialized", `{}`)
	quoted, _ := json.Marshal(string(text))
	tell("textDocument/didOpen",
		`{"textDocument":`+uri+`,"languageId":"markdown","version":1,"text":`+string(quoted)+`}}`)
	hear(`"code":"unknown-reference"`)
	want("a repair", ask("textDocument/codeAction", `{"textDocument":`+uri+`},"range":`+
		`{"start":{"line":4,"character":19},"end":{"line":4,"character":19}},"context":{"diagnostics":[]}}`),
		`"newText":"hilir"`)
	tell("textDocument/didChange", `{"textDocument":`+uri+`,"version":2},"contentChanges":[{"range":`+
		`{"start":{"line":4,"character":18},"end":{"line":4,"character":24}},"text":"hilir"}]}`)
	hear(`"diagnostics":[]`)
	want("completion", ask("textDocument/completion", at("4", "18")+`}`), `"label":"hilir"`)
	want("hover", ask("textDocument/hover", at("4", "13")+`}`), `**Hulu** (kecamatan)`)
	want("definition", ask("textDocument/definition", at("4", "13")+`}`), `data/kecamatan/hulu.yaml`)
	want("references", ask("textDocument/references", at("4", "13")+`,"context":{}}`), `data/programs/air-bersih.yaml`)
	want("symbols", ask("textDocument/documentSymbol", at("0", "0")+`}`), `"name":"kecamatan"`)
	want("things", ask("workspace/symbol", `{"query":"tamu"}`), `"name":"Tamu datang"`)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	renaming := json.RawMessage(at("4", "13") + `,"newName":"udik"}`)
	if _, err := client.Call(ctx, "textDocument/rename", renaming); err == nil ||
		!strings.Contains(err.Error(), "this editor cannot rename files") {
		t.Errorf("a client that renames no files: %v", err)
	}
	ask("shutdown", `null`)
	tell("exit", `null`)
	if err := cmd.Wait(); err != nil || said.String() != "" {
		t.Errorf("it ends with %v; on standard error: %s", err, &said)
	}
	client.Close()
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
