package dev.zundacast.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.reading.ReadingList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of one show, all absolute.
 *
 * @param voices folders of voice files and templates, the show's own before the program's
 * @param readings reading lists, the show's own before the program's
 * @param scripts one script an episode, edited by people
 * @param out everything that can be made again
 */
public record Workspace(List<Path> voices, List<Path> readings, Path scripts, Path out) {
  /** An address that is not of the web, one without its scheme, what a site generator fills in. */
  private static final Pattern NO_FILE_NAME =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://|^//|\\{[{%]");

  private static final Pattern POST = Pattern.compile("(?m)^@post (.*)$");
  private static final Pattern ARTICLE = Pattern.compile("(?m)^@(?:source|title) (.+)$");

  /** Where new voices of the show are written. */
  public Path ownVoices() {
    return voices.get(0);
  }

  /** A reading list to be changed: the shared one of the program, else the show's own. */
  public ReadingList readingList(boolean shared) throws IOException {
    return ReadingList.load(readings.get(shared ? readings.size() - 1 : 0));
  }

  /**
   * Keeps what can be made again out of the site's repository, where it lies in the folder that is
   * made for a show; its file for git, where that was written.
   */
  public Optional<Path> ignoreOut() throws IOException {
    Path ignored = out.resolveSibling(".gitignore");
    if (!out.endsWith(Path.of(ShowFolder.DATA, "out")) || Files.exists(ignored)) {
      return Optional.empty();
    }
    AtomicFile.write(ignored, "# Can be made again.\n/out/\n");
    return Optional.of(ignored);
  }

  /** The script of a post: {@code 2026-03-18-446.md} to {@code 2026-03-18-446.txt}. */
  public Path script(Path post) {
    return scripts.resolve(Post.stem(post) + ".txt");
  }

  /** The script of a post; a problem that names both where it is another post's. */
  public Path ownScript(Path post, Path root) throws IOException {
    Path script = script(post);
    if (Files.isRegularFile(script)) {
      // Scripts are UTF-8; where one is not, whoever parses it says so.
      requireOwn(script, new String(Files.readAllBytes(script), UTF_8), post, root);
    }
    return script;
  }

  private static void requireOwn(Path script, String text, Path post, Path root)
      throws IOException {
    String named = values(POST, text).findFirst().orElse("");
    if (!named.isEmpty() && !isNameOf(named, post, root)) {
      throw another(script, named, post);
    }
    // Shows that were given one folder of scripts meet there.
    if (!script.startsWith(root) && !script.startsWith(ShowFolder.of(post).root())) {
      List<String> articles = values(ARTICLE, text).toList();
      String own = new String(Files.readAllBytes(post), UTF_8);
      if (!articles.isEmpty() && articles.stream().noneMatch(own::contains)) {
        throw another(script, Message.of("script.ofAnotherShow", named), post);
      }
    }
  }

  private static Stream<String> values(Pattern row, String script) {
    return row.matcher(script).results().map(found -> found.group(1).strip());
  }

  /** Whether a post may be the one that a script names, by the names of both. */
  private static boolean isNameOf(String named, Path post, Path root) {
    try {
      Path file = root.resolve(named);
      return file.endsWith(post.getFileName())
          && (!Files.exists(file) || Files.isSameFile(file, post));
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  private static Problem another(Path script, Object found, Path post) {
    return Problem.in(Diagnostic.of(script, "script.ofOtherPost", found, post));
  }

  /** The scripts of all posts that have one, in the order of their names. */
  public List<Path> allScripts() throws IOException {
    return SafePath.named("[^.].*\\.txt", scripts);
  }

  /** What a build leaves for one episode beside its MP3. */
  public Path episode(Path post) {
    return episode(out, post);
  }

  /** What a build leaves for one episode below this folder. */
  public static Path episode(Path out, Path post) {
    return out.resolve("episodes").resolve(Post.stem(post));
  }

  /** What builds leave of every episode. */
  public Path episodes() {
    return out.resolve("episodes");
  }

  /** What is held while an episode is being worked on, by one program at a time. */
  public HeldLock lock(Path post) throws IOException {
    return HeldLock.take(out.resolve("locks").resolve(Post.stem(post) + ".lock"), name(post));
  }

  /** The content-addressed clips. */
  public Path clips() {
    return out.resolve("clips");
  }

  /** What commands changed in scripts, so that it can be taken back. */
  public Path changes() {
    return out.resolve("undo");
  }

  /** Encoded frames, beside the clips that they come from. */
  public Path frames() {
    return out.resolve("frames");
  }

  /** Pictures as they had to be made to fit into a tag. */
  public Path pictures() {
    return out.resolve("pictures");
  }

  /** Checks that scripts and what is made can be written, before any work is done. */
  public void requireWritable() {
    requireWritable(scripts, "scripts");
    for (Path folder : List.of(out, clips(), frames(), episodes())) {
      requireWritable(folder, "out");
    }
  }

  private static void requireWritable(Path folder, String option) {
    Path there = SafePath.nearest(folder, Files::exists).orElse(folder);
    if (Files.exists(there) && !Files.isDirectory(there)) {
      throw Problem.failed("folder.isFile", there, option);
    }
    if (!Files.isWritable(there)) {
      throw Problem.failed("folder.notWritable", folder, option);
    }
  }

  /** When files were written last and how long they are, as a text that differs where that does. */
  public static String stamp(Collection<Path> files) {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files) {
      stamp.append(file);
      try {
        stamp.append(' ').append(Files.getLastModifiedTime(file).toMillis());
        stamp.append(' ').append(Files.size(file));
      } catch (IOException missing) {
        stamp.append(" -");
      }
      stamp.append('\n');
    }
    return stamp.toString();
  }

  /** A path's last name, for messages, with the folder of a post that is called by that. */
  public static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("index\\.(?i:md|mdx|markdown)") ? Post.stem(file) + "/" + name : name;
  }

  /** Whether a post's path is an address of the web. */
  public static boolean isAddress(String path) {
    return path.matches("(?i)https?://.*");
  }

  /** Whether a post's path can be that of a file in its site. */
  public static boolean isFileName(String path) {
    return !NO_FILE_NAME.matcher(path).find();
  }
}
