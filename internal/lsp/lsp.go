// Package lsp tells editors' programs what they can show while somebody writes: problems,
// what can be written here, what an id stands for and where it is used.
//
// It owns the language server: the messages of the Language Server Protocol over a pair of
// pipes, the documents that are open, and what can be asked of them. In come edits and
// questions; out come diagnostics, completions, places, edits that the client makes. It
// decides nothing about the site: what is wrong is found by build and the rooms above it,
// what can be written is declared in site. It never writes a file.
//
// # How a change is answered
//
// Open documents lie over the site's folder, see folder. After a change the document alone is
// looked at, by what is known of the rest: that takes a few milliseconds, however large the
// site. Once nobody has typed for a moment, a builder walks through the whole site, as far as
// links, and what is known is replaced. What only the walk can tell of an open document stays
// with its line until the next one.
//
// A handler that fails says so to the client and in the log, and the next one goes on: half
// of all files that it sees are half typed.
package lsp

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/handler"

	"blandongan/internal/lang"
	"blandongan/internal/lsp/pipe"
	"blandongan/internal/lsp/text"
)

// Config says how to serve.
type Config struct {
	// Open finds the site's folder and opens it; shown is the folder that the client shows, ""
	// when it says none.
	Open func(shown string) (path string, root fs.FS, err error)
	// Templates are the built-in ones.
	Templates fs.FS
	// Language is that of all messages, "" for the site's.
	Language lang.Language
	// Version is the program's.
	Version string
	// Now tells the time.
	Now func() time.Time
	// Quiet is for how long nobody types before the whole site is walked through.
	Quiet time.Duration
	// Log is told of our own faults.
	Log io.Writer
}

// ErrGone is that a client ends without having asked to shut down.
var ErrGone error = pipe.Fault("gone")

// Serve answers a client until it asks us to end, its pipe closes, or ctx is done. It returns
// nil when the client has said goodbye first, ErrGone when it has not.
func Serve(ctx context.Context, in io.Reader, out io.WriteCloser, c Config) error {
	s := &server{config: c, docs: map[string]*document{}, encoding: text.UTF16}
	s.rpc = jrpc2.NewServer(s.methods(), &jrpc2.ServerOptions{AllowPush: true, DisableBuiltin: true, Concurrency: 4})
	s.rpc.Start(pipe.New(in, out))
	defer context.AfterFunc(ctx, s.rpc.Stop)()
	err := s.rpc.Wait()
	s.close()
	if s.asked || ctx.Err() != nil {
		return nil
	}
	if err == nil {
		err = ErrGone
	}
	return err
}

// server is one client's.
type server struct {
	config   Config
	rpc      *jrpc2.Server
	encoding text.Encoding
	client   initialize
	asked    bool // to shut down

	mu      sync.Mutex
	docs    map[string]*document // by URI
	stamps  int64                // of buffers, the last
	session *session             // nil where there is no site
}

// methods are what can be asked.
func (s *server) methods() handler.Map {
	return handler.Map{
		"initialize":  method(s, s.initialize),
		"initialized": method(s, s.initialized),
		"shutdown":    method(s, func(any) (any, error) { s.asked = true; return nil, nil }),
		"exit":        method(s, func(any) (any, error) { go s.rpc.Stop(); return nil, nil }),

		"textDocument/didOpen":            method(s, s.didOpen),
		"textDocument/didChange":          method(s, s.didChange),
		"textDocument/didSave":            method(s, s.didSave),
		"textDocument/didClose":           method(s, s.didClose),
		"workspace/didChangeWatchedFiles": method(s, s.didChangeFiles),

		"textDocument/codeAction":     method(s, s.codeActions),
		"textDocument/completion":     method(s, s.complete),
		"textDocument/hover":          method(s, s.hover),
		"textDocument/definition":     method(s, s.definition),
		"textDocument/references":     method(s, s.references),
		"textDocument/documentSymbol": method(s, s.symbols),
		"workspace/symbol":            method(s, s.findSymbols),
		"textDocument/prepareRename":  method(s, s.prepareRename),
		"textDocument/rename":         method(s, s.rename),
	}
}

