package command

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// program tells this program from all others, and from itself before it was changed: by the
// commit that it was built from, where nothing else went into it. Where something did, by the size
// and time of its file; where it knows of no commit, as those that go run makes, by the bytes of
// that file, which are the same wherever the same is built. It is "" when none can be told: then no
// build remembers another.
func program() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	said := map[string]string{}
	for _, s := range info.Settings {
		said[s.Key] = s.Value
	}
	name := fmt.Sprintf("%s %s/%s", info.GoVersion, said["GOOS"], said["GOARCH"])
	if said["vcs.revision"] != "" && said["vcs.modified"] == "false" {
		return fmt.Sprintf("%s %s", said["vcs.revision"], name)
	}
	file, err := os.Executable()
	if err != nil {
		return ""
	}
	if said["vcs.revision"] == "" {
		digest, err := digestOf(file)
		if err != nil {
			return ""
		}
		return fmt.Sprintf("%x %s", digest, name)
	}
	own, err := os.Stat(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d %s", info.Main.Version, own.Size(), own.ModTime().UnixNano(), name)
}

// digestOf is the digest of a file's bytes.
func digestOf(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return h.Sum(nil), err
}
