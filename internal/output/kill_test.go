package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"runtime"
	"testing"
)

// killOrder is what a child of the test is told: to build Site in Dir and to
// kill itself at its At-th operation on the disk.
type killOrder struct {
	Dir      string
	Site     contents
	At       int
	Remember bool
}

// orderKey in the environment says that an order comes on stdin.
const orderKey = "OUTPUT_TEST_KILL_ORDER"

func TestMain(m *testing.M) {
	if os.Getenv(orderKey) != "" {
		os.Exit(obey(os.Stdin))
	}
	os.Exit(m.Run())
}

// obey builds as ordered. If it lives to see the end it exits with 0 when the
// build went well.
func obey(text io.Reader) int {
	var order killOrder
	if err := json.NewDecoder(text).Decode(&order); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	count, torn := 0, errors.New("torn")
	_, err := builders[order.Remember](order.Dir, order.Site, func(d disk) disk {
		return &tapped{disk: d, torn: kill, before: func(op, name string) error {
			count++
			if count != order.At {
				return nil
			}
			if op == "write" {
				return torn // half is written, then kill is called
			}
			kill()
			return nil
		}}
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	return 0
}

// kill is kill -9 by our own hand.
func kill() {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	fmt.Fprintln(os.Stderr, "still alive:", err)
	select {}
}

// killed is the exit code of who was killed.
var killed = map[bool]int{false: -1, true: 1}[runtime.GOOS == "windows"]

// buildAndDie answers whether the child was killed before its build ended.
func buildAndDie(t *testing.T, order killOrder) (died bool) {
	t.Helper()
	text, err := json.Marshal(order)
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), orderKey+"=on stdin")
	child.Stdin = bytes.NewReader(text)
	said, err := child.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false
	case errors.As(err, &exit) && exit.ExitCode() == killed:
		return true
	}
	t.Fatalf("child: %v: %s", err, said)
	return false
}

func TestKilledAtEveryOperation(t *testing.T) {
	all := scenarios()
	first, others, last := all[0], all[1], all[len(all)-1]
	remembering := last
	remembering.remember = true
	for _, s := range []scenario{first, others, last, remembering} {
		remember := s.remember
		n := 1
		for ; ; n++ {
			dir := s.lay(t)
			if !buildAndDie(t, killOrder{dir, s.after, n, remember}) {
				break
			}
			what := fmt.Sprintf("%s, remembering %t, killed at %d", s.name, remember, n)
			s.whole(t, what, dir)
			if _, err := builders[remember](dir, s.after, straight); err != nil {
				t.Fatal(err)
			}
			same(t, what, forgetful(tree(t, dir)), clean(s.after, s.foreign))
		}
		if n < 50 {
			t.Errorf("%s, remembering %t: only %d operations", s.name, remember, n)
		}
	}
}

// A build is killed, and so is the one that comes to mend it, and the next.
func TestKilledAgainAndAgain(t *testing.T) {
	chance := rand.New(rand.NewPCG(36, 74))
	kills := 0
	for round := range 30 {
		s := scenarios()[round%len(scenarios())]
		s.remember = round%2 == 0
		dir := s.lay(t)
		what := fmt.Sprintf("%s, round %d:", s.name, round)
		for range 3 {
			site := s.after
			if chance.IntN(3) == 0 {
				site = s.before
			}
			n := 1 + chance.IntN(120)
			if buildAndDie(t, killOrder{dir, site, n, chance.IntN(3) > 0}) {
				kills++
			}
			what += fmt.Sprint(" ", n)
			s.whole(t, what, dir)
		}
		if _, err := builders[chance.IntN(3) > 0](dir, s.after, straight); err != nil {
			t.Fatal(err)
		}
		same(t, what, forgetful(tree(t, dir)), clean(s.after, s.foreign))
	}
	if kills < 30 {
		t.Errorf("only %d kills", kills)
	}
}
