#!/bin/sh
# Rebuilds the two web fonts from the full Be Vietnam Pro files (SIL Open Font License 1.1, no reserved font name).
# Needs node's npm client and pyftsubset (fonttools[woff], in the development requirements). Run from the project's root.
set -eu

PACKAGE="@expo-google-fonts/be-vietnam-pro@0.4.1"
TARGET="static/edusite/fonts"
PYFTSUBSET="${PYFTSUBSET:-.venv/bin/pyftsubset}"

# Basic Latin and Latin-1, every Vietnamese letter, the combining marks of decomposed text, punctuation, dong and euro signs.
UNICODES="U+0020-007E,U+00A0-00FF,U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0"
UNICODES="$UNICODES,U+0300-0303,U+0306,U+0309,U+031B,U+0323,U+1EA0-1EF9,U+2010-2015,U+2018-201E,U+2022,U+2026"
UNICODES="$UNICODES,U+20AB,U+20AC,U+2122,U+2212,U+2260,U+2264-2265"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "$PACKAGE" >/dev/null && tar -xzf ./*.tgz)

mkdir -p "$TARGET"
for face in 400Regular 700Bold; do
    weight=$(printf '%s' "$face" | cut -c1-3)
    "$PYFTSUBSET" "$work/package/$face/BeVietnamPro_$face.ttf" \
        --no-hinting --flavor=woff2 --layout-features='kern,mark,mkmk,ccmp,locl,liga,case' \
        --unicodes="$UNICODES" --output-file="$TARGET/be-vietnam-pro-$weight.woff2"
done
cp "$work/package/LICENSE_FONT" "$TARGET/OFL.txt"
ls -l "$TARGET"
