package address

import "testing"

func TestIsPrivate(t *testing.T) {
	for _, host := range []string{
		"localhost", "localhost:1313", "situs.localhost", "127.0.0.1:8080", "127.8.9.1", "[::1]:80", "[fd00::1]",
		"[fe80::1]", "0.0.0.0:8000", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.1.1",
		"pc-humas.local", "server-kantor", "server-kantor:8080", "server1", "nas.lan", "127.1:8080", "0x7f.0.0.1",
		"0177.0.0.1", "2130706433", "0x7f000001", "10.1", "192.168.257", "100.64.1.1", "100.127.255.255:80",
		"[::ffff:127.0.0.1]", "0", "0:8080", "app.internal", "kota.test",
	} {
		if !IsPrivate(host) {
			t.Errorf("%s is for all", host)
		}
	}
	for _, host := range []string{
		"", "contoh.example", "172.15.0.1", "172.32.0.1", "192.169.0.1", "11.0.0.1", "8.8.8.8:53", "[2001:db8::1]",
		"local.id", "100.63.0.1", "100.128.0.1", "8.8", "0x8.8.8.8", "127.1.id", "1.2.3.4.5", "256.0.0.1.id",
		"127.contoh.example", "0x7f.id", "localhost.go.id", "x.netlify.app", "999.1.1.1",
	} {
		if IsPrivate(host) {
			t.Errorf("%s is private", host)
		}
	}
}
