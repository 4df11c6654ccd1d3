package main

import (
	"context"
	"fmt"

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
		fmt.Fprintf(p.out, p.say.broken, release)
	}
	fmt.Fprintf(p.out, p.say.rollback, now, earlier)
	if p.c.Bool("dry-run") {
		fmt.Fprintln(p.out, p.say.dryRun)
		return nil
	}
	if err := p.ask(ctx, p.say.askRollback); err != nil {
		return err
	}
	if err := program.Rollback(ctx, earlier); err != nil {
		return err
	}
	fmt.Fprintf(p.out, p.say.rolledBack, earlier)
	return nil
}

// printStepped tells of a release that is shown and is not one any more.
func (p *publication) printStepped(program *publish.Publisher) {
	if release := program.Stepped(); release != "" {
		fmt.Fprintf(p.out, p.say.stepped, release)
	}
}

// trust keeps the key of a server, when whoever runs the command agrees.
func (p *publication) trust(ctx context.Context) error {
	if p.target.Kind() != "sftp" {
		return tell("--trust hanya untuk tujuan sftp", "--trust is for sftp targets only")
	}
	server, err := p.sftp()
	if err != nil {
		return err
	}
	fingerprint, line, known, err := server.HostKey(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, p.say.fingerprint, server.Address(), fingerprint)
	if known {
		fmt.Fprintln(p.out, p.say.alreadyTrusted)
		return nil
	}
	if p.c.Bool("dry-run") {
		fmt.Fprintln(p.out, p.say.dryRun)
		return nil
	}
	if err := p.ask(ctx, p.say.askTrust); err != nil {
		return err
	}
	file, err := server.Trust(line)
	if err == nil {
		fmt.Fprintf(p.out, p.say.trusted, file, p.target.Name)
	}
	return err
}
