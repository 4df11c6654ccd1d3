package lsp_test

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/build"
	"blandongan/internal/lang"
	"blandongan/internal/lsp"
	"blandongan/templates"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// client is an editor's program, as far as the server can tell.
type client struct {
	t    testing.TB
	dir  string
	rpc  *jrpc2.Client
	log  *strings.Builder
	init map[string]any

	mu       sync.Mutex
	problems map[string][]diagnostic // by file, as told last
	told     chan string             // files
	texts    map[string]string       // of open documents
	versions map[string]int
}

type diagnostic struct {
	Range    rang
	Severity int
	Code     string
	Message  string
}

type position struct{ Line, Character int }

type rang struct{ Start, End position }

// serve serves a site given as texts.
func serve(t testing.TB, files map[string]string, options ...func(*lsp.Config)) *client {
	t.Helper()
	c := connect(t, files, options...)
	c.start()
	return c
}

// connect is serve without a greeting.
func connect(t testing.TB, files map[string]string, options ...func(*lsp.Config)) *client {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	theirs, ours := io.Pipe()
	mine, yours := io.Pipe()
	log := &strings.Builder{}
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	config := lsp.Config{
		Open:      func(string) (string, fs.FS, error) { return dir, root, nil },
		Templates: templates.FS, Version: "test", Now: func() time.Time { return noon },
		Quiet: 20 * time.Millisecond, Log: log,
	}
	for _, o := range options {
		o(&config)
	}
	ended := make(chan error, 1)
	go func() { ended <- lsp.Serve(context.Background(), theirs, yours, config) }()
	c := newClient(t, dir, mine, ours)
	c.log = log
	t.Cleanup(func() {
		c.call("shutdown", nil, nil)
		c.notify("exit", nil)
		if err := <-ended; err != nil {
			t.Error(err)
		}
		c.rpc.Close()
		root.Close()
		if log.String() != "" {
			t.Errorf("the log says:\n%s", log)
		}
	})
	return c
}

func newClient(t testing.TB, dir string, in io.Reader, out io.WriteCloser) *client {
	c := &client{t: t, dir: dir, problems: map[string][]diagnostic{}, told: make(chan string, 100000),
		texts: map[string]string{}, versions: map[string]int{}}
	c.rpc = jrpc2.NewClient(listening{channel.LSP(in, out), c}, &jrpc2.ClientOptions{
		OnNotify:   func(*jrpc2.Request) {},
		OnCallback: func(context.Context, *jrpc2.Request) (any, error) { return nil, nil },
	})
	return c
}

// listening is a client's channel. Problems are heard here, in the order in which they were told:
// the library hands each message on in a goroutine of its own, so that an older list could come
// last, and stay.
type listening struct {
	channel.Channel
	client *client
}

func (l listening) Recv() ([]byte, error) {
	message, err := l.Channel.Recv()
	if err == nil {
		l.client.hear(message)
	}
	return message, err
}

// start greets the server.
func (c *client) start() {
	c.t.Helper()
	var answer struct{ Capabilities map[string]any }
	c.call("initialize", map[string]any{
		"rootUri": c.uri(""),
		"capabilities": map[string]any{"workspace": map[string]any{
			"workspaceEdit":         map[string]any{"documentChanges": true, "resourceOperations": []string{"rename"}},
			"didChangeWatchedFiles": map[string]any{"dynamicRegistration": true},
		}},
	}, &answer)
	c.init = answer.Capabilities
	c.notify("initialized", map[string]any{})
}

func (c *client) uri(file string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(c.dir, file))}).String()
}

func (c *client) fileOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil {
		c.t.Fatal(err)
	}
	rel, err := filepath.Rel(c.dir, filepath.FromSlash(u.Path))
	if err != nil {
		c.t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}

func (c *client) hear(message []byte) {
	var told struct {
		Method string
		Params struct {
			URI         string
			Diagnostics []diagnostic
		}
	}
	if err := json.Unmarshal(message, &told); err != nil {
		c.t.Errorf("%v in %s", err, message)
	}
	if told.Method != "textDocument/publishDiagnostics" {
		return
	}
	c.mu.Lock()
	file := c.fileOf(told.Params.URI)
	c.problems[file] = told.Params.Diagnostics
	c.mu.Unlock()
	c.told <- file
}

