#!/usr/bin/env bash
# version.sh VERSION: the version of a release: that of the tag vX.Y.Z, with what was committed since behind it;
# without a tag VERSION and the commit, and outside of git VERSION.
set -eu
cd "${BASH_SOURCE[0]%/*}/.."
if tag=$(git describe --tags --match 'v[0-9]*' --dirty 2>/dev/null); then
  printf '%s' "${tag#v}"
elif commit=$(git describe --always --dirty 2>/dev/null); then
  printf '%s-g%s' "$1" "$commit"
else
  printf '%s' "$1"
fi
