package publish

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/s3"
	"blandongan/internal/publish/store"
)

// sftpArena is a folder of a host that is reached through a line that can be cut,
// and read by a web server.
func sftpArena(t *testing.T) *arena {
	disk, small := smallDisk(t)
	docroot := filepath.Join(disk, "web")
	publishtest.Files{}.Add(t, docroot)
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	line := publishtest.StartProxy(t, server.Address())
	a := inFolder(t, "folder", docroot)
	a.job = job{Kind: "sftp", SFTP: sftpOf(t, server, docroot, line)}
	a.cuts = append([]cut{kill, network(line), {
		name:  "server stopped",
		begin: func(*exec.Cmd) { server.Kill() },
		end:   func(*exec.Cmd) { server.Start() },
	}}, full(t, disk, small)...)
	return a
}

// s3Arena is a bucket on a server that is reached through a line that can be cut.
func s3Arena(t *testing.T) *arena {
	disk, small := smallDisk(t)
	server := lab.StartS3(t, disk)
	line := publishtest.StartProxy(t, server.Address)
	direct, err := s3.Open(t.Context(), s3Of(server, "etalase/"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = direct.Close() })
	a := &arena{t: t, job: job{Kind: "s3", S3: s3Of(server, "etalase/")}}
	a.job.S3.Endpoint = "http://" + line.Address()
	a.get = func(name string) (int, string, error) {
		r, err := direct.Open(t.Context(), name)
		if errors.Is(err, fs.ErrNotExist) {
			return http.StatusNotFound, "", nil
		}
		if err != nil {
			return 0, "", err
		}
		defer r.Close()
		text, err := io.ReadAll(r)
		return http.StatusOK, string(text), err
	}
	docroot := filepath.Join(server.Dir, "situs", "etalase")
	a.read = func() publishtest.Files { return publishtest.ReadFiles(t, docroot) }
	a.put = func(name, text string) {
		if _, err := direct.Put(t.Context(), name, strings.NewReader(text), int64(len(text)),
			store.Meta{}); err != nil {
			t.Fatal(err)
		}
	}
	a.cuts = append([]cut{kill, network(line), {
		name:  "server stopped",
		begin: func(*exec.Cmd) { server.Stop() },
		end:   func(*exec.Cmd) { server.Start() },
	}}, full(t, disk, small)...)
	return a
}

// network is the cut by a line that is dead from some moment on.
func network(line *publishtest.Proxy) cut {
	return cut{name: "network cut",
		begin: func(*exec.Cmd) { line.Dead(true); line.Cut() },
		end:   func(*exec.Cmd) { line.Dead(false) },
	}
}
