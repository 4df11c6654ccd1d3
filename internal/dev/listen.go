package dev

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
)

const (
	loopback   = "127.0.0.1"
	everywhere = "0.0.0.0"
	usualPort  = 8080
	portTries  = 20
)

// ErrNetwork says that an address was asked for that other machines reach,
// without leave.
var ErrNetwork = errors.New("other machines could reach this address")

// listen opens the address. A port that was not asked for by number may be
// another one; then taken is the one we would have liked.
func listen(addr string, network bool) (l net.Listener, taken string, err error) {
	host, port, err := address(addr, network)
	if err != nil {
		return nil, "", err
	}
	if !network && !isLoopback(host) {
		return nil, "", fmt.Errorf("%s: %w", net.JoinHostPort(host, port), ErrNetwork)
	}
	if port != "" {
		l, err = net.Listen("tcp", net.JoinHostPort(host, port))
		return l, "", err
	}
	for i := range portTries {
		at := net.JoinHostPort(host, strconv.Itoa(usualPort+i))
		if l, err = net.Listen("tcp", at); err == nil || !errors.Is(err, syscall.EADDRINUSE) {
			return l, taken, err
		}
		if taken == "" {
			taken = at
		}
	}
	return nil, "", err
}

// address splits what was given: "8090", ":8090", "localhost", "[::1]:8090". A
// host that is not named is loopback, or with leave every one.
func address(addr string, network bool) (host, port string, err error) {
	if _, err := strconv.Atoi(addr); err == nil {
		addr = ":" + addr
	}
	switch host, port, err = net.SplitHostPort(addr); {
	case addr == "":
		host, port, err = "", "", nil
	case err != nil && !strings.Contains(strings.Trim(addr, "[]"), ":"), net.ParseIP(strings.Trim(addr, "[]")) != nil:
		host, port, err = strings.Trim(addr, "[]"), "", nil
	case err != nil:
		return "", "", fmt.Errorf("%q is not an address, like 127.0.0.1:8080: %w", addr, err)
	case port == "":
		return "", "", fmt.Errorf("%q has no port", addr)
	}
	if host == "" {
		if host = loopback; network {
			host = everywhere
		}
	}
	return host, port, nil
}

// isLoopback says whether a host is this machine to itself. Names below
// localhost are that by RFC 6761, whatever a name server says.
func isLoopback(host string) bool {
	if ip := net.ParseIP(strings.Trim(host, "[]")); ip != nil {
		return ip.IsLoopback()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}
