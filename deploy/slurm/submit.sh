#!/usr/bin/env bash
# Submits the shards of a site and, after them, collect:  SITE=/shared/site ENGINES=/shared/engines ./submit.sh [SHARDS]
# A show that was never built needs one episode before the shards: it finds the gain of each voice for all of them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
shards=${1:-8}
: "${SITE:?the folder of the site, seen by all nodes}"
export SITE ENGINES="${ENGINES:-}" ENGINE_IMAGE="${ENGINE_IMAGE:-}" ZUNDACAST="${ZUNDACAST:-zundacast}"
# Tasks of an array may be run again one by one: --array=3,7 must not look like two shards.
export ZUNDACAST_SHARDS=$shards

build=$(sbatch --parsable --array="0-$((shards - 1))" "$here/build.sbatch")
collect=$(sbatch --parsable --dependency="afterany:${build%%;*}" "$here/collect.sbatch")
printf 'build %s, collect %s\n' "${build%%;*}" "${collect%%;*}"
