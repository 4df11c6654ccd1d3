package lab

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

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

func readJSON(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}
