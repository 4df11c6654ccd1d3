package build

import (
	"blandongan/internal/site/value"
)

// IsBaseURL says whether Config.BaseURL may be set to an address: the rule is
// that of the site's own base_url.
func IsBaseURL(address string) bool { return new(value.BaseURL).ReadLiteral(address) == nil }
