package publishing

import (
	"context"
	"fmt"
	"io"

	"blandongan/internal/command"
	"blandongan/internal/publish"
)

// agree asks whoever runs the command, as far as flags did not answer.
func (p *publication) agree(ctx context.Context, plan *publish.Plan, consent *publish.Consent) error {
	if n := len(plan.Foreign()); n > 0 && !consent.Foreign {
		if err := p.insist(ctx, p.say.Word("ask-foreign", n), "--overwrite"); err != nil {
			return err
		}
		consent.Foreign = true
	}
	if n, _ := plan.Count(publish.Remove); plan.RemovesMuch() && !consent.Removals {
		if err := p.insist(ctx, p.say.Word("ask-removals", n), "--remove-many"); err != nil {
			return err
		}
		consent.Removals = true
	}
	if p.c.Bool("yes") {
		return nil
	}
	return p.ask(ctx, p.say.Word("ask-publish"))
}

// insist asks what --yes does not answer.
func (p *publication) insist(ctx context.Context, question, flag string) error {
	if !p.asks() || p.c.Bool("yes") {
		return command.Fail("ask-flag", question, flag)
	}
	return p.ask(ctx, question+" "+p.say.Word("ask-go-on"))
}

// ask wants a yes.
func (p *publication) ask(ctx context.Context, question string) error {
	if p.c.Bool("yes") {
		return nil
	}
	if !p.asks() {
		return nobodyToAsk()
	}
	fmt.Fprintf(p.out, "%s %s ", question, p.say.Word("yes-no"))
	answer, err := p.line(ctx)
	if err != nil {
		fmt.Fprintln(p.out)
	}
	if err == io.EOF {
		return nobodyToAsk()
	}
	if err != nil {
		return err
	}
	if !command.IsYes(answer) {
		return command.Fail("not-agreed")
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

func nobodyToAsk() error {
	return command.Fail("nobody-to-ask")
}

// asks says whether somebody sits before a terminal.
func (p *publication) asks() bool { return command.IsTerminal(p.c.Root().Reader) }
