#!/usr/bin/env bash
# finish.sh VERSION FOLDER: the list of parts, and what names the other files by their checksums: formula, catalog, SHA256SUMS.
set -eu
packaging=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
templates=$packaging/templates
version=$1
url=$(sed -n '/<scm>/,/<\/scm>/s|.*<url>\(.*\)</url>.*|\1|p' "$packaging/../pom.xml")
cd "$2"
cp ../parts.json "zundacast-$version.cdx.json"

# A file that is not part of this release must not get into its list.
for old in zundacast*; do
  case $old in *"-$version"[.-]* | *"_${version}_"* | zundacast.rb) ;; *) rm -rf "$old" ;; esac
done
sum() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}
for needed in "zundacast-$version.zip" "zundacast-$version.jar"; do
  [ -f "$needed" ] || { echo "finish.sh: $needed is missing" >&2; exit 1; }
done
zip_sum=$(sum "zundacast-$version.zip" | cut -d' ' -f1)
jar_sum=$(sum "zundacast-$version.jar" | cut -d' ' -f1)
for file in zundacast.rb jbang-catalog.json; do
  sed -e "s|@URL@|$url|g; s|@VERSION@|$version|g; s|@ZIP_SHA256@|$zip_sum|; s|@JAR_SHA256@|$jar_sum|" "$templates/$file" >"$file"
done
rm -f SHA256SUMS
files=()
for file in *; do if [ -f "$file" ]; then files+=("$file"); fi; done
sum "${files[@]}" >SHA256SUMS
