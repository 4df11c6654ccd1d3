package main

import (
	"context"

	"blandongan/internal/publish"
)

// rollback shows the earlier release, when whoever runs the command agrees.
func (p *publication) rollback(ctx context.Context) error {
	program := publish.New(p.store, nil, publish.Config{})
	now, earlier, broken, err := program.Earlier(ctx)
	if err != nil {
		return err
	}
	p.printStepped(program)
	for _, release := range broken {
		p.print("release-broken", release)
	}
	p.print("rollback", now, earlier)
	if p.c.Bool("dry-run") {
		p.print("dry-run")
		return nil
	}
	if err := p.ask(ctx, p.say.Word("ask-rollback")); err != nil {
		return err
	}
	if err := program.Rollback(ctx, earlier); err != nil {
		return err
	}
	p.print("rolled-back", earlier)
	return nil
}

// printStepped tells of a release that is shown and is not one any more.
func (p *publication) printStepped(program *publish.Publisher) {
	if release := program.Stepped(); release != "" {
		p.print("release-stepped", release)
	}
}

// trust keeps the key of a server, when whoever runs the command agrees.
func (p *publication) trust(ctx context.Context) error {
	if p.target.Kind() != "sftp" {
		return fail("trust-sftp-only")
	}
	server, err := p.sftp()
	if err != nil {
		return err
	}
	fingerprint, line, known, err := server.HostKey(ctx)
	if err != nil {
		return err
	}
	p.print("key-of", server.Address(), fingerprint)
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
		p.print("key-kept", file, p.target.Name)
	}
	return err
}
