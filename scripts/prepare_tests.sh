#!/usr/bin/env bash
# Makes sure that what the tests need beyond Python is there: prepare_tests.sh [need…]
#
# Needs: libmagic clamd postgresql chromium libatomic node npm java gettext xmllint pango checkers (all of these without an argument), nginx wrk.
# What is missing is installed by apt where this runs as root; elsewhere one line names the command to run.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- libmagic clamd postgresql chromium libatomic node npm java gettext xmllint pango checkers

# Tools of the system's administrator are not on everybody's PATH.
export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
checkers_key=$(cat qa/package.json qa/package-lock.json | sha256sum | cut -c1-16)

installs() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
any_browser() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

has() {
    case $1 in
        postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null ;;
        chromium) command -v chromium-headless-shell >/dev/null || { ! installs && any_browser; } ;;
        # The driver that comes with Playwright for Python is linked against it.
        libmagic) [ -n "$(ldconfig -p 2>/dev/null | grep -F libmagic.so.1)" ] ;;
        libatomic) [ -n "$(ldconfig -p 2>/dev/null | grep -F libatomic.so.1)" ] ;;
        # WeasyPrint makes the PDF documents with it.
        pango) [ -n "$(ldconfig -p 2>/dev/null | grep -F libpangoft2-1.0.so.0)" ] ;;
        gettext) command -v xgettext >/dev/null && command -v msgfmt >/dev/null ;;
        checkers)
            [ "$(cat qa/.installed 2>/dev/null)" = "$checkers_key" ] && [ -s qa/node_modules/axe-core/axe.min.js ] &&
                [ -s qa/node_modules/vnu-jar/build/dist/vnu.jar ]
            ;;
        node) command -v node >/dev/null || command -v nodejs >/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

package() {
    case $1 in
        postgresql | npm | gettext | nginx | wrk) echo "$1" ;;
        # Without the user interface of a browser: half of the processor's time for the same pages.
        chromium) echo chromium-headless-shell ;;
        libmagic) echo libmagic1 ;;
        clamd) echo clamav-daemon ;;
        libatomic) echo libatomic1 ;;
        pango) echo libpangoft2-1.0-0 libharfbuzz-subset0 ;;
        node) echo nodejs ;;
        java) echo default-jre-headless ;;
        xmllint) echo libxml2-utils ;;
        *) echo "edusite: unknown need $1" >&2; exit 2 ;;
    esac
}

packages=()
checkers=no
for need in "$@"; do
    if has "$need"; then continue; fi
    if [ "$need" = checkers ]; then checkers=yes; continue; fi
    # The distribution's nodejs may come with or without npm: npm is only needed to fetch the checkers.
    if { [ "$need" = npm ] || [ "$need" = node ]; } && has checkers; then continue; fi
    read -ra names <<<"$(package "$need")"
    packages+=("${names[@]}")
done

retry() {
    local attempt
    for attempt in 1 2 3; do
        if "$@"; then return 0; fi
        [ "$attempt" = 3 ] || { echo "   that did not work, trying again ($((attempt + 1)) of 3)"; sleep $((attempt * 5)); }
    done
    return 1
}

if [ ${#packages[@]} -gt 0 ]; then
    command="apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
    if ! installs; then
        [ "$(id -u)" = 0 ] || command="sudo sh -c '$command'"
        echo "edusite: the tests need ${packages[*]}; run: $command" >&2
        exit 1
    fi
    echo "== Installing what the tests need: ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # apt says a line or more for each of several hundred packages: every fiftieth is progress enough.
    show() {
        awk '/^(Need to get|Fetched|Err|E:)/ { print "   " substr($0, 1, 110); fflush() }
            /^(Get:|Unpacking|Setting up)/ && ++steps % 50 == 0 { print "   " steps " steps: " substr($0, 1, 80); fflush() }'
    }
    update() { apt-get update -o Acquire::Retries=3 </dev/null 2>&1 | show; }
    install() {
        apt-get install -y --no-install-recommends -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
            "${packages[@]}" </dev/null 2>&1 | show
    }
    if ! retry update || ! retry install; then
        # Another Chromium does as well, in twice the time.
        if [ "${packages[*]}" != chromium-headless-shell ] || ! any_browser; then
            echo "edusite: the tests need ${packages[*]} and apt could not install them; run: $command" >&2
            exit 1
        fi
    fi
fi

if [ "$checkers" = yes ]; then
    echo "== Installing the checkers of accessibility and HTML into qa/node_modules"
    fetch() { (cd qa && npm ci --ignore-scripts --no-audit --no-fund --no-progress --loglevel=error </dev/null); }
    if ! retry fetch || ! [ -s qa/node_modules/vnu-jar/build/dist/vnu.jar ]; then
        echo "edusite: the checkers could not be installed; run: cd qa && npm ci --ignore-scripts" >&2
        exit 1
    fi
    echo "$checkers_key" > qa/.installed
fi
