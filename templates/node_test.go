package templates_test

import (
	"os/exec"
	"sync"

	"blandongan/internal/lab"
)

// tools is the folder of the Node packages that .ci/package.json pins.
var tools = sync.OnceValues(func() (string, error) {
	dir, err := lab.Packages("../.ci")
	if err != nil {
		return "", lack(err.Error())
	}
	return dir, nil
})

// node and java run the tools.
var (
	node = sync.OnceValues(func() (string, error) {
		file, err := lab.Node("../.ci")
		if err != nil {
			return "", lack(err.Error())
		}
		return file, nil
	})
	java = sync.OnceValues(func() (string, error) { return program("java", "default-jre-headless") })
)

func program(name, packages string) (string, error) {
	file, err := exec.LookPath(name)
	if err != nil {
		return "", lack("there is no " + name + "; on Debian: apt-get install " + packages)
	}
	return file, nil
}
