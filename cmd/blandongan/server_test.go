package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"blandongan/internal/lab"
)

// TestServers runs the stories in testdata/server, whose targets are real: Debian's
// sshd, an S3 server, and a web server that shows what lies in the story's folder.
// They are as those of [TestScripts]; besides, code wants that no secret is printed
// or lies anywhere afterwards, and there are
//
//	expand FILE…        puts the variables of the story into files
//	terminal ARG…       runs blandongan with a terminal as its output
//
// Variables are SSH_PORT, SSH_USER, SSH_KEY, S3 (an endpoint), S3_KEY, S3_SECRET,
// BUCKET (a bucket's folder) and WEB (the address of the story's folder).
func TestServers(t *testing.T) {
	lab.Slow(t)
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	sshd := lab.StartSSHD(t, lab.SSHDOptions{})
	s3 := lab.StartS3(t, t.TempDir())
	root := t.TempDir()
	web := httptest.NewServer(sendOn(http.FileServer(http.Dir(root))))
	t.Cleanup(web.Close)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/server",
		WorkdirRoot:         root,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, "HOME="+filepath.Join(env.WorkDir, "home"),
				"SSH_PORT="+strconv.Itoa(sshd.Port), "SSH_USER="+me.Username, "SSH_KEY="+sshd.Login.File,
				"S3=http://"+s3.Address, "S3_KEY="+lab.S3Key, "S3_SECRET="+lab.S3Secret,
				"BUCKET="+filepath.Join(s3.Dir, "situs"),
				"WEB="+web.URL+"/"+filepath.Base(env.WorkDir))
			return layCity(env)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"remove": remove,
			"code":   codeInSecret,
			"expand": expand,
			"make":   makeFile,
		},
	})
}

// sendOn sends visitors on from one old address, as a web server with our rules.
func sendOn(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if before, old := strings.CutSuffix(r.URL.Path, "/berita/keran-lama/"); old {
			http.Redirect(w, r, before+"/berita/keran-baru/", http.StatusMovedPermanently)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// secrets are those that the stories give to the program.
var secrets = []string{lab.S3Secret, "sandi-yang-salah", "kunci/rahasia+salah"}

// codeInSecret is code for somebody who keeps secrets.
func codeInSecret(ts *testscript.TestScript, neg bool, args []string) {
	code(ts, neg, args)
	wantNoSecret(ts, "what is printed", []byte(ts.ReadFile("stdout")+ts.ReadFile("stderr")))
	for _, dir := range []string{ts.MkAbs("."), ts.Getenv("BUCKET")} {
		ts.Check(filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			data, err := os.ReadFile(name)
			wantNoSecret(ts, name, data)
			return err
		}))
	}
}

func wantNoSecret(ts *testscript.TestScript, where string, data []byte) {
	s, err := secretIn(data)
	ts.Check(err)
	if s != "" {
		ts.Fatalf("%s has the secret %q", where, s)
	}
}

// secretIn looks into what is compressed, too.
func secretIn(data []byte) (string, error) {
	if r, err := gzip.NewReader(bytes.NewReader(data)); err == nil {
		plain, err := io.ReadAll(r)
		if err != nil {
			return "", err
		}
		data = append(plain, data...)
	}
	i := slices.IndexFunc(secrets, func(s string) bool { return bytes.Contains(data, []byte(s)) })
	if i < 0 {
		return "", nil
	}
	return secrets[i], nil
}

func expand(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(os.Expand(ts.ReadFile(name), ts.Getenv)), 0o644))
	}
}

// The search finds a secret, packed or not.
func TestSecretsAreFound(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := io.WriteString(w, "x"+secrets[0]+"y")
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{packed.Bytes(), []byte("x" + secrets[1]), nil} {
		if s, err := secretIn(data); err != nil || (s == "") != (data == nil) {
			t.Errorf("in %d bytes: %q, %v", len(data), s, err)
		}
	}
}
