#!/usr/bin/env bash
# Asks the public databases for known vulnerabilities of what the program is built of: Go modules that the binary reaches
# (vuln.go.dev, or the copy that GOVULNDB names) and npm packages. A database that cannot be reached is said plainly and
# counts as a failure: nothing was proved then.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

# ask NAME UNREACHABLE COMMAND…: UNREACHABLE is what the command says when it gets no answer.
ask() {
  local name=$1 unreachable=$2
  shift 2
  if "$@" >"$log" 2>&1; then
    echo "$name: no known vulnerability"
  elif grep -qE "$unreachable" "$log"; then
    echo "$name: NOT ASKED, the database cannot be reached: $(grep -m 1 -E "$unreachable" "$log")" >&2
    failed=1
  else
    echo "$name: FOUND" >&2
    cat "$log" >&2
    failed=1
  fi
}

ask govulncheck 'fetching vulnerabilities|no such host|dial tcp|connection refused|i/o timeout|TLS handshake' \
  go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./server
ask 'npm audit' 'audit endpoint returned an error|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOAUDIT' \
  npm audit --audit-level=low

exit "$failed"
