#!/usr/bin/env bash
# Builds the Python environment .venv from a locked requirements file: environment.sh [requirements.txt|requirements-dev.txt]
#
# A stamp named after the hash of the locked files makes the next run return at once; the environment for the tools
# serves for running as well. PYTHON names another interpreter. Needs python3 3.11 or newer and python3-venv, nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=${1:-requirements.txt}
python=${PYTHON:-python3}

stop() { echo "edusite: $1" >&2; exit 1; }

case $lock in
    requirements.txt) tools=no ;;
    requirements-dev.txt) tools=yes ;;
    *) stop "unknown requirements file $lock" ;;
esac
command -v "$python" >/dev/null 2>&1 || stop "python3 is missing; run: apt-get install -y python3 python3-venv"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 or newer is needed, $python is $("$python" -c 'import platform; print(platform.python_version())'); name another one: make PYTHON=/path/to/python3.11 …"
"$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || stop "the venv module is missing; run: apt-get install -y python3-venv"

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
stamp_for() { echo ".venv/.edusite-$version-$1-$(cat requirements.txt requirements-dev.txt | sha256sum | cut -c1-16)"; }
stamp=$(stamp_for "$lock")
tools_stamp=$(stamp_for requirements-dev.txt)
works() { .venv/bin/python -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != sys.argv[1])' "$version" 2>/dev/null; }

if works && { [ -e "$stamp" ] || [ -e "$tools_stamp" ]; }; then
    exit 0
fi

# Two makes at once must not write into the same environment.
if command -v flock >/dev/null 2>&1 && [ -z "${EDUSITE_ENVIRONMENT_LOCKED:-}" ]; then
    EDUSITE_ENVIRONMENT_LOCKED=1 exec flock .venv.lock "$PWD/scripts/environment.sh" "$lock"
fi

count=$(grep -c '^[A-Za-z0-9]' "$lock")
echo "== Environment: $count locked packages for Python $version into .venv (a minute or two, only when they change)"
if ! works || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv || stop "the environment could not be made in .venv"
fi
rm -f .venv/.edusite-*
install() {
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --progress-bar off --require-hashes --no-deps \
        --only-binary :all: -r "$lock" 2>&1 |
        sed -uE -e '/^(Looking in|Ignoring|WARNING: Location|Requirement already| )/d' -e 's/ \(from .*//' -e 's/^(.{100}).*/\1/' -e 's/^/   /'
}
for attempt in 1 2 3; do
    if install; then break; fi
    [ "$attempt" -lt 3 ] || stop "the packages of $lock could not be installed; run again: make env"
    echo "   that did not work, trying again ($((attempt + 1)) of 3)"
    sleep 3
done
: > "$stamp"
[ "$tools" = no ] || : > "$tools_stamp"
