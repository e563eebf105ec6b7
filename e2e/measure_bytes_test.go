//go:build measure

package e2e

import (
	"fmt"
	"io"
	"net"
	"sync/atomic"
	"testing"

	"github.com/playwright-community/playwright-go"
)

// wire passes connections on to the server and counts what comes back: every byte, the worker's too, headers and all.
type wire struct {
	address string
	bytes   atomic.Int64
}

func newWire(t *testing.T, to string) *wire {
	t.Helper()
	address, err := freeAddress()
	must(t, err)
	w := &wire{address: address}
	listener, err := net.Listen("tcp", w.address)
	must(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go w.pass(client, to)
		}
	}()
	return w
}

func (w *wire) pass(client net.Conn, to string) {
	defer client.Close()
	server, err := net.Dial("tcp", to)
	if err != nil {
		return
	}
	defer server.Close()
	go func() { _, _ = io.Copy(server, client) }()
	_, _ = io.Copy(counted{client, &w.bytes}, server)
}

type counted struct {
	io.Writer
	bytes *atomic.Int64
}

func (c counted) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.bytes.Add(int64(n))
	return n, err
}

// Everything that comes over the network until the badge says that the network is not needed any more.
func measureFirstVisit(t *testing.T) []row {
	a := start(t)
	w := newWire(t, a.url[len("http://"):])
	encodings := map[string]int{}
	p := openWith(t, &app{url: "http://" + w.address}, playwright.BrowserNewContextOptions{}, func(p *tab) {
		p.Context().OnResponse(func(r playwright.Response) {
			if encoding, err := r.HeaderValue("content-encoding"); err == nil {
				encodings[encoding]++
			}
		})
	})
	p.ready()
	first := w.bytes.Load()
	w.bytes.Store(0)
	_, err := p.Reload()
	must(t, err)
	p.ready()
	return []row{
		{"first visit to fully offline, all content, all bytes over the wire with headers", "300 KB", fmt.Sprintf("%.1f KB; encodings of the page's answers: %v", float64(first)/1000, encodings)},
		{"second visit, same day", "–", fmt.Sprintf("%.1f KB", float64(w.bytes.Load())/1000)},
	}
}
