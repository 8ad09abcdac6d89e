#!/bin/sh
# Print the folder of PostgreSQL's programs, installing Debian's package where that is missing and
# can be. Prints nothing where there is none; the tests that need it then say so.
set -eu

find_folder() {
    for folder in /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/initdb" ]; then
            echo "$folder"
            return 0
        fi
    done
    if command -v initdb >/dev/null 2>&1; then
        dirname "$(command -v initdb)"
        return 0
    fi
    return 1
}

if find_folder; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing PostgreSQL for the tests of shared databases." >&2
    (apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql) >&2 || true
    find_folder || true
fi
