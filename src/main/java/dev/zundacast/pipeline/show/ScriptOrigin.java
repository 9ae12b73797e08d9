package dev.zundacast.pipeline.show;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a script file tells of the post that it was written for.
 *
 * @param post the value of its {@code @post} row, "" when it has none
 * @param articles titles and addresses of its articles
 */
public record ScriptOrigin(String post, List<String> articles) {
  private static final String POST = "@post ";

  public ScriptOrigin {
    articles = List.copyOf(articles);
  }

  /** Reads a script; empty for a file that is none. */
  public static Optional<ScriptOrigin> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    // Scripts are UTF-8; where one is not, whoever parses it says so.
    List<String> rows =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    if (rows.stream().noneMatch(row -> row.strip().matches("\uFEFF?@zundacast\\b.*"))) {
      return Optional.empty();
    }
    String post = "";
    List<String> articles = new ArrayList<>();
    boolean inArticle = false;
    for (String row : rows) {
      if (row.startsWith("==")) {
        inArticle = row.endsWith(" article");
      } else if (row.startsWith(POST)) {
        post = row.substring(POST.length()).strip();
      } else if (inArticle && (row.startsWith("@source ") || row.startsWith("@title "))) {
        articles.add(row.substring(row.indexOf(' ')).strip());
      }
    }
    return Optional.of(new ScriptOrigin(post, articles));
  }

  /** Whether it may be the script of this post of a site, by the names of both. */
  public boolean names(Path other, Path root) {
    if (post.isEmpty()) {
      return true;
    }
    Path named;
    try {
      named = root.resolve(post);
    } catch (InvalidPathException e) {
      return false;
    }
    boolean sameName = String.valueOf(named.getFileName()).equals(other.getFileName().toString());
    return sameName && !isAnotherFile(named, other);
  }

  private static boolean isAnotherFile(Path named, Path other) {
    try {
      return Files.exists(named) && !Files.isSameFile(named, other);
    } catch (IOException e) {
      // What cannot be looked at proves nothing.
      return false;
    }
  }

  /** Whether the post names an article of the script, or the script none. */
  public boolean sharesAnArticle(Path other) throws IOException {
    String text = new String(Files.readAllBytes(other), StandardCharsets.UTF_8);
    return articles.isEmpty() || articles.stream().anyMatch(text::contains);
  }

  /**
   * Checks that a script is that of the post whose script lies there.
   *
   * @param post of the site at {@code root}; all three are absolute
   * @throws Problem that names both when it is another post's or another show's
   */
  public static void require(Path script, Path post, Path root) throws IOException {
    Optional<ScriptOrigin> origin = read(script);
    if (origin.isEmpty()) {
      return;
    }
    // Shows that were given one folder of scripts meet there.
    boolean shared = !script.startsWith(root) && !script.startsWith(ShowFolder.of(post).root());
    if (!origin.get().names(post, root)) {
      throw another(script, origin.get().post, post);
    }
    if (shared && !origin.get().sharesAnArticle(post)) {
      throw another(script, origin.get().post + " of another show", post);
    }
  }

  private static Problem another(Path script, String found, Path post) {
    return Problem.in(
        Diagnostic.of(script, "this is the script of " + found + ", not of " + post)
            .withNext(
                "give each show a folder of its own with 'zundacast init', or move this script"
                    + " away"));
  }
}
