package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"michishirube/server/press"
)

// config is how a server is to run, checked.
type config struct {
	addr      string
	data      string
	backups   string   // empty: beside the database
	origin    *url.URL // nil if not given
	cert, key string   // both or neither
	level     slog.Level
	chromium  string // empty: leaflets are not printed on demand
	removeApp bool
}

// setting is one thing that can be configured: by flag, else by environment, else its default.
type setting struct {
	flag, value, env, preset string // value names what is expected; empty for a flag that stands alone
	english, japanese        string
	set                      func(*config, string) error
}

func settings() []setting {
	return []setting{
		{"addr", "HOST:PORT", "MICHISHIRUBE_ADDR", "localhost:8080",
			"address to listen on; port 0 takes any free one", "待ち受けるアドレス。ポート0は空きを使う", setAddr},
		{"data", "FOLDER", "MICHISHIRUBE_DATA", "./data",
			"folder of the database; made if missing, used by one server at a time", "データの保存先。1つのサーバーだけが使える", setData},
		{"origin", "URL", "MICHISHIRUBE_ORIGIN", "",
			"where browsers reach this server, such as https://guide.example.lg.jp", "利用者から見たURL(パスなし)", setOrigin},
		{"tls-cert", "FILE", "MICHISHIRUBE_TLS_CERT", "",
			"certificate chain in PEM; needs -tls-key", "TLS証明書(PEM)。-tls-key と一緒に指定", setCert},
		{"tls-key", "FILE", "MICHISHIRUBE_TLS_KEY", "",
			"private key in PEM; needs -tls-cert", "TLS秘密鍵(PEM)。-tls-cert と一緒に指定", setKey},
		{"log-level", "LEVEL", "MICHISHIRUBE_LOG_LEVEL", "info",
			"debug, info, warn or error", "記録の詳しさ", setLevel},
		{"backups", "FOLDER", "MICHISHIRUBE_BACKUPS", "",
			"folder of the daily backups, the last 14 (default: backups in the data folder)", "毎日のバックアップの保存先(14回分)", setBackups},
		{"chromium", "FILE", "MICHISHIRUBE_CHROMIUM", "",
			"Chromium to print leaflets with when the editor asks for their ZIP; without it the editor tells the command",
			"編集のページからリーフレットのZIPを作るときのブラウザー", setChromium},
		{"remove-app", "", "MICHISHIRUBE_REMOVE_APP", "",
			"take the app off every device that comes by: serves a worker that deletes it", "端末に入ったアプリを取り除く", setRemoveApp},
	}
}

// parseConfig reads the flags and the environment. Its errors name the setting and what was expected;
// flag.ErrHelp if help was asked for.
func parseConfig(args []string, getenv func(string) string) (config, error) {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors and usage are printed by the caller
	given := map[string]string{}
	for _, s := range settings() {
		keep := func(v string) error { given[s.flag] = v; return nil }
		if s.value == "" {
			flags.BoolFunc(s.flag, "", keep)
		} else {
			flags.Func(s.flag, "", keep)
		}
	}
	if err := flags.Parse(args); err != nil {
		return config{}, err
	}
	if flags.NArg() > 0 {
		return config{}, fmt.Errorf("unexpected argument %q: expected only flags", flags.Arg(0))
	}
	var c config
	for _, s := range settings() {
		name, value := "-"+s.flag, given[s.flag]
		if _, ok := given[s.flag]; !ok {
			name, value = s.env, cmp.Or(getenv(s.env), s.preset)
			if value == "" {
				continue
			}
		}
		if err := s.set(&c, value); err != nil {
			return config{}, fmt.Errorf("%s %q: %w", name, value, err)
		}
	}
	return c, c.check()
}

// check looks at what must fit together.
func (c config) check() error {
	if (c.cert == "") != (c.key == "") {
		return errors.New("-tls-cert and -tls-key: expected both or neither")
	}
	if c.cert != "" && c.origin != nil && c.origin.Scheme != "https" {
		return fmt.Errorf("-origin %s: expected https, since a TLS certificate is given", c.origin)
	}
	return nil
}

// https says whether browsers reach this server by https, be it through a proxy in front of it.
func (c config) https() bool {
	return c.cert != "" || c.origin != nil && c.origin.Scheme == "https"
}

// offlineWorks says whether browsers will let the app be kept on a device: by https, or on the same machine.
func (c config) offlineWorks() bool {
	if c.https() {
		return true
	}
	host, _, _ := net.SplitHostPort(c.addr)
	if c.origin != nil {
		host = c.origin.Hostname()
	}
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

func setAddr(c *config, v string) error {
	_, port, err := net.SplitHostPort(v)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return errors.New("expected host:port, such as localhost:8080")
	}
	c.addr = v
	return nil
}

func setData(c *config, v string) error {
	if v == "" {
		return errors.New("expected a folder, such as ./data")
	}
	c.data = v
	return nil
}

func setChromium(c *config, v string) (err error) {
	c.chromium, err = press.Find(v)
	return err
}

func setBackups(c *config, v string) error { c.backups = v; return nil }

func setOrigin(c *config, v string) error {
	u, err := parseOrigin(v)
	c.origin = u
	return err
}

// parseOrigin reads where browsers reach a server: scheme and host, and nothing else.
func parseOrigin(v string) (*url.URL, error) {
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || v != u.Scheme+"://"+u.Host {
		return nil, errors.New("expected http:// or https:// and a host, without a path, such as https://guide.example.lg.jp")
	}
	return u, nil
}

func setCert(c *config, v string) error { c.cert = v; return nil }
func setKey(c *config, v string) error  { c.key = v; return nil }

func setLevel(c *config, v string) error {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	level, ok := levels[v]
	if !ok {
		return errors.New("expected debug, info, warn or error")
	}
	c.level = level
	return nil
}

func setRemoveApp(c *config, v string) error {
	on, err := strconv.ParseBool(v)
	if err != nil {
		return errors.New("expected true or false")
	}
	c.removeApp = on
	return nil
}

func flagUsage(w io.Writer) {
	for _, s := range settings() {
		note := s.env
		if s.preset != "" {
			note += ", default " + s.preset
		}
		fmt.Fprintf(w, "  %s\n        %s (%s)\n        %s\n", strings.TrimSpace("-"+s.flag+" "+s.value), s.english, note, s.japanese)
	}
}
