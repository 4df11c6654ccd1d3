package command

import (
	"fmt"
	"os"
	"runtime/debug"
)

// program tells this program from all others, and from itself before it was changed: by the
// commit that it was built from, where nothing else went into it, else by the size and time of its
// file. It is "" when neither can be told: then no build remembers another.
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
	own, err := os.Stat(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d %s", info.Main.Version, own.Size(), own.ModTime().UnixNano(), name)
}
