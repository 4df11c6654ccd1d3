package lsp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/lsp"
	"blandongan/templates"
)

// alone serves nothing to a client that writes words, some more once it had an answer, and
// keeps its pipe open.
func alone(t *testing.T, ctx context.Context, words, more string) error {
	t.Helper()
	in, client := io.Pipe()
	t.Cleanup(func() { client.Close() })
	out := answers(make(chan struct{}, 100))
	go func() {
		io.WriteString(client, words)
		if more != "" {
			<-out
			io.WriteString(client, more)
		}
	}()
	ended := make(chan error, 1)
	go func() {
		ended <- lsp.Serve(ctx, in, out, lsp.Config{
			Open:      func(string) (string, fs.FS, error) { return "", nil, fs.ErrNotExist },
			Templates: templates.FS, Language: lang.English, Now: time.Now, Log: io.Discard,
		})
	}()
	select {
	case err := <-ended:
		return err
	case <-time.After(20 * time.Second):
		t.Fatalf("after %.40q it goes on waiting", words)
		return nil
	}
}

// answers is told of each.
type answers chan struct{}

func (a answers) Write(p []byte) (int, error) { a <- struct{}{}; return len(p), nil }
func (answers) Close() error                  { return nil }

func message(s string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(s), s) }

const (
	shutdown = `{"jsonrpc":"2.0","id":1,"method":"shutdown"}`
	exit     = `{"jsonrpc":"2.0","method":"exit"}`
)

// A server ends when it is told to, also while its client keeps the pipe open.
func TestEnds(t *testing.T) {
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	for _, x := range []struct {
		what, words, more string
		ctx               context.Context
		fault             string
	}{
		{"asked to", message(shutdown), message(exit), context.Background(), ""},
		{"not asked to shut down", message(exit), "", context.Background(), "without saying goodbye"},
		{"interrupted", "", "", gone, ""},
		{"interrupted within a message", "Content-Length: 7\r\n\r\n{", "", gone, ""},
		{"a message without end", "Content-Length: 99999999999999\r\n\r\n{", "", context.Background(),
			"a message of 99999999999999 bytes; the limit is 67108864"},
		{"one beyond all numbers", "content-length: 99999999999999999999999\r\n\r\n{", "", context.Background(),
			"a message of 99999999999999999999999 bytes"},
		{"below nothing", "Content-Length: -1\r\n\r\n{", "", context.Background(),
			`Content-Length: "Content-Length: -1"`},
		{"no header", "GET / HTTP/1.1\r\n\r\n", "", context.Background(), "does not begin with Content-Length"},
		{"a header without end", strings.Repeat("x", 1<<20), "", context.Background(),
			"does not begin with Content-Length"},
		{"headers without end", strings.Repeat("x: y\r\n", 1<<16), "", context.Background(),
			"does not begin with Content-Length"},
	} {
		err := alone(t, x.ctx, x.words, x.more)
		if x.fault == "" && err != nil || x.fault != "" && (err == nil || !strings.Contains(err.Error(), x.fault)) {
			t.Errorf("%s: it ends with %v, want %q", x.what, err, x.fault)
		}
	}
}

// What does not fit is told in the protocol's words, not in those of our program.
func TestUnfitParams(t *testing.T) {
	c := serve(t, base(t), in(lang.English))
	for params, want := range map[string]string{
		`{"textDocument":{"uri":"file:///a"},"position":{"line":"a","character":0}}`: "params.position.line does not",
		`{"textDocument":7}`: "params.textDocument does not",
		`[1]`:                "params does not",
	} {
		for _, method := range []string{"textDocument/hover", "textDocument/references"} {
			err := c.ask(method, json.RawMessage(params), nil)
			if err == nil || !strings.Contains(err.Error(), method+": "+want) ||
				strings.Contains(err.Error(), "json:") {
				t.Errorf("%s of %s: %v, want %s", method, params, err, want)
			}
		}
	}
}
