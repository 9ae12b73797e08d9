package dev.zundacast.pipeline;

import dev.zundacast.disk.Inside;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * Where the audio that a post names is: in the site, in a folder of downloads, or on a server.
 *
 * @param named the post's {@code audio_file_path}
 * @param local the file, when there is one on this machine
 * @param remote the address, when the post names one
 */
record AudioPlace(String named, Optional<Path> local, Optional<String> remote) {

  /**
   * Finds it.
   *
   * @param site the site's root folder
   * @param siteUrl the site's own address, "" when unknown
   * @param audioDir a folder to look in by name when it is not in the site
   * @param post named in messages
   */
  static AudioPlace find(
      String named, Path site, String siteUrl, Optional<Path> audioDir, Path post)
      throws IOException {
    // The template tells addresses from paths in this way.
    boolean remote = named.contains("https://") || named.startsWith("http://");
    boolean own = remote && !siteUrl.isEmpty() && named.startsWith(siteUrl + "/");
    Optional<Path> local = Optional.empty();
    if (!remote || own) {
      local = inside(site, own ? named.substring(siteUrl.length()) : named, post);
    }
    if (local.isEmpty() && audioDir.isPresent()) {
      local = inside(audioDir.get(), fileName(named), post);
    }
    return new AudioPlace(named, local, remote ? Optional.of(named) : Optional.empty());
  }

  private static String fileName(String named) {
    String path = named.replaceFirst("[?#].*$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The file as named, unescaped, or in the other Unicode form; a bare name also in audio/. */
  private static Optional<Path> inside(Path folder, String named, Path post) throws IOException {
    if (named.isBlank() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    for (String name : List.of(named, "audio/" + named)) {
      for (String form : forms(name)) {
        Path file = Inside.resolve(folder, form, post);
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
      if (named.contains("/")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<String> forms(String name) {
    String plain = name.contains("%") ? unescaped(name) : name;
    return List.of(
        name,
        plain,
        Normalizer.normalize(plain, Normalizer.Form.NFC),
        Normalizer.normalize(plain, Normalizer.Form.NFD));
  }

  static String unescaped(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // a percent sign that escapes nothing
    }
  }
}
