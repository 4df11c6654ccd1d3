package sftp

import (
	"context"
	"errors"
	"net"
	"os"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"

	"blandongan/internal/publish/store"
)

// dial connects, checks who answers, logs in and asks for SFTP.
func (s Config) dial(ctx context.Context) (*connection, error) {
	hosts, err := s.hosts()
	if err != nil {
		return nil, err
	}
	login, err := s.login()
	if err != nil {
		return nil, err
	}
	defer login.close()
	config := &ssh.ClientConfig{User: s.User, Auth: login.methods, HostKeyCallback: hosts.check,
		HostKeyAlgorithms: hosts.algorithms}
	l := &connection{}
	ctx, cancel := context.WithTimeout(ctx, dialFor)
	defer cancel()
	if l.raw, l.ssh, err = s.connect(ctx, config); err != nil {
		return nil, login.explain(err, s)
	}
	defer context.AfterFunc(ctx, l.cut)()
	l.client, err = sftp.NewClient(l.ssh, sftp.UseFstat(true), sftp.MaxConcurrentRequestsPerFile(packets))
	if err != nil {
		l.cut()
		if err.Error() == "ssh: subsystem request failed" { // the library has no type for it
			return nil, store.Because(err, "no-sftp", s.HostPort())
		}
		return nil, err
	}
	return l, nil
}

// connect makes a connection that is logged in.
func (s Config) connect(ctx context.Context, config *ssh.ClientConfig) (*counted, *ssh.Client, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", s.HostPort())
	if unknown := new(net.DNSError); errors.As(err, &unknown) && unknown.IsNotFound {
		return nil, nil, store.Because(err, "no-such-host", s.Host)
	}
	if err != nil {
		return nil, nil, err
	}
	raw := &counted{Conn: conn}
	stop := context.AfterFunc(ctx, raw.abort)
	c, channels, requests, err := ssh.NewClientConn(raw, s.HostPort(), config)
	if !stop() && err == nil {
		err = os.ErrDeadlineExceeded
	}
	if err != nil {
		raw.abort()
		if ctx.Err() != nil {
			err = errors.Join(ctx.Err(), err)
		}
		return nil, nil, err
	}
	return raw, ssh.NewClient(c, channels, requests), nil
}
