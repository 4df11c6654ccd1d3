package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// The part of CycloneDX 1.6 that we write.
type (
	bill struct {
		Schema       string       `json:"$schema"`
		Format       string       `json:"bomFormat"`
		Spec         string       `json:"specVersion"`
		Serial       string       `json:"serialNumber"`
		Version      int          `json:"version"`
		Metadata     metadata     `json:"metadata"`
		Components   []component  `json:"components"`
		Dependencies []dependency `json:"dependencies"`
	}
	metadata struct {
		Timestamp string    `json:"timestamp"`
		Component component `json:"component"`
	}
	component struct {
		Type       string           `json:"type"`
		Ref        string           `json:"bom-ref"`
		Name       string           `json:"name"`
		Version    string           `json:"version"`
		Hashes     []hash           `json:"hashes,omitempty"`
		Licences   []licenceOf      `json:"licenses,omitempty"`
		URL        string           `json:"purl"`
		Properties []map[string]any `json:"properties,omitempty"`
	}
	hash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
	licenceOf struct {
		Expression string `json:"expression"`
	}
	dependency struct {
		Ref       string   `json:"ref"`
		DependsOn []string `json:"dependsOn"`
	}
)

// purl is the address of a module, as https://github.com/package-url writes them.
func purl(path, version string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return "pkg:golang/" + strings.Join(parts, "/") + "@" + url.PathEscape(version)
}

// billOf is the bill of materials of a program. Its serial number is made of the program's sum: the same program has
// the same one.
func (b *built) billOf(system string, binary []byte) ([]byte, error) {
	sum := sha256.Sum256(binary)
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80 // a UUID that its maker chose
	at := purl("blandongan", b.version)
	list := bill{
		Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", Format: "CycloneDX", Spec: "1.6", Version: 1,
		Serial: fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:16]),
		Metadata: metadata{b.time.UTC().Format(time.RFC3339), component{
			Type: "application", Ref: at, Name: "blandongan", Version: b.version, URL: at,
			Hashes: []hash{{"SHA-256", fmt.Sprintf("%x", sha256.Sum256(binary))}}, Licences: []licenceOf{{"MIT"}},
			Properties: []map[string]any{
				{"name": "system", "value": strings.Replace(system, "_", "/", 1)},
				{"name": "commit", "value": b.revision},
			},
		}},
	}
	needs := dependency{Ref: at}
	for _, m := range b.modules {
		c := component{Type: "library", Ref: purl(m.path, m.version), Name: m.path, Version: m.version,
			URL: purl(m.path, m.version), Licences: []licenceOf{{strings.Join(m.kinds(), " AND ")}}}
		if m.sum != "" { // the sum of the sums of a module's files: golang.org/x/mod/sumdb/dirhash
			raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.sum, "h1:"))
			if err != nil {
				return nil, err
			}
			c.Hashes = []hash{{"SHA-256", fmt.Sprintf("%x", raw)}}
		}
		list.Components = append(list.Components, c)
		needs.DependsOn = append(needs.DependsOn, c.Ref)
	}
	list.Dependencies = []dependency{needs}
	text, err := json.MarshalIndent(list, "", "  ")
	return append(text, '\n'), err
}
