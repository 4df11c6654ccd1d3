package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"blandongan/internal/publish"
)

// open connects to the target, with what the environment knows of secrets.
func (p *publication) open(ctx context.Context) (err error) {
	switch p.target.Kind() {
	case "sftp":
		p.store, err = publish.OpenSFTP(ctx, p.sftp())
	case "s3":
		p.store, err = publish.OpenS3(ctx, p.s3())
	default:
		var dir string
		if dir, err = p.folderOf(p.target.Folder); err != nil {
			return err
		}
		if p.target.Releases {
			p.store, err = publish.OpenReleases(dir, p.target.Keep, time.Now)
		} else {
			p.store, err = publish.OpenFolder(dir)
		}
	}
	return err
}

func (p *publication) sftp() publish.SFTP {
	t := &p.target
	key, _ := atHome(t.Key) // without a home there is no such key, which is told
	known, _ := atHome(cmp.Or(t.KnownHosts, "~/.ssh/known_hosts"))
	return publish.SFTP{
		User: t.SFTP.User, Host: t.SFTP.Host, Port: t.SFTP.Port, Path: t.SFTP.Path, Connections: t.Connections, Gaps: t.Gaps,
		KeyFile: key, KnownHosts: known,
		Password: os.Getenv(t.Password()), PasswordFrom: t.Password(),
		Passphrase: os.Getenv(t.Passphrase()), PassphraseFrom: t.Passphrase(),
	}
}

func (p *publication) s3() publish.S3 {
	t := &p.target
	return publish.S3{
		Endpoint: t.S3.Endpoint, Bucket: t.S3.Bucket, Prefix: t.S3.Prefix, Region: t.Region, Connections: t.Connections,
		AccessKey:    cmp.Or(os.Getenv(t.AccessKey()), os.Getenv("AWS_ACCESS_KEY_ID")),
		SecretKey:    cmp.Or(os.Getenv(t.SecretKey()), os.Getenv("AWS_SECRET_ACCESS_KEY")),
		SessionToken: os.Getenv("AWS_SESSION_TOKEN"),
		KeysFrom:     t.AccessKey() + ", " + t.SecretKey(),
	}
}

// atHome puts the home of whoever runs the command for "~/".
func atHome(written string) (string, error) {
	rest, tilde := strings.CutPrefix(written, "~/")
	if !tilde {
		return written, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, rest), err
}

// checkFolder refuses a target in which the site's own files could be lost or
// shown, whatever links lead there.
func checkFolder(root, out, dir string) error {
	d, err := realPath(dir)
	if err != nil {
		return err
	}
	o, err := realPath(out)
	if err != nil {
		return err
	}
	if within(d, o) || within(o, d) {
		return tell("folder tujuan %s dan folder keluaran %s bertumpang tindih", "the target's folder %s and the output folder %s overlap", dir, out)
	}
	return checkOut(root, dir)
}

// publishFile says where a site is published.
const publishFile = "data/publish.yaml"

// folderOf is a target's folder as the file system names it.
func (p *publication) folderOf(written string) (string, error) {
	dir, err := atHome(written)
	if err != nil {
		return "", err
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(p.places.root, dir)
	}
	return dir, checkFolder(p.places.root, p.places.out, dir)
}
