package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"blandongan/internal/diag"
)

// sheet returns the style sheet that goes out, for the built-in assets given and the site's own over them.
func sheet(t *testing.T, builtin, own map[string]string) (string, *Theme, diag.List) {
	t.Helper()
	at := func(files map[string]string, folder string) (fstest.MapFS, []string) {
		all, names := fstest.MapFS{}, []string{}
		for name, text := range files {
			all[folder+name] = &fstest.MapFile{Data: []byte(text)}
			names = append(names, folder+name)
		}
		return all, names
	}
	ours, _ := at(builtin, "assets/")
	ours["base.html"] = &fstest.MapFile{Data: []byte(`{{asset "style.css"}}{{slot "head"}}{{slot "main"}}`)}
	theirs, names := at(own, "templates/assets/")
	files, problems := Read(ours, theirs, names)
	theme, more := Parse(files)
	return string(theme.assets["style.css"].Data), theme, append(problems, more...)
}

func TestStyleHoldsTheTokens(t *testing.T) {
	const tokens = ":root { --ink: #000 }\n"
	for name, c := range map[string]struct{ style, own, want string }{
		"at its place": {"@layer a;\n@import \"tokens.css\";\np { color: var(--ink) }", "",
			"@layer a;\n:root { --ink: #000 }\np { color: var(--ink) }"},
		"the site's own": {"@import 'tokens.css' ;p {}", ":root { --ink: red }", ":root { --ink: red }p {}"},
		"once": {"@import \"tokens.css\";@import \"tokens.css\";", "",
			":root { --ink: #000 }@import \"tokens.css\";"},
		"not in a comment": {"/* @import \"tokens.css\"; */p {}", "", "/* @import \"tokens.css\"; */p {}"},
		"after a comment": {"/* @import\n*/@import \"tokens.css\";p {}", "",
			"/* @import\n*/:root { --ink: #000 }p {}"},
		"not in an open one":    {"p {} /* @import \"tokens.css\";", "", "p {} /* @import \"tokens.css\";"},
		"whatever it holds":     {"@import \"tokens.css\";", "/* $0 ${1} \\1 */", "/* $0 ${1} \\1 */"},
		"without its mark":      {"p {}@import \"tokens.css\";", "\ufeff:root {}", "p {}:root {}"},
		"none is asked for":     {"p {}", ":root { --ink: red }", "p {}"},
		"another file is asked": {"@import \"others.css\";", "", "@import \"others.css\";"},
	} {
		own := map[string]string{}
		if c.own != "" {
			own["tokens.css"] = c.own
		}
		got, theme, problems := sheet(t, map[string]string{"style.css": c.style, "tokens.css": tokens}, own)
		if got != c.want || len(problems) > 0 {
			t.Errorf("%s: %q, not %q; problems %v", name, got, c.want, problems)
		}
		if n := len(theme.Assets()); n != 1 {
			t.Errorf("%s: %d assets go out", name, n)
		}
	}
}

// The name of the file that goes out changes with the tokens: hosts keep it for ever.
func TestStyleIsNamedAfterTheTokensToo(t *testing.T) {
	builtin := map[string]string{"style.css": "@import \"tokens.css\";", "tokens.css": "a {}"}
	_, before, _ := sheet(t, builtin, nil)
	_, after, _ := sheet(t, builtin, map[string]string{"tokens.css": "b {}"})
	if x, y := before.Assets()[0].Path, after.Assets()[0].Path; x == y || !strings.HasPrefix(y, "aset/style.") {
		t.Errorf("%s, then %s", x, y)
	}
}

func TestTokensMissing(t *testing.T) {
	_, _, problems := sheet(t, map[string]string{"style.css": "/* x */\n  @import \"tokens.css\";"}, nil)
	want := diag.Place{File: "templates/assets/style.css", Line: 2, Col: 3}
	if len(problems) != 1 || problems[0].Code != "template-asset" || problems[0].Place != want {
		t.Errorf("problems %v", problems)
	}
}
