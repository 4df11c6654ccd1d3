package address

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
)

// PlainHost returns a host in small letters, without a user's name, www. and the usual
// port: the same for all ways to write it.
func PlainHost(scheme, host string) string {
	host = host[strings.LastIndexByte(host, '@')+1:]
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	usual := ":443"
	if strings.EqualFold(scheme, "http") {
		usual = ":80"
	}
	return strings.TrimSuffix(strings.TrimSuffix(host, usual), ".")
}

// SplitWeb parts a web address into its scheme, its host and the rest; ok is false
// for what is none.
func SplitWeb(address string) (scheme, host, rest string, ok bool) {
	scheme, after, ok := strings.Cut(address, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
		return "", "", "", false
	}
	end := strings.IndexAny(after, "/?#")
	if end < 0 {
		end = len(after)
	}
	return scheme, after[:end], after[end:], true
}

// hostname is a host without its port, and without the brackets of IPv6.
func hostname(host string) string { return (&url.URL{Host: host}).Hostname() }

// IsPrivate says of a host, with or without its port, that only the machine or the
// network of whoever writes its name knows it.
func IsPrivate(host string) bool {
	name := hostname(host)
	if a, ok := numbered(name); ok {
		return a.IsLoopback() || a.IsPrivate() || a.IsUnspecified() || a.IsLinkLocalUnicast() || carriers.Contains(a)
	}
	dot := strings.LastIndexByte(name, '.')
	switch name[dot+1:] {
	case "localhost", "local", "localdomain", "lan", "internal", "test":
		return true
	}
	return dot < 0 && name != "" // no public host is a single word
}

// carriers is what providers and private networks of offices share (RFC 6598).
var carriers = netip.MustParsePrefix("100.64.0.0/10")

// numbered reads the number of a machine as browsers do: its parts may be octal or
// hexadecimal, and the last of fewer than four fills what is left.
func numbered(name string) (netip.Addr, bool) {
	if strings.Contains(name, ":") {
		a, err := netip.ParseAddr(name)
		return a.Unmap(), err == nil
	}
	if name == "" || name[0] < '0' || name[0] > '9' {
		return netip.Addr{}, false
	}
	parts := strings.Split(name, ".")
	var number uint64
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 0, 32)
		room := 1
		if i == len(parts)-1 {
			room = 5 - len(parts)
		}
		if err != nil || len(parts) > 4 || n >= 1<<(8*room) {
			return netip.Addr{}, false
		}
		number = number<<(8*room) | n
	}
	return netip.AddrFrom4([4]byte{byte(number >> 24), byte(number >> 16), byte(number >> 8), byte(number)}), true
}

// IsLoopback says of a private address that only the machine itself knows it.
func IsLoopback(address string) bool {
	scheme, host, _, _ := SplitWeb(address)
	name := hostname(PlainHost(scheme, host))
	if a, ok := numbered(name); ok {
		return a.IsLoopback() || a.IsUnspecified()
	}
	return name == "localhost" || strings.HasSuffix(name, ".localhost")
}
