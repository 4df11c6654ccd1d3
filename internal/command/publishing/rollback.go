package publishing

import (
	"context"

	"blandongan/internal/command"
	"blandongan/internal/publish"
)

// rollback shows the earlier release, when whoever runs the command agrees.
func (p *publication) rollback(ctx context.Context) error {
	program := publish.New(p.store, nil, publish.Config{})
	now, err := program.Releases(ctx)
	if err != nil {
		return err
	}
	if now.Unreadable {
		p.printUnreadable(now.Shown)
	}
	for _, release := range now.Broken {
		p.print("release-broken", release)
	}
	p.print("rollback", now.Shown, now.Earlier)
	if p.c.Bool("dry-run") {
		p.print("dry-run")
		return nil
	}
	if err := p.ask(ctx, p.say.Word("ask-rollback")); err != nil {
		return err
	}
	if err := program.Rollback(ctx, now.Earlier); err != nil {
		return err
	}
	p.print("rolled-back", now.Earlier)
	return nil
}

// printUnreadable warns of a release that is shown and is not one any more, if any.
func (p *publication) printUnreadable(release string) {
	if release != "" {
		p.print("release-stepped", release)
	}
}

// trust keeps the key of a server, when whoever runs the command agrees.
func (p *publication) trust(ctx context.Context) error {
	if p.destination.Kind() != "sftp" {
		return command.Fail("trust-sftp-only")
	}
	server, err := p.sftp()
	if err != nil {
		return err
	}
	fingerprint, line, known, err := server.HostKey(ctx)
	if err != nil {
		return err
	}
	p.print("key-of", server.HostPort(), fingerprint)
	if known {
		p.print("key-trusted")
		return nil
	}
	if p.c.Bool("dry-run") {
		p.print("dry-run")
		return nil
	}
	if err := p.ask(ctx, p.say.Word("ask-trust")); err != nil {
		return err
	}
	file, err := server.Trust(line)
	if err == nil {
		p.print("key-kept", file, p.destination.Name)
	}
	return err
}
