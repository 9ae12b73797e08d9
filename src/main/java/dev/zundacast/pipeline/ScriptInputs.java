package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Show;
import dev.zundacast.script.ScriptOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a post's script follows from, as one fingerprint that is kept beside the episode's other
 * files. While it stays the same an update of the script changes nothing, whatever a person does to
 * the words of its lines, so that the post need not be put into the character's words again.
 *
 * @param sha256 64 hex digits
 */
record ScriptInputs(String sha256) {
  private static final String FILE = "script.sha256";
  private static final String READING_LIST = "readings.tsv";

  /**
   * The inputs as they are on the disk.
   *
   * @param program names this build of the program; without one nothing is taken for the same
   */
  static Optional<ScriptInputs> of(
      String program, PostOnDisk post, Show show, Workspace workspace, ScriptOptions options)
      throws IOException {
    Path script = workspace.script(post.file());
    if (program.isEmpty() || options.narration().isPresent() || !Files.exists(script)) {
      return Optional.empty();
    }
    Digest digest = new Digest().add(program);
    add(digest, show);
    digest.add(options.style().orElse("")).add(Integer.toString(options.maxSentences().orElse(0)));
    digest.add(options.minutes().toString());
    digest.add(frame(script)).add(post.withoutValues());
    try (Stream<Path> files = Files.walk(workspace.voices(), 2)) {
      for (Path file : files.filter(ScriptInputs::counts).sorted().toList()) {
        digest.add(file.toString()).add(Files.readAllBytes(file));
      }
    }
    return Optional.of(new ScriptInputs(digest.hex()));
  }

  private static void add(Digest digest, Show show) {
    digest.add(show.root().toString()).add(show.title()).add(show.url()).add(show.author());
    digest.add(show.description()).add(show.language());
    digest.addAll(show.actors().keySet()).addAll(show.actors().values());
    digest.add(show.cover().map(Path::toString).orElse(""));
  }

  private static boolean counts(Path file) {
    return Files.isRegularFile(file) && !Workspace.name(file).equals(READING_LIST);
  }

  /**
   * Everything in a script file but the words of its lines, what is spoken for them, and remarks.
   */
  private static String frame(Path script) throws IOException {
    StringBuilder frame = new StringBuilder();
    for (String row : text(script).lines().toList()) {
      boolean remark = row.startsWith("#") && !row.startsWith("#=");
      if (!remark && !row.stripLeading().startsWith(">")) {
        frame.append(row.startsWith("[") ? id(row) : row).append('\n');
      }
    }
    return frame.toString();
  }

  /** A line's row up to the end of its id. */
  private static String id(String row) {
    int end = 1;
    while (end < row.length() && " \t\u000b\f\r]".indexOf(row.charAt(end)) < 0) {
      end++;
    }
    return row.substring(0, end);
  }

  /** What is no text is left to whoever reads it as one, and says so. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Whether the script was last brought up to date with these. */
  boolean areThoseOf(Path episode) throws IOException {
    Path file = episode.resolve(FILE);
    return Files.isRegularFile(file) && text(file).strip().equals(sha256);
  }

  void write(Path episode) throws IOException {
    if (!areThoseOf(episode)) {
      AtomicFile.write(episode.resolve(FILE), sha256 + "\n");
    }
  }
}
