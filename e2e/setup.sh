#!/usr/bin/env bash
# Installs what the browser tests need, only where it is missing (Debian or Ubuntu, root or passwordless sudo).
set -euo pipefail

has() { command -v "$1" >/dev/null 2>&1; }

need=()
if [[ -z "${CHROMIUM_PATH:-}" ]] && ! has chromium; then need+=(chromium); fi
# Without a Japanese font every glyph is an empty box, on screen and in the PDF.
if ! has fc-list || [[ -z "$(fc-list :lang=ja family 2>/dev/null | head -n1)" ]]; then need+=(fonts-noto-cjk); fi
# pdftotext reads the printed sheet back.
if ! has pdftotext; then need+=(poppler-utils); fi
if ((${#need[@]} == 0)); then exit 0; fi

if ! has apt-get; then
  echo "install by hand: ${need[*]} (or set CHROMIUM_PATH to a Chromium)" >&2
  exit 1
fi
sudo=()
if ((EUID != 0)); then sudo=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
${sudo[@]+"${sudo[@]}"} apt-get update -qq
${sudo[@]+"${sudo[@]}"} apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
