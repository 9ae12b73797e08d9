package dev.zundacast.disk;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML text to its tree of values, each with its line and column in the file. Nothing is
 * constructed, so no tag can act.
 *
 * @param firstLine the number that the text's first line has in the file
 * @param broken begins the message about text that is no YAML
 */
public record Yaml(Path file, String text, int firstLine, Message broken) {
  /** Settings have about 2 kB; more than this is none. */
  private static final int LARGEST_FILE = 1 << 20;

  /** Real front matters nest two levels deep, settings four. */
  private static final int DEEPEST = 20;

  /** Lists and maps that are named again; many of them make a small text an endless tree. */
  private static final int MOST_ALIASES = 50;

  /** Only read from once it is made, which takes a sixth of the reading of a front matter. */
  private static final Resolver TAGS = new Resolver();

  /** The text of a whole file; a problem when it is too large or not UTF-8. */
  public static Yaml read(Path file, Message broken) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw Problem.in(Diagnostic.of(file, "yaml.tooLong", file.getFileName()));
    }
    String text = TextFile.read(file).orElse("");
    return new Yaml(file, text.startsWith("\uFEFF") ? text.substring(1) : text, 1, broken);
  }

  /** A text as a value in single quotes. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Whether a place that is named from this file's folder is none inside of it. */
  boolean isElsewhere(String name) {
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      Path place = folder.resolve(name).normalize();
      return !place.startsWith(folder.normalize()) || SafePath.isOutside(folder, place);
    } catch (InvalidPathException noName) {
      return true;
    }
  }

  /** The root of the only document, null where it says nothing; a problem when it is broken. */
  public @Nullable Node root() {
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(DEEPEST);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), limits);
      return new Composer(parser, TAGS, limits).getSingleNode();
    } catch (YAMLException e) {
      throw Problem.in(diagnostic(e)).causedBy(e);
    }
  }

  private Diagnostic diagnostic(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      String what = marked.getProblem() == null ? "" : marked.getProblem();
      String context = marked.getContext() == null ? "" : marked.getContext();
      // What is missing is the quote's end, and the reader is wherever the text stopped.
      return context.contains("quoted") && marked.getContextMark() != null
          ? at(marked.getContextMark(), Message.of("yaml.openQuote", broken))
          : at(marked.getProblemMark(), Message.plain(broken, ": ", Message.library(what)));
    }
    if (e instanceof ReaderException reader) {
      return forbidden(reader);
    }
    String what = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return Diagnostic.at(file, firstLine, Message.plain(broken, ": ", Message.library(what)));
  }

  private Diagnostic forbidden(ReaderException e) {
    String before = text.substring(0, Math.min(e.getPosition(), text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    Message what =
        Message.of(
            "yaml.badCharacter", broken, String.format(Locale.ROOT, "%04X", e.getCodePoint()));
    return Diagnostic.at(file, firstLine + line, what).withNext("yaml.removeCharacter");
  }

  /** A finding at a place of the text, with its line; at the file where no place is known. */
  public Diagnostic at(@Nullable Mark mark, Message message) {
    if (mark == null) {
      return Diagnostic.of(file, message);
    }
    Message source = Message.plain(text.lines().skip(mark.getLine()).findFirst().orElse(""));
    return new Diagnostic(file, firstLine + mark.getLine(), mark.getColumn() + 1, message, source);
  }
}