// call asks and wants an answer; ask takes a refusal too.
func (c *client) call(method string, params, answer any) {
	c.t.Helper()
	if err := c.ask(method, params, answer); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

func (c *client) ask(method string, params, answer any) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	r, err := c.rpc.Call(ctx, method, params)
	if err != nil || answer == nil {
		return err
	}
	return r.UnmarshalResult(answer)
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	if err := c.rpc.Notify(context.Background(), method, params); err != nil {
		c.t.Errorf("%s: %v", method, err)
	}
}

// open opens a file, with another text than it has unless that is "".
func (c *client) open(file, text string) {
	c.t.Helper()
	if text == "" {
		data, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(file)))
		if err != nil {
			c.t.Fatal(err)
		}
		text = string(data)
	}
	c.texts[file], c.versions[file] = text, 1
	c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": c.uri(file), "languageId": "yaml", "version": 1, "text": text,
	}})
}

func (c *client) close(file string) {
	c.t.Helper()
	delete(c.texts, file)
	c.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": c.uri(file)}})
}

// edit replaces words in an open document, as an editor's program tells it.
func (c *client) edit(file, old, now string) {
	c.t.Helper()
	before, after, found := strings.Cut(c.texts[file], old)
	if !found {
		c.t.Fatalf("%s has no %q", file, old)
	}
	r := rang{c.positionIn(file, len(before)), c.positionIn(file, len(before)+len(old))}
	c.texts[file] = before + now + after
	c.versions[file]++
	c.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": c.uri(file), "version": c.versions[file]},
		"contentChanges": []any{map[string]any{"range": lower(r), "text": now}},
	})
}

func lower(r rang) map[string]any {
	p := func(p position) map[string]any { return map[string]any{"line": p.Line, "character": p.Character} }
	return map[string]any{"start": p(r.Start), "end": p(r.End)}
}

// positionIn is that of an offset, in units of UTF-16.
func (c *client) positionIn(file string, offset int) (p position) {
	for _, r := range c.texts[file][:offset] {
		switch {
		case r == '\n':
			p = position{p.Line + 1, 0}
		case r > 0xFFFF:
			p.Character += 2
		default:
			p.Character++
		}
	}
	return p
}

// at is the point behind some words of an open document.
func (c *client) at(file, words string) map[string]any {
	c.t.Helper()
	i := strings.Index(c.texts[file], words)
	if i < 0 {
		c.t.Fatalf("%s has no %q", file, words)
	}
	p := c.positionIn(file, i+len(words))
	return map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file)},
		"position":     map[string]any{"line": p.Line, "character": p.Character},
	}
}

// until waits until a file's problems are as wanted.
func (c *client) until(file, what string, wanted func([]diagnostic) bool) []diagnostic {
	c.t.Helper()
	timeout := time.After(20 * time.Second)
	for {
		c.mu.Lock()
		list, is := c.problems[file]
		c.mu.Unlock()
		if is && wanted(list) {
			return list
		}
		select {
		case <-c.told:
		case <-timeout:
			c.t.Fatalf("%s: never %s: %v\n%s", file, what, list, c.log)
		}
	}
}

func has(code string) func([]diagnostic) bool {
	return func(list []diagnostic) bool {
		return slices.ContainsFunc(list, func(d diagnostic) bool { return d.Code == code })
	}
}

func lacks(code string) func([]diagnostic) bool {
	return func(list []diagnostic) bool { return !has(code)(list) }
}

// words are what a range of an open document holds.
func (c *client) words(file string, r rang) string {
	c.t.Helper()
	from, to := -1, -1
	for i := range len(c.texts[file]) + 1 {
		switch c.positionIn(file, i) {
		case r.Start:
			if from < 0 {
				from = i
			}
		case r.End:
			if to < 0 {
				to = i
			}
		}
	}
	if r.Start == r.End {
		return ""
	}
	if from < 0 || to < from {
		c.t.Fatalf("%s has no %v", file, r)
	}
	return c.texts[file][from:to]
}

// base is a small city.
func base(t testing.TB) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("../build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

func in(l lang.Language) func(*lsp.Config) { return func(c *lsp.Config) { c.Language = l } }
