package main

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"
)

func env(pairs ...string) func(string) string {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return values[name] }
}

func TestDefaults(t *testing.T) {
	c, err := parseConfig(nil, env())
	if err != nil {
		t.Fatal(err)
	}
	if want := (config{addr: "localhost:8080", data: "./data", level: slog.LevelInfo}); c != want {
		t.Errorf("config = %+v, want %+v", c, want)
	}
}

func TestAFlagComesBeforeTheEnvironment(t *testing.T) {
	getenv := env("MICHISHIRUBE_ADDR", ":1", "MICHISHIRUBE_DATA", "/env", "MICHISHIRUBE_LOG_LEVEL", "error", "MICHISHIRUBE_REMOVE_APP", "1",
		"MICHISHIRUBE_ORIGIN", "https://env.example", "MICHISHIRUBE_TLS_CERT", "c", "MICHISHIRUBE_TLS_KEY", "k")
	c, err := parseConfig([]string{"-addr", ":2", "--log-level=debug"}, getenv)
	if err != nil {
		t.Fatal(err)
	}
	if c.addr != ":2" || c.level != slog.LevelDebug || c.data != "/env" || c.cert != "c" || c.key != "k" || !c.removeApp ||
		c.origin.String() != "https://env.example" {
		t.Errorf("config = %+v", c)
	}
}

func TestABadValueIsNamedWithWhatWasExpected(t *testing.T) {
	tests := []struct {
		args []string
		env  []string
		want string // in the message
	}{
		{args: []string{"-addr", "8080"}, want: `-addr "8080": expected host:port`},
		{args: []string{"-addr", "localhost:http"}, want: "expected host:port"},
		{args: []string{"-addr", "localhost:70000"}, want: "expected host:port"},
		{args: []string{"-addr", "localhost:"}, want: "expected host:port"},
		{env: []string{"MICHISHIRUBE_ADDR", "x"}, want: `MICHISHIRUBE_ADDR "x": expected host:port`},
		{args: []string{"-data", ""}, want: `-data "": expected a folder`},
		{args: []string{"-origin", "guide.example"}, want: `-origin "guide.example": expected http:// or https://`},
		{args: []string{"-origin", "ftp://guide.example"}, want: "expected http:// or https://"},
		{args: []string{"-origin", "https://guide.example/"}, want: "without a path"},
		{args: []string{"-origin", "https://guide.example/a?b"}, want: "without a path"},
		{args: []string{"-origin", "https://user@guide.example"}, want: "expected http:// or https://"},
		{args: []string{"-origin", "https://:443"}, want: "expected http:// or https://"},
		{args: []string{"-origin", "https://guide.example:x"}, want: "expected http:// or https://"},
		{args: []string{"-tls-cert", "c"}, want: "-tls-cert and -tls-key: expected both or neither"},
		{env: []string{"MICHISHIRUBE_TLS_KEY", "k"}, want: "expected both or neither"},
		{args: []string{"-tls-cert", "c", "-tls-key", "k", "-origin", "http://guide.example"}, want: "expected https"},
		{args: []string{"-log-level", "loud"}, want: `-log-level "loud": expected debug, info, warn or error`},
		{env: []string{"MICHISHIRUBE_LOG_LEVEL", "INFO"}, want: "expected debug, info, warn or error"},
		{env: []string{"MICHISHIRUBE_REMOVE_APP", "perhaps"}, want: "expected true or false"},
		{args: []string{"-unknown"}, want: "-unknown"},
		{args: []string{"here"}, want: `unexpected argument "here"`},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			var out, bad bytes.Buffer
			code := run(context.Background(), append([]string{"serve"}, tt.args...), Env{Getenv: env(tt.env...), Stdout: &out, Stderr: &bad})
			if code != exitUsage || !strings.Contains(bad.String(), tt.want) || out.Len() > 0 {
				t.Errorf("exit %d, stderr %q, want %d and %q", code, bad.String(), exitUsage, tt.want)
			}
		})
	}
}

func TestHTTPSAndOfflineUse(t *testing.T) {
	tests := []struct {
		name           string
		args           []string
		https, offline bool
	}{
		{"the default", nil, false, true},
		{"loopback by number", []string{"-addr", "127.0.0.1:80"}, false, true},
		{"loopback by IPv6", []string{"-addr", "[::1]:80"}, false, true},
		{"every address", []string{"-addr", ":8080"}, false, false},
		{"an office network", []string{"-addr", "192.168.0.2:80"}, false, false},
		{"a proxy with https", []string{"-origin", "https://guide.example"}, true, true},
		{"a proxy without", []string{"-origin", "http://guide.example"}, false, false},
		{"a local origin for every address", []string{"-addr", ":8080", "-origin", "http://localhost:8080"}, false, true},
		{"its own certificate", []string{"-addr", ":443", "-tls-cert", "c", "-tls-key", "k"}, true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := parseConfig(tt.args, env())
			if err != nil {
				t.Fatal(err)
			}
			if c.https() != tt.https || c.offlineWorks() != tt.offline {
				t.Errorf("https %t, offline %t, want %t, %t", c.https(), c.offlineWorks(), tt.https, tt.offline)
			}
		})
	}
}

func TestHelpIsComplete(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"-h"}, {"--help"}, {"serve", "--help"}, {"serve", "-h"}} {
		var out, bad bytes.Buffer
		if code := run(context.Background(), args, Env{Getenv: env(), Stdout: &out, Stderr: &bad}); code != exitOK || bad.Len() > 0 {
			t.Errorf("%v: exit %d, stderr %q", args, code, bad.String())
		}
		for _, s := range settings() {
			for _, word := range []string{"-" + s.flag, s.env, s.preset, s.english, s.japanese} {
				if !strings.Contains(out.String(), word) {
					t.Errorf("%v does not tell %q", args, word)
				}
			}
		}
		if args[0] == "serve" {
			continue
		}
		for _, c := range commands() {
			if !strings.Contains(out.String(), "  "+c.name+" ") || !strings.Contains(out.String(), c.japanese) {
				t.Errorf("%v does not tell of %s", args, c.name)
			}
		}
	}
}

func TestAnUnknownSubcommandIsNamed(t *testing.T) {
	var bad bytes.Buffer
	code := run(context.Background(), []string{"sevre"}, Env{Getenv: env(), Stderr: &bad})
	if code != exitUsage || !strings.Contains(bad.String(), `unknown subcommand "sevre": expected one of serve, `) {
		t.Errorf("exit %d, stderr %q", code, bad.String())
	}
}
