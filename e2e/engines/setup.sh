#!/usr/bin/env bash
# Installs the engines that the proofs of this folder drive, only where they are missing (Debian, root or passwordless sudo).
set -euo pipefail

need=()
for package in webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb firefox-esr; do
  if [[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]]; then need+=("$package"); fi
done
if [[ -z "$(fc-list :lang=ja family 2>/dev/null | head -n1)" ]]; then need+=(fontconfig fonts-noto-cjk); fi
if ((${#need[@]} == 0)); then exit 0; fi

sudo=()
if ((EUID != 0)); then sudo=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
${sudo[@]+"${sudo[@]}"} apt-get update -qq
${sudo[@]+"${sudo[@]}"} apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