// method answers one kind of message. A fault of ours is told and goes no further.
func method[P, R any](s *server, do func(P) (R, error)) jrpc2.Handler {
	return func(_ context.Context, request *jrpc2.Request) (answer any, err error) {
		defer func() {
			if fault := recover(); fault != nil {
				s.log(request.Method(), fault)
				answer, err = nil, jrpc2.Errorf(jrpc2.InternalError, "%s: %v", request.Method(), fault)
			}
		}()
		var params P
		if request.HasParams() {
			if err := json.Unmarshal([]byte(request.ParamString()), &params); err != nil {
				return nil, s.unread(request.Method(), err)
			}
		}
		return do(params)
	}
}

// unread tells a client what does not fit in what it sent, without the names of our types.
func (s *server) unread(method string, err error) error {
	at := "params"
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) && wrong.Field != "" {
		at = strings.ReplaceAll("params."+wrong.Field, ".at.", ".")
	}
	return jrpc2.Errorf(jrpc2.InvalidParams, "%s", pipe.Fault("bad-params", method, at).In(s.language()))
}

// language is that of what we say.
func (s *server) language() lang.Language {
	if s.session != nil {
		return s.session.language()
	}
	return cmp.Or(s.config.Language, lang.Indonesian)
}

func (s *server) log(doing string, fault any) {
	fmt.Fprintf(s.config.Log, "blandongan lsp: %s: %v\n%s", doing, fault, debug.Stack())
}

func (s *server) initialize(p initialize) (any, error) {
	if s.session != nil {
		return nil, jrpc2.Errorf(jrpc2.InvalidRequest, "initialize again")
	}
	s.client = p
	for _, e := range p.Capabilities.General.PositionEncodings {
		if e == text.UTF8 {
			s.encoding = e
		}
	}
	shown := p.RootPath
	for _, uri := range append(folders(p), p.RootURI) {
		if name, ok := pathOf(uri); ok {
			shown = name
			break
		}
	}
	path, root, err := s.config.Open(shown)
	if err != nil {
		s.push("window/showMessage", messageOf(err, s.config.Language))
	} else {
		s.session = newSession(s, path, root)
	}
	return map[string]any{
		"serverInfo": map[string]string{"name": "blandongan", "version": s.config.Version},
		"capabilities": map[string]any{
			"positionEncoding":   s.encoding,
			"textDocumentSync":   map[string]any{"openClose": true, "change": syncIncremental, "save": true},
			"codeActionProvider": map[string]any{"codeActionKinds": []string{"quickfix"}},
			"completionProvider": map[string]any{"triggerCharacters": []string{":", "(", "[", "{", ",", " ", "/"}},
			"hoverProvider":      true, "definitionProvider": true, "referencesProvider": true,
			"documentSymbolProvider": true, "workspaceSymbolProvider": true,
			"renameProvider": map[string]any{"prepareProvider": true},
		},
	}, nil
}

func folders(p initialize) (uris []string) {
	for _, f := range p.WorkspaceFolders {
		uris = append(uris, f.URI)
	}
	return uris
}

// messageOf is an error as the client shows it.
func messageOf(err error, language lang.Language) shown {
	message := err.Error()
	if t, ok := err.(lang.Translated); ok {
		message = t.In(language)
	}
	return shown{messageError, message}
}

// initialized begins the first walk, and asks to be told of files that other programs change.
func (s *server) initialized(any) (any, error) {
	if s.session == nil {
		return nil, nil
	}
	s.session.start()
	if s.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		go s.call("client/registerCapability", map[string]any{"registrations": []any{map[string]any{
			"id": "files", "method": "workspace/didChangeWatchedFiles",
			"registerOptions": map[string]any{"watchers": []any{map[string]any{"globPattern": "**/*"}}},
		}}})
	}
	return nil, nil
}

// push tells the client something, call asks it. One that is gone needs no answer.
func (s *server) push(method string, params any) {
	_ = s.rpc.Notify(context.Background(), method, params)
}

func (s *server) call(method string, params any) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	_, _ = s.rpc.Callback(ctx, method, params)
}

func (s *server) close() {
	if s.session != nil {
		s.session.close()
	}
}
