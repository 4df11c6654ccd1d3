// Package pipe are the two pipes of a client of the language server.
//
// In come what the client writes and reads; out comes a channel of whole messages, which ends
// when it is closed, and at what is no message. It knows nothing of what messages say.
package pipe

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/creachadair/jrpc2/channel"

	"blandongan/internal/lang"
)

// The bounds of a message: a client that goes beyond them is broken, and we take no memory for it.
const (
	mostHeader  = 4 << 10
	mostMessage = 64 << 20 // many times what build reads of a file
)

// pipe are the two pipes of a client. Once it is closed nobody waits for the client any more,
// though a file that is read, like standard input, gives nobody up until something comes.
type pipe struct {
	channel.Channel
	in *io.PipeReader
}

// New makes a channel of a client's pipes.
func New(in io.Reader, out io.WriteCloser) channel.Channel {
	from, to := io.Pipe()
	go func() { to.CloseWithError(pass(to, bufio.NewReaderSize(in, mostHeader))) }()
	return pipe{channel.LSP(from, out), from}
}

func (p pipe) Close() error {
	p.in.Close()
	return p.Channel.Close()
}

// pass hands on messages until one is none. It returns nil, as io.Copy does, at the end.
func pass(to io.Writer, from *bufio.Reader) error {
	for {
		size, err := header(from)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(to, "Content-Length: %d\r\n\r\n", size); err != nil {
			return err
		}
		if _, err := io.CopyN(to, from, size); err != nil {
			return err
		}
	}
}

// header reads what stands before a message, and returns how long that is. Its encoding is
// always the same.
func header(from *bufio.Reader) (size int64, err error) {
	size = -1
	for length := 0; ; {
		line, err := from.ReadSlice('\n')
		length += len(line)
		if errors.Is(err, bufio.ErrBufferFull) || length > mostHeader {
			return 0, Fault("no-header", string(line))
		}
		if err != nil {
			return 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 && size >= 0 {
			return size, nil
		}
		key, value, is := strings.Cut(string(line), ":")
		if !is {
			return 0, Fault("no-header", string(line))
		}
		if !strings.EqualFold(key, "Content-Length") {
			continue
		}
		n, err := strconv.ParseUint(strings.TrimSpace(value), 10, 64)
		if errors.Is(err, strconv.ErrSyntax) {
			return 0, Fault("no-header", string(line))
		}
		if n > mostMessage {
			return 0, Fault("long-message", strings.TrimSpace(value), mostMessage)
		}
		size = int64(n)
	}
}

// Said is an error in our words: those of lang.Server.
type Said struct {
	key  string
	args []any
}

// Fault returns an error with the words of a key.
func Fault(key string, args ...any) *Said { return &Said{key, args} }

func (s *Said) Error() string { return s.In(lang.English) }

// In says it in a language.
func (s *Said) In(l lang.Language) string { return lang.Server.For(l).Word(s.key, s.args...) }
