#!/usr/bin/env bash
# version.sh VERSION: the version of a release: that of the tag vX.Y.Z, with what was committed since behind it;
# without a tag VERSION and the commit, and outside of git VERSION.
# Of a commit as many digits are said in each clone: git's own choice grows with what else a clone holds.
set -eu
cd "${BASH_SOURCE[0]%/*}/.."
if tag=$(git describe --tags --match 'v[0-9]*' --abbrev=12 --dirty 2>/dev/null); then
  printf '%s' "${tag#v}"
elif commit=$(git describe --always --abbrev=12 --dirty 2>/dev/null); then
  printf '%s-g%s' "$1" "$commit"
else
  printf '%s' "$1"
fi
