package publishtest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/publish/store"
)

// CodeOf returns a fault's code, "" for an error that is none.
func CodeOf(err error) string {
	if f, ok := errors.AsType[*store.Fault](err); ok {
		return f.Code
	}
	return ""
}

// WantFault wants a fault of this code, or the test ends.
func WantFault(t *testing.T, err error, code string) {
	t.Helper()
	if CodeOf(err) != code {
		t.Fatalf("error %v, want the fault %q", err, code)
	}
}

// IsFault wants a fault of this code whose sentence has these words, in both
// languages.
func IsFault(t *testing.T, err error, code string, words ...string) {
	t.Helper()
	if CodeOf(err) != code {
		t.Errorf("%v; want a fault %q", err, code)
		return
	}
	for _, sentence := range []string{store.Sentence(err, "id"), store.Sentence(err, "en")} {
		if i := slices.IndexFunc(words, func(w string) bool { return !strings.Contains(sentence, w) }); i >= 0 {
			t.Errorf("%q does not say %q", sentence, words[i])
		}
		if strings.Contains(sentence, "%!") {
			t.Errorf("bad sentence: %q", sentence)
		}
	}
}

// Enough is how long a test waits for what should happen at once.
const Enough = 30 * time.Second

// Until waits for something that comes by itself.
func Until(t *testing.T, what string, yes func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), Enough)
	defer cancel()
	for look := time.NewTicker(5 * time.Millisecond); !yes(); {
		select {
		case <-look.C:
		case <-ctx.Done():
			t.Fatalf("waited in vain: %s", what)
		}
	}
}
