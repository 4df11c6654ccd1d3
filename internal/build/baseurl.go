package build

import "blandongan/internal/site"

// IsBaseURL says whether Config.BaseURL may be set to an address: the rule is
// that of the site's own base_url.
func IsBaseURL(address string) bool { return new(site.BaseURL).ReadLiteral(address) == nil }
