package host_test

import (
	"strings"
	"testing"

	"blandongan/internal/host"
)

func TestOriginOf(t *testing.T) {
	for _, server := range host.Servers {
		for path, text := range config(t, server, host.Site{Prefix: "/", Assets: "aset/"}, plain) {
			above, mark, _ := strings.Cut(strings.TrimSuffix(text, "\n"), "# blandongan publish --write-config")
			for name, c := range map[string]struct {
				text string
				want host.Origin
			}{
				"as it was":       {text, host.Ours},
				"as on Windows":   {strings.ReplaceAll(text, "\n", "\r\n"), host.Ours},
				"a line below":    {text + "# milik kami\n", host.Edited},
				"a line above":    {"# milik kami\n" + text, host.Edited},
				"a word":          {strings.Replace(text, "# ", "#", 1), host.Edited},
				"a word of mark":  {strings.Replace(text, "rewritten", "written", 1), host.Edited},
				"a digit of mark": {strings.Replace(text, "sha256 "+mark[9:10], "sha256 x", 1), host.Edited},
				"cut off":         {strings.TrimSuffix(text, "\n"), host.Edited},
				"twice":           {text + text, host.Edited},
				"without mark":    {above, host.Foreign},
				"empty":           {"", host.Foreign},
				"by hand":         {"# blandongan publish utama --yes\n", host.Foreign},
			} {
				if got := host.OriginOf([]byte(c.text)); got != c.want {
					t.Errorf("%s, %s: %d, not %d", path, name, got, c.want)
				}
			}
		}
	}
}

// TestPorts wants the port of an address where the server listens for it, and no
// http on a port of https.
func TestPorts(t *testing.T) {
	paths := map[string]string{
		"nginx": "hosting/nginx.conf", "caddy": "hosting/Caddyfile", "apache": "hosting/apache.conf",
	}
	for _, c := range []struct {
		server, port string
		secure       bool
		want, never  string
	}{
		{"nginx", "", false, "\tlisten 80;\n", "443"},
		{"nginx", "", true, "\tlisten 80;\n", "--https-port"},
		{"nginx", "8123", false, "\tlisten 8123;\n\tlisten [::]:8123;\n", "listen 80;"},
		{"nginx", "8443", true, "\tlisten 80;\n", "\tlisten 8443"},
		{"caddy", "", false, "\nhttp://kota.example {\n", "80"},
		{"caddy", "", true, "\nkota.example {\n", "443"},
		{"caddy", "8123", false, "\nhttp://kota.example:8123 {\n", ":80 "},
		{"caddy", "8443", true, "\nkota.example:8443 {\n", "http://"},
		{"apache", "", false, "<VirtualHost *:80>\n", "Listen"},
		{"apache", "8123", false, "Listen 8123\n<VirtualHost *:8123>\n", "certbot"},
		{"apache", "8443", true, "Listen 8443\n# Then write *:8443 for *:443 in what certbot made.\n" +
			"<VirtualHost *:80>\n", "<VirtualHost *:8443"},
	} {
		o := plain
		o.Port = c.port
		rules, _, _ := strings.Cut(config(t, c.server, host.Site{Secure: c.secure}, o)[paths[c.server]], "# The types")
		if !strings.Contains(rules, c.want) || strings.Contains(rules, c.never) {
			t.Errorf("%+v:\n%s", c, rules)
		}
	}
}
