package templates_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
)

// tools is the folder of the Node packages that .ci/package.json pins.
var tools = sync.OnceValues(func() (string, error) {
	const install = "; in the repository's folder: npm ci --prefix .ci"
	var wanted struct{ DevDependencies map[string]string }
	if err := readJSON("../.ci/package.json", &wanted); err != nil {
		return "", err
	}
	dir, err := filepath.Abs("../.ci/node_modules")
	if err != nil {
		return "", err
	}
	for name, version := range wanted.DevDependencies {
		var have struct{ Version string }
		if err := readJSON(filepath.Join(dir, name, "package.json"), &have); err != nil {
			return "", lack("there is no " + name + install)
		}
		if have.Version != version {
			return "", lack(name + " is " + have.Version + ", not " + version + install)
		}
	}
	return dir, nil
})

// node and java run the tools.
var (
	node = sync.OnceValues(func() (string, error) { return program("node", "nodejs npm") })
	java = sync.OnceValues(func() (string, error) { return program("java", "default-jre-headless") })
)

func program(name, packages string) (string, error) {
	file, err := exec.LookPath(name)
	if err != nil {
		return "", lack("there is no " + name + "; on Debian: apt-get install " + packages)
	}
	return file, nil
}

func readJSON(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}
