package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"blandongan/internal/publish"
)

// agree asks whoever runs the command, as far as flags did not answer.
func (p *publication) agree(ctx context.Context, plan *publish.Plan, consent *publish.Consent) error {
	if n := len(plan.Foreign()); n > 0 && !consent.Foreign {
		if err := p.insist(ctx, fmt.Sprintf(p.say.askForeign, n), "--overwrite"); err != nil {
			return err
		}
		consent.Foreign = true
	}
	if n, _ := plan.Count(publish.Remove); plan.RemovesMuch() && !consent.Removals {
		if err := p.insist(ctx, fmt.Sprintf(p.say.askRemovals, n), "--remove-many"); err != nil {
			return err
		}
		consent.Removals = true
	}
	if p.c.Bool("yes") {
		return nil
	}
	return p.ask(ctx, p.say.askGo)
}

// insist asks what --yes does not answer.
func (p *publication) insist(ctx context.Context, question, flag string) error {
	if !p.asks() || p.c.Bool("yes") {
		return tell("%[1]s Jika memang disengaja, tambahkan %[2]s", "%[1]s If that is meant, add %[2]s", question, flag)
	}
	return p.ask(ctx, question+" "+p.say.goOn)
}

// ask wants a yes.
func (p *publication) ask(ctx context.Context, question string) error {
	if p.c.Bool("yes") {
		return nil
	}
	if !p.asks() {
		return nobody()
	}
	fmt.Fprintf(p.out, "%s %s ", question, p.say.yesNo)
	answer, err := p.line(ctx)
	if err != nil {
		fmt.Fprintln(p.out)
	}
	if err == io.EOF {
		return nobody()
	}
	if err != nil {
		return err
	}
	if !slices.Contains([]string{"y", "ya", "yes"}, strings.ToLower(strings.TrimSpace(answer))) {
		return tell("tidak ada yang diubah", "nothing was changed")
	}
	return nil
}

// line reads what is typed, until the context ends: then the reading goes on for
// nobody.
func (p *publication) line(ctx context.Context) (string, error) {
	type typed struct {
		text string
		err  error
	}
	answer := make(chan typed, 1)
	go func() {
		text, err := p.in.ReadString('\n')
		if text != "" {
			err = nil
		}
		answer <- typed{text, err}
	}()
	select {
	case a := <-answer:
		return a.text, a.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

func nobody() error {
	return tell("perintah ini perlu jawaban, tetapi tidak dijalankan di terminal; tambahkan --yes", "there is nobody to ask here; add --yes")
}

// asks says whether somebody sits before a terminal.
func (p *publication) asks() bool { return isTerminal(p.c.Root().Reader) }
