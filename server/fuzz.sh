#!/usr/bin/env bash
# Fuzzes every target there is, each for FUZZTIME (10m), and says how many inputs were tried and how many of them reached
# something new. An input that breaks a property is written below testdata/fuzz: fix the fault and commit the input.
#   bash server/fuzz.sh                      all targets, some three hours
#   bash server/fuzz.sh FuzzPred FuzzDay     those
#   FUZZTIME=30s bash server/fuzz.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=()
tried=0
while IFS=: read -r file name; do
  if (($# > 0)) && [[ " $* " != *" $name "* ]]; then continue; fi
  tried=$((tried + 1))
  # When the time is over while an input is being made smaller, go test calls that a failure; it has written no input then.
  # Making an input that reached something new as small as can be would take longer than finding it, and a limit in seconds
  # makes go test start its worker anew, which for the whole server takes half a minute.
  if go test -run '^$' -fuzz "^$name\$" -fuzztime "${FUZZTIME:-10m}" -fuzzminimizetime 10x -parallel=2 "./$(dirname "$file")" >"$log" 2>&1 ||
    (grep -q 'context deadline exceeded' "$log" && ! grep -q 'Failing input' "$log"); then
    printf '%-20s %s\n' "$name" "$(grep -o 'execs: [0-9]*.*' "$log" | tail -n 1)"
  else
    failed+=("$name")
    printf '%-20s FAILED\n' "$name"
    tail -n 40 "$log"
  fi
done < <(grep -o '^func Fuzz[A-Za-z0-9]*' --include='fuzz_test.go' -r server | sed 's/:func /:/' | sort)

if ((tried == 0)); then
  echo "no such target: $*" >&2
  exit 2
fi
if ((${#failed[@]} > 0)); then
  echo "failed: ${failed[*]}" >&2
  exit 1
fi
