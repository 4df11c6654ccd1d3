package lab

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Node returns the program that runs the packages of ci, the path of the repository's .ci: the one that .ci/run puts
// there, or this machine's. It is an error when there is none, or one older than Lighthouse 13 runs on.
func Node(ci string) (string, error) {
	const oldest, install = 22, ".ci/run brings one into .ci/bin"
	file, err := filepath.Abs(filepath.Join(ci, "bin", "node"))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(file); err != nil {
		if file, err = exec.LookPath("node"); err != nil {
			return "", fmt.Errorf("there is no Node; %s", install)
		}
	}
	out, err := exec.Command(file, "--version").Output()
	version := strings.TrimSpace(string(out))
	var major int
	if _, bad := fmt.Sscanf(version, "v%d.", &major); err != nil || bad != nil || major < oldest {
		return "", fmt.Errorf("%s is Node %s, the judges of pages want %d or newer; %s",
			file, version, oldest, install)
	}
	return file, nil
}

// Packages returns the folder of the Node packages that package.json pins in ci, the
// path of the repository's .ci. It is an error when one lacks or is another version.
func Packages(ci string) (string, error) {
	const install = "in the repository's folder: npm ci --prefix .ci"
	var wanted struct{ DevDependencies map[string]string }
	if err := readJSON(filepath.Join(ci, "package.json"), &wanted); err != nil {
		return "", err
	}
	dir, err := filepath.Abs(filepath.Join(ci, "node_modules"))
	if err != nil {
		return "", err
	}
	for name, version := range wanted.DevDependencies {
		var have struct{ Version string }
		if err := readJSON(filepath.Join(dir, name, "package.json"), &have); err != nil {
			return "", fmt.Errorf("there is no %s; %s", name, install)
		}
		if have.Version != version {
			return "", fmt.Errorf("%s is %s, not %s; %s", name, have.Version, version, install)
		}
	}
	return dir, nil
}

// Script runs a Node script with the path of the Packages of ci as its first argument and input on standard input, and
// returns what it prints. It fails the test when the script fails; what lacks it says as Lack does.
func Script(t testing.TB, ci, script, input string, args ...string) string {
	t.Helper()
	node, err := Node(ci)
	if err != nil {
		Lack(t, "%v", err)
	}
	modules, err := Packages(ci)
	if err != nil {
		Lack(t, "%v", err)
	}
	cmd := exec.Command(node, append([]string{script, modules}, args...)...)
	var faults strings.Builder
	cmd.Stdin, cmd.Stderr = strings.NewReader(input), &faults
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", script, err, out, faults.String())
	}
	return string(out)
}

func readJSON(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}
