//go:build prove

package load

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
)

// nginxSite serves files that were compressed beforehand, as an operator would set it up, without a log.
const nginxSite = `
load_module modules/ngx_http_brotli_static_module.so;
user %[5]s; daemon off; worker_processes 1; pid %[1]s/pid; error_log %[1]s/error;
events { worker_connections 1024; }
http {
	access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
	brotli_static on; gzip_static on; gzip_vary on; server_tokens off;
	types { application/json json; text/javascript js; text/html html; }
	client_body_temp_path %[1]s/body; proxy_temp_path %[1]s/proxy; fastcgi_temp_path %[1]s/fast;
	uwsgi_temp_path %[1]s/uwsgi; scgi_temp_path %[1]s/scgi;
	server { listen 127.0.0.1:%[2]s; root %[3]s; index index.html; %[4]s }
}
`

func startNginx(t *testing.T, root, address string, headers http.Header, before []string) *process {
	t.Helper()
	dir := t.TempDir()
	var lines strings.Builder
	for name := range headers {
		fmt.Fprintf(&lines, "add_header %s %q; ", name, headers.Get(name))
	}
	// Started by root it would give its files up to a user who may not read the test's folders.
	me, err := user.Current()
	must(t, err)
	group, err := user.LookupGroupId(me.Gid)
	must(t, err)
	_, port, _ := net.SplitHostPort(address)
	config := filepath.Join(dir, "nginx.conf")
	site := fmt.Appendf(nil, nginxSite, dir, port, root, lines.String(), me.Username+" "+group.Name)
	must(t, os.WriteFile(config, site, 0o600))
	p, _ := launch(t, address, "/", append(before, "/usr/sbin/nginx", "-c", config)...)
	return p
}

// caddySite does the same; Caddy writes no log of requests unless it is told to.
const caddySite = `{
	admin off
	auto_https off
}
http://127.0.0.1:%[1]s, http://localhost:%[1]s {
	root * %[2]s
	header {
%[3]s	}
	file_server {
		precompressed br gzip
	}
}
`

func startCaddy(t *testing.T, root, address string, headers http.Header, before []string) *process {
	t.Helper()
	var lines strings.Builder
	for name := range headers {
		fmt.Fprintf(&lines, "\t\t%s %q\n", name, headers.Get(name))
	}
	_, port, _ := net.SplitHostPort(address)
	home := t.TempDir() // where it keeps things of its own
	config := filepath.Join(home, "Caddyfile")
	must(t, os.WriteFile(config, fmt.Appendf(nil, caddySite, port, root, lines.String()), 0o600))
	p, _ := launch(t, address, "/", append(before, "env", "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "caddy", "run", "--config", config, "--adapter", "caddyfile")...)
	return p
}
