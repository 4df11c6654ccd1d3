package command

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"slices"
	"syscall"
)

// Interruptible returns a context that ends when whoever runs the command asks it to end: by Ctrl+C,
// on Windows by Ctrl+Break too, by closing the terminal, or as systems end programs. Who asks a second
// time is obeyed by the system.
func Interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	heard := slices.DeleteFunc(ends, signal.Ignored) // as in a shell's background, or below nohup
	ctx, cancel := context.WithCancelCause(ctx)
	if len(heard) == 0 {
		return ctx, func() { cancel(nil) }
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, heard...)
	go func() {
		select {
		case by := <-asked:
			signal.Stop(asked)
			cancel(&request{by})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(asked)
		cancel(nil)
	}
}

// request is the wish that a command end.
type request struct{ by os.Signal }

func (r *request) Error() string { return r.by.String() }

// interrupted is the error of a command that was asked to end.
type interrupted struct {
	error
	code int
}

func (i *interrupted) Unwrap() error { return i.error }

// Interrupted is err of a command that was asked to end, if it was, and else err. See ExitCode.
func Interrupted(ctx context.Context, err error) error {
	r, asked := errors.AsType[*request](context.Cause(ctx))
	if err == nil || !asked {
		return err
	}
	number, _ := r.by.(syscall.Signal)
	return &interrupted{err, signalled + int(number)}
}

// signalled is added to the number of a signal where shells tell that one ended a program.
const signalled = 128

// ExitCode is that of a command which ended with an error.
func ExitCode(err error) int {
	if i, is := errors.AsType[*interrupted](err); is {
		return i.code
	}
	return Failed
}
