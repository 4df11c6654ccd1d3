package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/author"
	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/lang"
	"blandongan/internal/schema"
)

func schemaCommand(say *lang.Writer, code *int) *cli.Command {
	return &cli.Command{
		Name:         "schema",
		Usage:        say.Word("command-schema"),
		UsageText:    say.Word("usage-schema"),
		OnUsageError: command.Silent,
		Action: func(ctx context.Context, c *cli.Command) (err error) {
			*code, err = runSchema(ctx, c)
			return err
		},
	}
}

func runSchema(ctx context.Context, c *cli.Command) (int, error) {
	if c.Args().Len() > 1 {
		return command.Failed, command.Fail("schema-extra", c.Args().Get(1))
	}
	p, err := command.Open(ctx, c, command.Unused)
	if err != nil {
		return command.Failed, err
	}
	defer p.Close()
	folder, err := schemaFolder(p.Root, c.Args().First())
	if err != nil {
		return command.Failed, err
	}
	now, err := command.Clock(time.Now())
	if err != nil {
		return command.Failed, err
	}
	known := p.Builder.Examine(now)
	w := schemaWriter{
		root: p.Root, content: p.Content, out: &command.Output{To: c.Root().Writer}, code: command.Fine,
		say: lang.Command.For(lang.Of(cmp.Or(c.String("lang"), known.Language))),
	}
	if err := w.write(known, folder); err != nil {
		return command.Failed, command.InLanguage(err, w.say.Language)
	}
	return w.code, w.out.Err
}

// schemaFolder is the folder for schemas, from the site's root: what stands in the settings must lead
// there on every machine. Where the site itself lies a schema would be a stray file of it.
func schemaFolder(root, given string) (string, error) {
	if given == "" {
		return schema.Folder, nil
	}
	var real [2]string // links lead to the same folders
	for i, name := range []string{given, root} {
		at, err := command.RealPath(name)
		if err != nil {
			return "", err
		}
		real[i] = at
	}
	folder, err := filepath.Rel(real[1], real[0])
	if err != nil || !filepath.IsLocal(folder) {
		return "", command.Fail("author-outside", given)
	}
	folder = filepath.ToSlash(folder)
	// On some systems Data and data are one.
	first, _, _ := strings.Cut(strings.ToLower(folder), "/")
	if slices.Contains(append(build.Inputs(), "public"), first) {
		return "", command.Fail("schema-among-site", given, schema.Folder)
	}
	return folder, nil
}

// schemaWriter writes what is ours, and says so.
type schemaWriter struct {
	root    string
	content fs.FS // what lies in root
	out     *command.Output
	say     *lang.Writer
	code    int
	changed bool
}

func (w *schemaWriter) write(known *build.Known, folder string) error {
	m := schema.New(known.Site)
	looked := map[string]bool{}
	for e := range known.Entries() {
		file := e.Place.File
		// What cannot be read, a build tells.
		if text, err := fs.ReadFile(w.content, file); err == nil && !looked[file] {
			m.Look(file, text)
		}
		looked[file] = true
	}
	forms, left := m.Pages()
	files := append(m.Schemas(folder), schema.File{Path: schema.PagesFile, Text: forms},
		schema.File{Path: schema.DecapFile, Text: m.Decap()})
	for _, f := range files {
		if err := w.put(f.Path, "schema-kept", f.Renewed); err != nil {
			return err
		}
	}
	plain := true
	err := w.put(schema.Settings, "schema-settings", func(was []byte) []byte {
		is, err := schema.WithSchemas(was, folder)
		plain = err == nil
		return is
	})
	if !plain {
		fmt.Fprintf(w.out, "%s", schema.NewSettings(folder))
	}
	if len(left) > 0 {
		fmt.Fprintln(w.out, w.say.Word("schema-left"))
	}
	for _, keys := range left {
		fmt.Fprintln(w.out, "  "+keys)
	}
	if !w.changed && w.code == command.Fine && err == nil {
		fmt.Fprintln(w.out, w.say.Word("schema-same"))
	}
	return err
}

// put gives a file what becomes of it; kept is the sentence of one that stays although it should be another.
func (w *schemaWriter) put(file, kept string, becomes func(was []byte) []byte) error {
	did, err := author.Put(w.root, file, becomes)
	switch {
	case err != nil || did == author.Same:
		return err
	case did == author.Kept:
		w.code = command.Problems
		fmt.Fprintln(w.out, w.say.Word(kept, file))
	default:
		w.changed = true
		fmt.Fprintln(w.out, w.say.Word("schema-written", file))
	}
	return nil
}
