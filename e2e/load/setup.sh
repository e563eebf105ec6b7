#!/usr/bin/env bash
# Installs what the load tests compare with and measure by, only where it is missing (Debian or Ubuntu, root or passwordless
# sudo). The servers are never started as services: the tests start their own.
set -euo pipefail

need=()
for package in nginx-light libnginx-mod-http-brotli-static caddy wrk; do
  case "$package" in
    nginx-light) test -x /usr/sbin/nginx || need+=("$package") ;;
    libnginx-mod-http-brotli-static) test -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so || need+=("$package") ;;
    *) command -v "$package" >/dev/null 2>&1 || need+=("$package") ;;
  esac
done
if ((${#need[@]} == 0)); then exit 0; fi

if ! command -v apt-get >/dev/null 2>&1; then
  echo "install by hand: ${need[*]}" >&2
  exit 1
fi
sudo=()
if ((EUID != 0)); then sudo=(sudo -n); fi
# A policy of our own keeps Debian from starting the services; one that is there already stays.
policy=/usr/sbin/policy-rc.d
if [[ ! -e "$policy" ]]; then
  printf '#!/bin/sh\nexit 101\n' | ${sudo[@]+"${sudo[@]}"} install -m 755 /dev/stdin "$policy"
  trap '${sudo[@]+"${sudo[@]}"} rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
${sudo[@]+"${sudo[@]}"} apt-get update -qq
${sudo[@]+"${sudo[@]}"} apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
