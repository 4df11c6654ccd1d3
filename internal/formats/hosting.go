package formats

import "blandongan/internal/host"

// Headers is the file _headers of some hosts.
func Headers(s host.Site) any { return Plain(s.HeadersFile()) }

// Redirects is the file _redirects of some hosts.
func Redirects(s host.Site) any { return Plain(s.RedirectsFile()) }
