package templates_test

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestValidHTML asks two judges about every page: html-validate, and the
// validator of the W3C with its warnings. The latter judges stylesheets and SVG
// too.
func TestValidHTML(t *testing.T) {
	patiently(t)
	dir := need(tools)(t)
	htmlvalidate := []string{need(node)(t), filepath.Join(dir, "html-validate", "bin", "html-validate.mjs"),
		"--config", "../.ci/htmlvalidate.mjs", "--formatter", "text", "--max-warnings", "0"}
	vnu := []string{need(java)(t), "-Xss8m", "-jar", filepath.Join(dir, "vnu-jar", "build", "dist", "vnu.jar"),
		"--stdout", "--format", "gnu", "--no-langdetect", "--also-check-css", "--also-check-svg", "--skip-non-html"}
	for name, judge := range map[string][]string{"html-validate": htmlvalidate, "vnu": vnu} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			command := judge
			for _, f := range faces(t) {
				command = append(command[:len(command):len(command)], f.dir)
			}
			for _, fault := range judged(t, command) {
				t.Error(strings.ReplaceAll(fault, need(scratch)(t), ""))
			}
			if bad := badPage(t); len(judged(t, append(judge[:len(judge):len(judge)], bad))) == 0 {
				t.Errorf("%s finds nothing in %s", name, bad)
			}
		})
	}
}

// judged runs a judge and returns what it says, a fault a line; one said of
// several pages is told once for each.
func judged(t *testing.T, command []string) []string {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	text := strings.TrimSpace(string(out))
	if err != nil && text == "" || errs.Len() > 0 && !regexp.MustCompile(`^\(node:|^Picked up`).Match(errs.Bytes()) {
		t.Fatalf("%s: %v\n%s", command[0], err, &errs)
	}
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// badPage is a folder in which, a folder further down, lies a page with a fault that nobody overlooks.
func badPage(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "below", "index.html"),
		"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Bad</title></head>"+
			"<body><h1>A</h1><img src=\"a.png\"><p></div></body></html>\n")
	return dir
}
