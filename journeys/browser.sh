#!/usr/bin/env bash
# Sees to it that there is a Chromium for the journeys. Says nothing when there is one.
#   browser.sh          installs it where it may (root, with apt-get), else says what to install
#   browser.sh --find   prints where it is, and never installs
set -euo pipefail

find_browser() {
  local candidate
  if [ -n "${FRITH_CHROMIUM:-}" ]; then
    [ -x "$FRITH_CHROMIUM" ] || { printf 'FRITH_CHROMIUM names %s, which is no program.\n' "$FRITH_CHROMIUM" >&2; exit 1; }
    printf '%s\n' "$FRITH_CHROMIUM"
    return
  fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Chromium.app/Contents/MacOS/Chromium" \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if command -v "$candidate" 2>/dev/null; then return; fi
  done
  return 1
}

if [ "${1:-}" = --find ]; then
  find_browser || { echo "There is no Chromium here. Run journeys/browser.sh." >&2; exit 1; }
  exit
fi
if find_browser >/dev/null; then exit; fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser journeys …" >&2
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >&2 || true
  if find_browser >/dev/null; then exit; fi
  echo "Chromium could not be installed; what apt-get said stands above." >&2
  exit 1
fi

cat >&2 <<'END'
The browser journeys need Chromium, and there is none here. Install it:
  Debian, Ubuntu    sudo apt-get install chromium
  Fedora            sudo dnf install chromium
  Arch              sudo pacman -S chromium
  macOS             brew install --cask chromium
or name one that is elsewhere: FRITH_CHROMIUM=/where/it/is ./frith test
END
exit 1
