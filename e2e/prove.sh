#!/usr/bin/env bash
# The proofs that take longer than a minute, each a Go test with the build tag "prove", its figures printed as it runs.
#   npm run prove                   all of them, some hours
#   npm run prove -- crash load     those parts
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all=(updates engines trace crash fuzz load paper audit)
parts=("$@")
if ((${#parts[@]} == 0)); then parts=("${all[@]}"); fi

prove() { go test -count=1 -timeout 6h -tags prove -v -run "^TestProve$1" "${@:2}"; }

npm run build
for part in "${parts[@]}"; do
  case "$part" in
    updates) prove Updates ./e2e/ ;;
    engines)
      bash e2e/engines/setup.sh
      prove Engines ./e2e/engines/
      ;;
    trace) prove Trace ./e2e/ ;;
    crash) prove Crash ./server/... ;;
    fuzz)
      npm run vectors
      PROPERTY_TIMES=100 npx vitest run --root frontend --testTimeout 600000 property
      bash server/fuzz.sh
      ;;
    load) bash e2e/load/setup.sh && prove Load ./e2e/load/ ;;
    paper) prove Paper ./e2e/ ;;
    audit) bash server/audit.sh ;;
    *)
      echo "unknown part: $part (${all[*]})" >&2
      exit 2
      ;;
  esac
done
