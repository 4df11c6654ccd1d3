package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"blandongan/internal/publish"
)

// agree asks whoever runs the command, as far as flags did not answer.
func (p *publication) agree(plan *publish.Plan, consent *publish.Consent) error {
	if n := len(plan.Foreign()); n > 0 && !consent.Foreign {
		if err := p.insist(fmt.Sprintf(p.say.askForeign, n), "--overwrite"); err != nil {
			return err
		}
		consent.Foreign = true
	}
	if n, _ := plan.Count(publish.Remove); plan.RemovesMuch() && !consent.Removals {
		if err := p.insist(fmt.Sprintf(p.say.askRemovals, n), "--remove-many"); err != nil {
			return err
		}
		consent.Removals = true
	}
	if p.c.Bool("yes") {
		return nil
	}
	return p.ask(p.say.askGo)
}

// insist asks what --yes does not answer.
func (p *publication) insist(question, flag string) error {
	if !p.asks() || p.c.Bool("yes") {
		return tell("%[1]s Kalau memang maksudnya, tambahkan %[2]s", "%[1]s If that is meant, add %[2]s", question, flag)
	}
	return p.ask(question + " " + p.say.goOn)
}

// ask wants a yes.
func (p *publication) ask(question string) error {
	if !p.asks() && !p.c.Bool("yes") {
		return nobody()
	}
	if p.c.Bool("yes") {
		return nil
	}
	fmt.Fprintf(p.out, "%s %s ", question, p.say.yesNo)
	answer, err := p.in.ReadString('\n')
	if err == io.EOF && answer == "" {
		fmt.Fprintln(p.out)
		return nobody()
	}
	if err != nil && err != io.EOF {
		return err
	}
	if !slices.Contains([]string{"y", "ya", "yes"}, strings.ToLower(strings.TrimSpace(answer))) {
		return tell("tidak ada yang diubah", "nothing was changed")
	}
	return nil
}

func nobody() error {
	return tell("tidak ada yang dapat ditanya di sini; tambahkan --yes", "there is nobody to ask here; add --yes")
}

// asks says whether somebody sits before a terminal.
func (p *publication) asks() bool { return isTerminal(p.c.Root().Reader) }
