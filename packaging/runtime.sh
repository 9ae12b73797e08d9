#!/usr/bin/env bash
# runtime.sh JAR VERSION TIME TO CLASSES [JDK]: lays out an installation of the program in TO, with a Java of its own.
set -eu
cd "${BASH_SOURCE[0]%/*}/.."
jar=$1 version=$2 time=$3 to=$4 classes=$5 jdk=${6:-}

fail() {
  printf 'runtime.sh: %s\n' "$1" >&2
  exit 1
}

major_of() {
  local major
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  printf '%s' "${major:-0}"
}

# Only since Java 25 one run of the program makes what later ones start with.
if [ -z "$jdk" ]; then
  for candidate in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "${JAVA_HOME:-}"; do
    [ -x "$candidate/bin/jlink" ] && [ "$(major_of "$candidate")" -ge 25 ] && jdk=$candidate
  done
fi
[ -n "$jdk" ] || fail 'the runtime is made of a JDK 25 or newer; install one (Debian: apt-get install openjdk-25-jdk-headless) or name it with -Drelease.jdk=FOLDER'

rm -rf "$to"
mkdir -p "$to/bin" "$to/lib" "$to/share/completions" "$to/../files"

# What the libraries name, less a part that Lucene takes where it is there; jdeps cannot see charsets, the
# words for weekdays in Japanese, elliptic curves, and what Lucene asks the virtual machine. Nothing is shown
# or played, nor written in a mainframe's characters, and a tar.gz packs better what was not packed before.
# Of Swing each package keeps some classes, as a module's packages must be there.
modules=$("$jdk/bin/jdeps" --ignore-missing-deps --multi-release 21 --print-module-deps "$jar" |
  tr ',' '\n' | grep -vx jdk.incubator.vector | tr '\n' ',')
"$jdk/bin/jlink" --add-modules "${modules}jdk.unsupported,jdk.management,jdk.charsets,jdk.localedata,jdk.crypto.ec" \
  --include-locales=en,ja --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$to/runtime" \
  --exclude-resources='/java.desktop/javax/swing/**$*.class,/java.desktop/javax/swing/**Painter.class,/java.desktop/sun/swing/**$*.class,/java.desktop/com/sun/java/swing/**$*.class,/java.desktop/sun/awt/X11/X*.class,/jdk.charsets/sun/nio/cs/ext/IBM*.class' \
  --exclude-files='/java.desktop/lib/libfontmanager.so,/java.desktop/lib/libfreetype.so,/java.desktop/lib/libawt_xawt.so,/java.desktop/lib/libjawt.so,/java.desktop/lib/libsplashscreen.so,/java.desktop/lib/libjsound.so,/java.desktop/lib/libmlib_image.so,/java.base/lib/jrt-fs.jar,/java.base/lib/classlist'
if command -v strip >/dev/null; then strip --strip-unneeded "$to"/runtime/lib/server/libjvm.* "$to"/runtime/lib/*.so 2>/dev/null || true; fi
# Its own time stands in it.
sed -i.bak '/^BUILD_DATE\|^SOURCE_DATE/d' "$to/runtime/release" && rm -f "$to/runtime/release.bak"

# Some JDKs take libjpeg and libz of the system, which another system may not have.
if command -v ldd >/dev/null; then
  ldd "$to"/runtime/lib/*.so 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => \(\/[^ ]*\) .*/\1 \2/p' | sort -u |
    while read -r name file; do
      case $name in libc.so* | libm.so* | libdl.so* | libpthread.so* | librt.so*) continue ;; esac
      case $file in "$to"/*) continue ;; esac
      cp -L "$file" "$to/runtime/lib/$name"
      package=$(dpkg -S "$(readlink -f "$file")" 2>/dev/null | cut -d: -f1 || true)
      if [ -r "/usr/share/doc/$package/copyright" ]; then cp "/usr/share/doc/$package/copyright" "$to/runtime/legal/$name.txt"; fi
    done
fi

"$jdk/bin/java" packaging/java/dev/zundacast/release/Jars.java modern "$time" "$jar" "$to/../zundacast.jar"
jar=$to/../zundacast.jar
"$jdk/bin/java" packaging/java/dev/zundacast/release/Jars.java stored "$time" "$jar" "$to/lib/zundacast.jar" "$classes"
cp zundacast "$to/bin/zundacast"
cp -r voices LICENSE NOTICE README.md README.ja.md CHANGELOG.md "$to"
mkdir -p "$to/examples" && cp -r examples/site "$to/examples/site"
cp -r docs "$to/docs"

for shell in bash zsh; do
  "$to/runtime/bin/java" -cp "$to/lib/zundacast.jar" dev.zundacast.cli.Main completion $shell >"$to/share/completions/zundacast.$shell"
done
"$jdk/bin/java" packaging/java/dev/zundacast/release/Jars.java carrying "$time" "$jar" "$to/../files/zundacast-$version.jar" "$to" voices examples
