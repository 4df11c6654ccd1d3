package s3

import (
	"crypto/tls"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/minio/minio-go/v7"

	"blandongan/internal/publish/store"
)

// s3Faults are our faults by the codes in which storage answers: those of the
// protocol, then what single makers add where it has no word.
var s3Faults = map[string]string{
	"NoSuchBucket": "s3-no-bucket", "InvalidBucketName": "s3-no-bucket",
	"AccessDenied": "s3-denied", "AllAccessDisabled": "s3-denied", "AccountProblem": "s3-denied",
	"InvalidAccessKeyId": "s3-wrong-keys", "SignatureDoesNotMatch": "s3-wrong-keys", "InvalidSecurity": "s3-wrong-keys",
	"InvalidToken": "s3-wrong-keys", "Unauthorized": "s3-wrong-keys", "AuthFailure": "s3-wrong-keys",
	"XAdminUserNotFound": "s3-wrong-keys",
	"ExpiredToken":       "s3-old-keys", "ExpiredTokenException": "s3-old-keys", "TokenRefreshRequired": "s3-old-keys",
	"RequestTimeTooSkewed": "s3-clock", "RequestExpired": "s3-clock",
	"PermanentRedirect": "s3-region", "TemporaryRedirect": "s3-region", "AuthorizationHeaderMalformed": "s3-region",
	"InvalidRegion": "s3-region", "IllegalLocationConstraintException": "s3-region",
	"QuotaExceeded": "full", "InsufficientStorage": "full",
	"XMinioStorageFull": "full", "XMinioAdminBucketQuotaExceeded": "full",
	"EntityTooLarge":  "s3-too-large",
	"KeyTooLongError": "odd-name", "XMinioInvalidObjectName": "odd-name",
	"ExistingObjectIsDirectory": "in-the-way", "ObjectParentIsFile": "in-the-way",
	"XMinioObjectExistsAsDirectory": "in-the-way", "XMinioParentIsObject": "in-the-way",
}

// s3Passing are answers below 500 that another attempt may mend.
var s3Passing = map[string]bool{
	"RequestTimeout": true, "OperationAborted": true, "SlowDown": true, "Throttling": true, "ThrottlingException": true,
	"RequestLimitExceeded": true, "RequestThrottled": true, "TooManyRequests": true, "ServiceUnavailable": true,
	"InternalError": true,
	// the body did not arrive as it left
	"IncompleteBody": true, "BadDigest": true, "InvalidDigest": true, "XAmzContentSHA256Mismatch": true,
}

// clocksApart is how far clocks may differ in the protocol: a quarter of an hour,
// less what an answer may have been under way.
const clocksApart = 14 * time.Minute

// explain puts into words what came of a request: nil, a fault where no attempt
// mends it, fs.ErrNotExist where there is no such file, else the error itself,
// without anything secret.
func (c *call) explain(err error) error {
	if c.notStorage(err) {
		return store.NewFault("s3-stranger", c.s.config.Endpoint)
	}
	if err == nil {
		return nil
	}
	var answer minio.ErrorResponse
	answered := errors.As(err, &answer) && c.status != 0
	err = c.s.safe(err, answer.Code)
	switch {
	case !answered && untrusted(err):
		return store.Because(err, "s3-tls", c.s.host)
	case !answered:
		return err
	case answer.Code == "NoSuchKey" || c.head && c.status == http.StatusNotFound:
		return &fs.PathError{Op: "open", Path: strings.TrimPrefix(c.key, c.s.prefix), Err: fs.ErrNotExist}
	}
	code := c.codeOf(answer)
	if code == "" {
		return err
	}
	return c.faultOf(err, code, answer)
}

// codeOf finds the fault in an answer; "" for one that may pass.
func (c *call) codeOf(answer minio.ErrorResponse) string {
	code := s3Faults[answer.Code]
	switch {
	case (c.status == http.StatusForbidden || c.status == http.StatusUnauthorized) && c.apart():
		return "s3-clock" // some say only that the signature is wrong, or nothing
	case code != "":
		return code
	case s3Passing[answer.Code]:
		return ""
	case c.status >= 300 && c.status < 400:
		return "s3-region"
	case c.status == http.StatusUnauthorized:
		return "s3-wrong-keys"
	case c.status == http.StatusInsufficientStorage:
		return "full"
	case c.status == http.StatusNotImplemented:
		return "s3-refused"
	case c.later(), c.status == 499:
		return ""
	}
	return "s3-refused"
}

