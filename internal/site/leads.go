package site

import (
	"path"
	"strings"

	"blandongan/internal/files"
)

// MayLead says whether a symbolic link in one of the site's folders may lead to a
// path inside the site: readers then get what lies there. What is copied as it is
// comes from what could be copied itself, in the same folder: never a draft, a
// record, or a file that is kept out of the site. An article or a record may lie
// elsewhere: it shows its form before anything of it is shown.
func MayLead(link, target string) bool {
	if target == PublishFile || files.Kept(target) {
		return false
	}
	switch role := RoleOf(link); {
	case role == Written || role == Drawn:
		return true
	case IsCopied(role):
		return IsCopied(RoleOf(target))
	}
	top, _, _ := strings.Cut(link, "/")
	return strings.HasPrefix(target, top+"/")
}

// IsCopied says whether files of a role reach readers as they are.
func IsCopied(r Role) bool { return r == Verbatim || r == Attached }

// IsPublishFile says whether a name is that of the file which says where the site is
// published, with which user and key.
func IsPublishFile(base string) bool {
	return strings.EqualFold(strings.TrimSuffix(base, path.Ext(base)), strings.TrimSuffix(path.Base(PublishFile), ".yaml")) &&
		files.IsYAML(base)
}
