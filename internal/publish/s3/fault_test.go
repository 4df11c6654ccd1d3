package s3

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"

	"github.com/minio/minio-go/v7"
)

// keepsSecrets fails a test when an error says in either language what is nobody's
// business, or what a terminal takes for a command, or what did not fit.
func keepsSecrets(t *testing.T, err error, secrets ...string) {
	t.Helper()
	for _, text := range []string{err.Error(), store.Sentence(err, "id"), store.Sentence(err, "en"),
		fmt.Sprintf("%v %+v %q", err, err, err)} {
		for _, secret := range append(secrets, lab.S3Key, lab.S3Secret, url.QueryEscape(lab.S3Secret),
			base64.StdEncoding.EncodeToString([]byte(lab.S3Secret)), "\x1b", "%!", "\n") {
			if strings.Contains(text, secret) {
				t.Errorf("%q is told: %s", secret, text)
			}
		}
		if len(text) > 2000 {
			t.Errorf("too long: %s", text)
		}
	}
}

func TestS3RealFaults(t *testing.T) {
	server := startS3(t, "--region", "id-jkt-1")
	config := s3Of(server, "")
	config.Region = "id-jkt-1"
	putS3(t, openedS3(t, config), "x", "x")
	for _, c := range []struct {
		code, says string
		change     func(*Config)
	}{
		{"s3-no-keys", "A_SECRET", func(c *Config) { c.SecretKey, c.KeysMissing = "", "A_SECRET" }},
		{"s3-no-keys", "OTHERS", func(c *Config) { c.AccessKey, c.KeysElse = "", "OTHERS" }},
		{"s3-wrong-keys", "AWS_SECRET_ACCESS_KEY", func(c *Config) { c.SecretKey = lab.S3Secret + "x" }},
		{"s3-wrong-keys", "AWS_ACCESS_KEY_ID", func(c *Config) { c.AccessKey = lab.S3Key + "X" }},
		{"s3-no-bucket", `"situ"`, func(c *Config) { c.Bucket = "situ" }},
		{"s3-bucket-name", `"a/b"`, func(c *Config) { c.Bucket = "a/b" }},
		{"s3-bucket-name", `""`, func(c *Config) { c.Bucket = "" }},
		{"s3-region-is", `"id-jkt-1"`, func(c *Config) { c.Region = "eu-west-1" }},
		{"s3-prefix", `"../x"`, func(c *Config) { c.Prefix = "../x" }},
		{"s3-prefix", `"a//b"`, func(c *Config) { c.Prefix = "a//b" }},
		{"s3-tls", server.Address, func(c *Config) { c.Endpoint = "https://" + server.Address }},
		{"s3-endpoint", "https://host", func(c *Config) { c.Endpoint = server.Address }},
		{"s3-endpoint", "https://host", func(c *Config) { c.Endpoint += "/situs" }},
		{"s3-endpoint", "https://host", func(c *Config) { c.Endpoint += "?x=" + lab.S3Secret }},
		{"s3-endpoint", "https://host", func(c *Config) {
			c.Endpoint = "http://" + lab.S3Key + ":" + lab.S3Key + "@" + server.Address
		}},
		{"s3-endpoint", "https://host", func(c *Config) { c.Endpoint = "s3://situs" }},
		{"s3-endpoint", "https://host", func(c *Config) { c.Endpoint = "" }},
		{"s3-endpoint", "https://host", func(c *Config) { c.Endpoint = "http://a b" }},
	} {
		changed := config
		c.change(&changed)
		_, err := Open(t.Context(), changed)
		if err == nil || publishtest.CodeOf(err) != c.code || !strings.Contains(store.Sentence(err, "id"), c.says) ||
			!strings.Contains(store.Sentence(err, "en"), c.says) {
			t.Errorf("%s: %v", c.code, err)
			continue
		}
		keepsSecrets(t, err)
	}
}

func TestS3ReadOnly(t *testing.T) {
	server := startS3(t)
	putS3(t, openPrefix(t, server, ""), "x", "x")
	server.Stop()
	server.Flags = []string{"--readonly"}
	server.Start()
	s := openPrefix(t, server, "")
	if got := getS3(t, s, "x"); got != "x" {
		t.Errorf("x holds %q", got)
	}
	_, put := s.Put(t.Context(), "y", strings.NewReader("y"), 1, store.Meta{})
	for permission, err := range map[string]error{"s3:PutObject": put, "s3:DeleteObject": s.Remove(t.Context(), "x")} {
		if publishtest.CodeOf(err) != "s3-denied" || !strings.Contains(err.Error(), permission) ||
			!strings.Contains(err.Error(), "s3://situs/") {
			t.Errorf("%s: %v", permission, err)
		}
	}
}

// said is what a server answers to everything.
type said struct {
	status  int
	headers string // "Name: value", one a line
	body    string
}