// faultOf gives a fault the words it needs.
func (c *call) faultOf(err error, code string, answer minio.ErrorResponse) error {
	where := "s3://" + c.s.config.Bucket + "/" + c.key
	switch code {
	case "s3-no-bucket":
		return store.NewFault(code, c.s.config.Bucket, c.s.host)
	case "s3-denied":
		return store.Because(err, code, c.permission, where)
	case "s3-wrong-keys", "s3-old-keys":
		return store.Because(err, code, c.s.config.KeysFrom)
	case "s3-clock":
		return store.NewFault(code, moment(c.received), moment(c.date))
	case "s3-region":
		if region := c.theirRegion(answer); region != "" {
			return store.NewFault("s3-region-is", c.s.config.Bucket, region, c.s.region)
		}
		if to, bad := url.Parse(c.moveTo); bad == nil && to.Host != "" && s3Faults[answer.Code] == "" {
			return store.NewFault("s3-moved", c.s.config.Endpoint, to.Scheme+"://"+to.Host)
		}
		return store.Because(err, code, c.s.config.Bucket, c.s.region)
	case "full":
		return store.Because(err, code, c.s.Traits().Name)
	case "in-the-way":
		return store.Because(err, code, where)
	case "odd-name", "s3-too-large":
		return store.Because(err, code, c.key)
	}
	return store.Because(err, "s3-refused", c.permission, where, c.status)
}

// theirRegion is where a bucket is, when an answer says so and it is not where we
// asked.
func (c *call) theirRegion(answer minio.ErrorResponse) string {
	for _, r := range []string{answer.Region, c.region} {
		if r != "" && r != c.s.region {
			return r
		}
	}
	return ""
}

// moment writes a time that two clocks are compared by.
func moment(t time.Time) string {
	if t.IsZero() {
		return "?"
	}
	return t.UTC().Format("2006-01-02 15:04:05 UTC")
}

func (c *call) apart() bool {
	return !c.date.IsZero() && c.received.Sub(c.date).Abs() > clocksApart
}

// notStorage says that whoever answered is no storage: a web server's page, or a
// listing that is none. HEAD tells nothing but a kind, which may be a page's own.
func (c *call) notStorage(err error) bool {
	var syntax *xml.SyntaxError
	switch {
	case err != nil && strings.Contains(err.Error(), "malformed HTTP response"):
		return true
	case c.status == 0 || c.later() || c.head:
		return false
	case c.list && c.status == http.StatusOK:
		return c.html() || errors.Is(err, io.EOF) || errors.As(err, &syntax) && !strings.Contains(syntax.Msg, "EOF")
	case c.status < 300:
		return c.permission == "s3:PutObject" && err == nil || // an answer without an ETag
			c.permission == "s3:DeleteObject" && c.html()
	case c.status < 400 && c.moveTo != "":
		return false
	}
	return c.html()
}

// later says that an answer asks to be tried again, whoever gave it: also what
// stands before storage and guards it.
func (c *call) later() bool {
	return c.status >= 500 || c.status == http.StatusRequestTimeout || c.status == http.StatusTooManyRequests
}

// untrusted says that TLS did not come about, and will not.
func untrusted(err error) bool {
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	return errors.As(err, &certificate) || errors.As(err, &record) || errors.As(err, &alert) ||
		errors.Is(err, http.ErrSchemeMismatch)
}

// safe is an error with other words.
type safe struct {
	text string
	err  error
}

func (h *safe) Error() string { return h.text }
func (h *safe) Unwrap() error { return h.err }

// signature is one, or a sum: of no use to people, and perhaps to others.
var signature = regexp.MustCompile(`[0-9a-fA-F]{40,}`)

// longestWords is how much of what a machine says is passed on.
const longestWords = 400

// safe takes out of an error's words what is nobody's business, should the
// other side repeat it, and what a terminal would take for a command.
func (s *Store) safe(err error, code string) error {
	text := err.Error()
	if code != "" && !strings.Contains(text, code) {
		text = fmt.Sprintf("%s: %s", code, text)
	}
	for _, secret := range []string{s.config.SecretKey, s.config.SessionToken, s.config.AccessKey} {
		if secret != "" {
			for _, form := range []string{secret, url.QueryEscape(secret), url.PathEscape(secret)} {
				text = strings.ReplaceAll(text, form, "…")
			}
		}
	}
	text = signature.ReplaceAllString(text, "…")
	text = strings.Join(strings.FieldsFunc(text,
		func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if len(text) > longestWords {
		text = strings.ToValidUTF8(text[:longestWords], "") + "…"
	}
	return &safe{text, err}
}
