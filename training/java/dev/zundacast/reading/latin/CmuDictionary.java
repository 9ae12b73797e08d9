package dev.zundacast.reading.latin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pronunciations of CMUdict, from the npm package cmu-pronouncing-dictionary. */
final class CmuDictionary {
  static final String PACKAGE = "cmu-pronouncing-dictionary@3.0.0";
  private static final Pattern ENTRY = Pattern.compile("\\s*\"([a-z]+)\": \"([A-Z0-9 ]+)\",?");

  private CmuDictionary() {}

  /** Fetches the package into {@code folder} with npm, where it is not there yet. */
  static Path fetch(Path folder) throws IOException, InterruptedException {
    Path words = folder.resolve("package").resolve("index.js");
    if (!Files.exists(words)) {
      Files.createDirectories(folder);
      run(folder, "npm", "pack", "--silent", PACKAGE);
      run(folder, "tar", "-xzf", "cmu-pronouncing-dictionary-3.0.0.tgz");
    }
    return words;
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }

  /** Each word of letters alone with the phones of its first pronunciation. */
  static Map<String, List<String>> words(Path indexJs) throws IOException {
    Map<String, List<String>> words = new TreeMap<>();
    for (String line : Files.readAllLines(indexJs, StandardCharsets.UTF_8)) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        words.put(entry.group(1), List.of(entry.group(2).split(" ", -1)));
      }
    }
    return words;
  }
}
