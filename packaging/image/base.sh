#!/usr/bin/env bash
# base.sh TIME TO: a base image without a registry, of Debian's packages alone, as `docker save` writes one.
set -eu
time=$1 to=$2
command -v mmdebstrap >/dev/null || {
  echo 'base.sh: mmdebstrap is missing; install it (Debian: apt-get install mmdebstrap), or name a base image with -Drelease.image=docker://eclipse-temurin:21-jre or tar://FILE' >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(date -u -d "$time" +%s)

# What the launcher and Java's libraries need, the UTF-8 locale (libc-bin), and time zones. bash stands in for sh.
mmdebstrap --quiet --variant=extract --include=base-files,libc6,libc-bin,libstdc++6,libgcc-s1,zlib1g,tzdata,bash,libtinfo6,libmp3lame0 \
  --customize-hook='ln -sf bash "$1/usr/bin/sh"; mkdir -p "$1/site" "$1/tmp"; chmod 1777 "$1/tmp"; chmod 777 "$1/site"' \
  --customize-hook='rm -rf "$1"/usr/share/doc/*/* "$1/usr/share/man" "$1/usr/share/locale" "$1/usr/share/bug" "$1/var/cache" "$1/var/lib/apt" "$1/var/log"' \
  trixie "$work/layer.tar"

digest=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
arch=$(dpkg --print-architecture)
printf '{"architecture":"%s","os":"linux","created":"%s","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]},"history":[{"created":"%s","created_by":"mmdebstrap"}]}' \
  "$arch" "$time" "$digest" "$time" >"$work/config.json"
printf '[{"Config":"config.json","RepoTags":["zundacast-base:latest"],"Layers":["layer.tar"]}]' >"$work/manifest.json"
mkdir -p "${to%/*}"
tar --create --file "$to" --directory "$work" --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner config.json layer.tar manifest.json
