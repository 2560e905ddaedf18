#!/bin/sh
# Chromium and Firefox for the browser tests, with fonts for Georgian and Cyrillic.
# Debian and Ubuntu as root: installed here. Elsewhere: say what to install.
set -eu
want="chromium chromium-driver firefox-esr fonts-dejavu fonts-liberation fonts-noto-core"
have() { command -v chromium >/dev/null && command -v firefox-esr >/dev/null; }
have && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing $want"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $want >/dev/null
  exit 0
fi
echo "The browser tests need Chromium and Firefox ESR:" >&2
echo "  Debian or Ubuntu:  sudo apt-get install $want" >&2
exit 1
