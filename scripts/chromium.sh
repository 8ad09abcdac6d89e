#!/bin/sh
# Print the path of a Chromium for the browser test, after installing one where that is possible.
# Prints nothing where there is none: the test is then skipped, or fails where CI is set.
# Usage: chromium.sh PYTHON, with a Python that has playwright.

find_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return 0
    done
    return 1
}

if [ -n "$ATTACHE_CHROMIUM" ]; then
    echo "$ATTACHE_CHROMIUM"
    exit 0
fi
find_browser && exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser test." >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1
    find_browser && exit 0
fi

"$1" - 2>/dev/null <<'PYTHON' || echo "No Chromium: the browser test will be skipped." >&2
import subprocess
import sys

from playwright.sync_api import sync_playwright

install = [sys.executable, "-m", "playwright", "install", "chromium"]
subprocess.run(install, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
