package publishing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"blandongan/internal/command"
	"blandongan/internal/diag"
	"blandongan/internal/publish"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/s3"
	"blandongan/internal/publish/sftp"
)

// open connects to the destination, with what the environment knows of secrets.
func (p *publication) open(ctx context.Context) (err error) {
	switch p.destination.Kind() {
	case "sftp":
		var server sftp.Config
		if server, err = p.sftp(); err != nil {
			return err
		}
		p.store, err = sftp.Open(ctx, server)
	case "s3":
		p.store, err = s3.Open(ctx, p.s3())
	default:
		var dir string
		if dir, err = p.folderOf(p.destination.Folder); err != nil {
			return err
		}
		err = p.openFolder(dir)
	}
	return err
}

// openFolder opens a folder, with or without releases.
func (p *publication) openFolder(dir string) error {
	if p.destination.Releases {
		s, err := folder.OpenReleases(dir, p.destination.Keep, time.Now)
		p.store, p.warnFormer = s, func(ctx context.Context) {
			if plain := s.FormerFiles(ctx); plain > 0 {
				p.warn("former-plain", s.Traits().Name, plain)
			}
		}
		return err
	}
	s, err := folder.Open(dir)
	p.store, p.warnFormer = s, func(ctx context.Context) {
		if s.HasFormerReleases(ctx) {
			p.warn("former-kept", s.Traits().Name)
		}
	}
	return err
}

func (p *publication) sftp() (sftp.Config, error) {
	t := &p.destination
	key, keyErr := atHome(t.Key)
	known, knownErr := atHome(t.KnownHosts)
	server := sftp.Config{
		SFTP: t.SFTP, Connections: t.Connections, Gaps: t.Gaps,
		KeyFile: key, KnownHosts: known,
		Password: os.Getenv(t.Password()), PasswordFrom: t.Password(),
		Passphrase: os.Getenv(t.Passphrase()), PassphraseFrom: t.Passphrase(),
	}
	for _, file := range server.Loose() {
		p.warn("loose-key", diag.Name(file))
	}
	return server, errors.Join(keyErr, knownErr)
}

func (p *publication) s3() s3.Config {
	t := &p.destination
	own, others := pair{t.AccessKey(), t.SecretKey(), ""},
		pair{"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"}
	keys, or := own, others
	if own.unset() == own.names() && others.unset() != others.names() {
		keys, or = others, own
	}
	return s3.Config{
		S3: t.S3, Region: t.Region, Connections: t.Connections,
		AccessKey: os.Getenv(keys.access), SecretKey: os.Getenv(keys.secret), SessionToken: os.Getenv(keys.token),
		KeysFrom: keys.names(), KeysMissing: keys.unset(), KeysElse: or.names(),
		OnRetry: func(name string, failed error, pause time.Duration) {
			p.printRetry(publish.Progress{Path: name, Failed: failed, Pause: pause})
		},
	}
}

// pair are the environment variables that belong together: the keys to a bucket,
// with the token of passing ones where there can be one. A key of one pair is never
// used, nor shown to anybody, with one of another.
type pair struct{ access, secret, token string }

func (k pair) names() string { return k.access + ", " + k.secret }

// unset names those that hold nothing.
func (k pair) unset() string {
	names := slices.DeleteFunc([]string{k.access, k.secret}, func(name string) bool { return os.Getenv(name) != "" })
	return strings.Join(names, ", ")
}

// atHome puts the home of whoever runs the command for "~/".
func atHome(written string) (string, error) {
	rest, tilde := strings.CutPrefix(written, "~/")
	if !tilde {
		return written, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", command.Fail("no-home", written)
	}
	return filepath.Join(home, rest), nil
}

// checkFolder refuses a destination in which the site's own files could be lost or
// shown, whatever links lead there.
func checkFolder(root, out, dir string) error {
	d, err := command.RealPath(dir)
	if err != nil {
		return err
	}
	o, err := command.RealPath(out)
	if err != nil {
		return err
	}
	if command.Within(d, o) || command.Within(o, d) {
		return command.Fail("target-overlaps-out", dir, out)
	}
	if command.CheckOut(root, dir) != nil {
		return command.Fail("target-holds-site", dir, destination.Path)
	}
	return nil
}

// folderOf is a destination's folder as the file system names it.
func (p *publication) folderOf(written string) (string, error) {
	dir, err := p.named(written)
	if err == nil {
		err = checkFolder(p.folders.Root, p.folders.Out, dir)
	}
	if err == nil {
		err = p.checkApart(dir)
	}
	return dir, err
}

// named puts the folder that a path begins in before it.
func (p *publication) named(written string) (string, error) {
	dir, err := atHome(written)
	if err == nil && !filepath.IsAbs(dir) {
		dir = filepath.Join(p.folders.Root, dir)
	}
	return dir, err
}

// checkApart refuses a destination that lies among the releases of another, or the other
// way round, by whatever links or names: a run would write into what the other shows.
func (p *publication) checkApart(dir string) error {
	here, err := command.RealPath(dir)
	if err != nil {
		return err
	}
	for _, t := range p.published.Destinations {
		if t.Kind() != "folder" || t.Name == p.destination.Name {
			continue
		}
		named, err := p.named(t.Folder)
		if err != nil {
			continue // nothing can be published there, either
		}
		there, err := command.RealPath(named)
		if err != nil || here == there {
			continue // the same place twice is no fault that ends a run
		}
		if command.Within(here, there) && t.Releases || command.Within(there, here) && p.destination.Releases {
			return command.Fail("targets-nested", p.destination.Name, dir, t.Name, named, destination.Path)
		}
	}
	return nil
}
