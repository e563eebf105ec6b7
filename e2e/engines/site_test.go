//go:build prove

package engines

import (
	"fmt"
	"net/http"
	"os/exec"
	"syscall"
	"testing"
)

// site is the server at one address, whatever process answers there.
type site struct {
	url, data string
	end       func(syscall.Signal)
}

// start serves the app from a data folder of its own and waits until it is ready.
func start(t *testing.T) *site {
	t.Helper()
	s := &site{url: fmt.Sprintf("http://localhost:%d", freePort(t)), data: t.TempDir()}
	s.serve(t, binary)
	return s
}

// serve starts a server process, with settings of its own if need be.
func (s *site) serve(t *testing.T, program string, settings ...string) {
	t.Helper()
	out := &output{}
	s.end = group(t, exec.Command(program, append([]string{"serve", "--addr", s.url[len("http://"):], "--data", s.data}, settings...)...), out)
	waitFor(t, "the server", func() bool {
		res, err := http.Get(s.url + "/readyz")
		if err != nil {
			return false
		}
		_ = res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
}

// stop ends the process, so that nothing can answer.
func (s *site) stop() { s.end(syscall.SIGTERM) }