func xmlError(code, message string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>` + code + `</Code><Message>` + message +
		`</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>`
}

// sayer is a server that answers the same to everything, and for a listing
// something else if it is to let a store be opened.
func sayer(t *testing.T, s *said) *httptest.Server {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/xml")
		for line := range strings.Lines(s.headers) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			w.Header().Set(name, value)
		}
		body := strings.NewReplacer("{authorization}", r.Header.Get("Authorization"), "{token}",
			r.Header.Get("X-Amz-Security-Token")).Replace(s.body)
		w.WriteHeader(s.status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	return server
}

// callsOf are all that a store can be asked for, by their permissions.
func callsOf(ctx context.Context, s *Store) map[string]error {
	errs := map[string]error{"s3:DeleteObject": s.Remove(ctx, "a/b"),
		"listing": s.list(ctx, s.prefix, true, 1, func(minio.ObjectInfo) bool { return false })}
	_, errs["s3:PutObject"] = s.Put(ctx, "a/b", strings.NewReader("x"), 1, store.Meta{})
	_, errs["s3:ListBucket"] = s.List(ctx, "a")
	_, errs["s3:GetObject"] = s.Open(ctx, "a/b")
	_, errs["head"] = s.Look(ctx, []string{"a/b"})
	return errs
}

const (
	passes  = "passes"  // an error that may pass
	nothing = "nothing" // no error
	missing = "missing" // fs.ErrNotExist
)

func outcome(err error) string {
	switch {
	case err == nil:
		return nothing
	case store.IsFinal(err):
		return publishtest.CodeOf(err)
	case errors.Is(err, fs.ErrNotExist):
		return missing
	}
	return passes
}

// answer is what storage answers to everything, and what we make of it.
type answer struct {
	said
	all  string            // the outcome of every call
	but  map[string]string // those that differ; HEAD brings no code
	says string
}

// What storage answers: the codes are the protocol's, those of single makers are
// in their documents.
func TestS3Answers(t *testing.T) {
	t.Parallel()
	html := "<!DOCTYPE html><html><head><title>Halo</title></head></html>"
	earlier := "Date: " + time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat)
	for _, c := range []answer{
		{said{404, "", xmlError("NoSuchBucket", "The specified bucket does not exist")}, "s3-no-bucket",
			map[string]string{"head": nothing}, "situs"},
		{said{404, "", xmlError("NoSuchKey", "The specified key does not exist.")}, missing,
			map[string]string{"head": nothing, "s3:DeleteObject": nothing}, ""},
		{said{403, "", xmlError("AccessDenied", "User: budi is not authorized")}, "s3-denied", nil, "s3"},
		{said{403, "", xmlError("InvalidAccessKeyId", "The key {authorization} does not exist")}, "s3-wrong-keys",
			map[string]string{"head": "s3-denied"}, ""},
		{said{403, "", xmlError("SignatureDoesNotMatch", "Not the signature: {authorization}")}, "s3-wrong-keys",
			map[string]string{"head": "s3-denied"}, ""},
		{said{401, "", xmlError("Unauthorized", "Unauthorized")}, "s3-wrong-keys", nil, ""},
		{said{400, "", xmlError("ExpiredToken", "The provided token {token} has expired.")}, "s3-old-keys",
			map[string]string{"head": "s3-refused"}, ""},
		{said{400, "", xmlError("InvalidToken", "The provided token is malformed: {token}")}, "s3-wrong-keys",
			map[string]string{"head": "s3-refused"}, ""},
		{said{403, earlier, xmlError("RequestTimeTooSkewed", "Too large a difference")}, "s3-clock", nil, "UTC"},
		{said{403, earlier, xmlError("AccessDenied", "Access denied")}, "s3-clock", nil, "UTC"},
		{said{301, "X-Amz-Bucket-Region: ap-southeast-3",
			xmlError("PermanentRedirect", "Use the endpoint of the bucket")}, "s3-region-is", nil, "ap-southeast-3"},
		{said{400, "", "<Error><Code>AuthorizationHeaderMalformed</Code><Message>wrong region</Message>" +
			"<Region>ap-southeast-3</Region></Error>"},
			"s3-region-is", map[string]string{"head": "s3-refused"}, ""},
		{said{400, "", xmlError("AuthorizationHeaderMalformed", "the header is malformed: {authorization}")},
			"s3-region", map[string]string{"head": "s3-refused"}, ""},
		{said{301, "Location: https://s3.example.org/x\nContent-Type: text/html", ""}, "s3-moved", nil,
			"https://s3.example.org"},
		{said{403, "", xmlError("QuotaExceeded", "")}, "full", map[string]string{"head": "s3-denied"}, ""},
		{said{507, "", xmlError("XMinioStorageFull", "Storage backend has reached its minimum free drive threshold.")},
			"full", nil, "s3://"},
		{said{507, "", ""}, "full", nil, ""},
		{said{400, "", xmlError("EntityTooLarge", "")}, "s3-too-large", map[string]string{"head": "s3-refused"}, ""},
		{said{400, "", xmlError("KeyTooLongError", "Your key is too long")}, "odd-name",
			map[string]string{"head": "s3-refused"}, ""},
		{said{409, "", xmlError("XMinioParentIsObject", "")}, "in-the-way", map[string]string{"head": "s3-refused"},
			""},
		{said{501, "", xmlError("NotImplemented",
			"A header you provided implies functionality that is not implemented")}, "s3-refused", nil, "501"},
		{said{400, "", xmlError("InvalidArgument", "Credential access key has length 20, should be 32\x20\x1b[31m")},
			"s3-refused", nil, "400"},
		{said{405, "", xmlError("MethodNotAllowed", "")}, "s3-refused", nil, "405"},
		{said{400, "", xmlError("RequestTimeout", "Your socket connection was not read from")}, passes,
			map[string]string{"head": "s3-refused"}, ""},
		{said{400, "", xmlError("BadDigest", "")}, passes, map[string]string{"head": "s3-refused"}, ""},
		{said{400, "", xmlError("XAmzContentSHA256Mismatch", "")}, passes, map[string]string{"head": "s3-refused"}, ""},
		{said{409, "", xmlError("OperationAborted", "")}, passes, map[string]string{"head": "s3-refused"}, ""},
		{said{429, "Content-Type: text/html", html}, passes, nil, ""},
		{said{408, "Content-Type: text/html", html}, passes, nil, ""},
		{said{503, "", xmlError("SlowDown", "Reduce your request rate: {authorization} {token}")}, passes, nil, ""},
		{said{500, "", xmlError("InternalError", "")}, passes, nil, ""},
		{said{502, "Content-Type: text/html", html}, passes, nil, ""},
		{said{429, "", ""}, passes, nil, ""},
		{said{200, "Content-Type: text/html; charset=utf-8", html}, "s3-stranger",
			map[string]string{"s3:GetObject": nothing, "head": nothing}, "http://"},
		{said{404, "Content-Type: text/html", html}, "s3-stranger", map[string]string{"head": nothing}, "http://"},
		{said{403, "Content-Type: text/html", html}, "s3-stranger", map[string]string{"head": "s3-denied"}, ""},
		{said{200, "Content-Type: application/json", "{}"}, "s3-stranger",
			map[string]string{"s3:GetObject": nothing, "head": nothing, "s3:DeleteObject": "s3-stranger"}, ""},
		{said{200, "", "halo"}, "s3-stranger",
			map[string]string{"s3:GetObject": nothing, "head": nothing, "s3:DeleteObject": nothing}, ""},
	} {
		c.check(t)
	}
}

// check asks a server that always says the same for everything.
func (c answer) check(t *testing.T) {
	t.Helper()
	server := sayer(t, &c.said)
	if c.status == http.StatusOK {
		c.headers += "\nLast-Modified: Wed, 25 Nov 2026 06:00:00 GMT"
	}
	s, err := newStore(Config{S3: destination.S3{Endpoint: server.URL, Bucket: "situs"}, AccessKey: lab.S3Key,
		SecretKey:    lab.S3Secret,
		SessionToken: "tanda+masuk/sementara=", KeysFrom: "SEBUAH_VARIABEL"}, silence)
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range callsOf(t.Context(), s) {
		want := c.all
		if but, ok := c.but[name]; ok {
			want = but
		}
		if got := outcome(err); got != want {
			t.Errorf("%s answered %d %s: %s, not %s: %v", name, c.status, c.body, got, want, err)
		}
		if err == nil {
			continue
		}
		keepsSecrets(t, err, "tanda+masuk/sementara=", url.QueryEscape("tanda+masuk/sementara="))
		if got := outcome(err); got == c.all && !strings.Contains(store.Sentence(err, "id"), c.says) {
			t.Errorf("%s does not say %q: %v", name, c.says, err)
		}
	}
	_ = s.Close()
}

func TestS3UntrustedCertificate(t *testing.T) {
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	config := Config{S3: destination.S3{Endpoint: server.URL, Bucket: "situs"}, AccessKey: lab.S3Key,
		SecretKey: lab.S3Secret}
	if _, err := Open(t.Context(), config); publishtest.CodeOf(err) != "s3-tls" ||
		!strings.Contains(err.Error(), "certificate") {
		t.Errorf("an unknown certificate: %v", err)
	}
	config.Endpoint = strings.Replace(server.URL, "https", "http", 1)
	if _, err := Open(t.Context(), config); !store.IsFinal(err) {
		t.Errorf("no TLS where it is spoken: %v", err)
	}
}
