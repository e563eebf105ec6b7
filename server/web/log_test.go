package web

import (
	"bytes"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestARequestLeavesOneLineThatTellsNothingOfIt(t *testing.T) {
	v := newSite(t)
	rel := aRelease(t, "一")
	v.mustPublish(t, rel)
	blob := ""
	for hash := range rel.Blobs {
		blob = hash
	}
	for _, tt := range []struct{ method, target, want string }{
		{"GET", "/?topic=full", `method=GET route=/ status=200 duration=1.5ms bytes=39`},
		{"HEAD", "/", `method=HEAD route=/ status=200 duration=1.5ms bytes=0`},
		{"GET", "/assets/app-1a2b.js?danger=now", `method=GET route=/assets/* status=200 duration=1.5ms bytes=8`},
		{"GET", "/content/" + blob + ".json", `method=GET route=/content/:file status=200 duration=1.5ms bytes=`},
		{"GET", "/content/secret", `method=GET route=/content/:file status=404 duration=1.5ms bytes=`},
		{"GET", "/secret/path?secret", `method=GET route=none status=404 duration=1.5ms bytes=`},
		{"GET", "/content/manifest.json", `method=GET route=/content/manifest.json status=200 duration=1.5ms bytes=`},
		{"POST", "/content/secret", `method=POST route=none status=405 duration=1.5ms bytes=`},
		{"SECRET", "/", `method=other route=none status=405 duration=1.5ms bytes=`},
	} {
		t.Run(tt.method+" "+tt.target, func(t *testing.T) {
			v.log.Reset()
			v.ask(tt.method, tt.target, "User-Agent", "secret", "X-Forwarded-For", "203.0.113.9", "X-Real-Ip", "203.0.113.9",
				"Referer", "https://secret.example/", "Cookie", "secret=1", "Accept-Language", "vi-secret")
			log := v.log.String()
			if strings.Count(log, "\n") != 1 || !strings.Contains(log, "msg=request "+tt.want) {
				t.Errorf("log = %s, want one line with %s", log, tt.want)
			}
			// httptest sends from 192.0.2.1, asks for the host example.com.
			for _, word := range []string{"secret", "192.0.2", "203.0.113", "example", "topic", "danger", blob, "1a2b", "vi-"} {
				if strings.Contains(log, word) {
					t.Errorf("log tells %q: %s", word, log)
				}
			}
		})
	}
}

func TestConnectionErrorsAreLoggedWithoutAddress(t *testing.T) {
	var log bytes.Buffer
	l := connectionLog(slog.New(slog.NewTextHandler(&log, nil)))
	l.Printf("http: TLS handshake error from 203.0.113.9:5555: EOF")
	l.Printf("something of 203.0.113.9 nobody foresaw")
	if s := log.String(); strings.Contains(s, "203.0") || !strings.Contains(s, `kind="TLS handshake error"`) || !strings.Contains(s, "kind=other") {
		t.Errorf("log = %s", s)
	}
}

// What net/http would answer by itself is asked over a real connection.
func TestTheRealServerRefusesOptionsForEverything(t *testing.T) {
	v := newSite(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := Server(v, slog.New(slog.DiscardHandler))
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	defer func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		if err := <-done; err != http.ErrServerClosed {
			t.Error(err)
		}
	}()
	conn, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Write([]byte("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	var answer bytes.Buffer
	if _, err := answer.ReadFrom(conn); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^HTTP/1.1 405 [^\x00]*Content-Security-Policy: default-src 'none'`).Match(answer.Bytes()) {
		t.Errorf("answer = %s", answer.String())
	}
	if server.ReadHeaderTimeout == 0 || server.ReadTimeout == 0 || server.WriteTimeout == 0 || server.IdleTimeout == 0 || server.MaxHeaderBytes == 0 {
		t.Error("the server has a limit missing")
	}
}
