package dev.zundacast.script;

import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.script.narration.Narration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the narrations that somebody else wrote are found.
 *
 * @param place a file; a folder whose files are called by the date, the audio or the file of their
 *     posts; or a file's name with {@code {audio}}, {@code {date}} or {@code {post}} in it
 * @param text what the narration says where no file holds it
 */
public record NarrationSource(Path place, Optional<String> text, Take take) {
  /** What stands for the names of a post in that of a file. */
  public static final List<String> PLACEHOLDERS = List.of("{audio}", "{date}", "{post}");

  private static final List<String> ENDINGS = List.of(".txt", ".md", ".json");

  /** When scripts take a narration, which is refused where it does not tell all articles. */
  public enum Take {
    /** The person asked for it: it has to be there. */
    ASKED,
    /** The same, but the rules say what it does not tell. */
    PARTLY,
    /** The settings name it: it is taken where it is there and new. */
    NEW
  }

  /** A narration that is not in a file. */
  public static NarrationSource of(String name, String text, Take take) {
    return new NarrationSource(Path.of(name), Optional.of(text), take);
  }

  /**
   * The narration of a post.
   *
   * @param speakers the names of characters, which may stand before what they say
   */
  Optional<Narration> of(Post post, List<String> speakers) throws IOException {
    Optional<Path> there = text.isPresent() ? Optional.empty() : file(post);
    Optional<String> words = there.isPresent() ? TextFile.read(there.get()) : text;
    if (words.isEmpty() && take != Take.NEW) {
      Message message =
          Files.isDirectory(place)
              ? Message.of("narration.noneOf", names(post).get(0))
              : Message.of("narration.none");
      throw Problem.in(Diagnostic.of(place, message));
    }
    return words.map(it -> Narration.of(there.orElse(place), it, speakers));
  }

  /** The file of a post's narration, if it is there. */
  public Optional<Path> file(Post post) {
    List<String> names = names(post);
    String pattern = place.toString();
    Stream<Path> files =
        Files.isDirectory(place)
            ? names.stream().flatMap(it -> ENDINGS.stream().map(end -> place.resolve(it + end)))
            : Stream.of(
                Path.of(
                    pattern
                        .replace("{audio}", names.get(0))
                        .replace("{post}", names.get(1))
                        .replace("{date}", names.get(2))));
    return files.filter(Files::isRegularFile).findFirst();
  }

  /** The names of a post's audio, file and date. */
  private static List<String> names(Post post) {
    String file = Post.stem(post.file());
    String audio = post.audioPath().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.\\w+$", "");
    LocalDate date = post.date().toLocalDate();
    return List.of(
        audio.isEmpty() ? file : audio,
        file,
        date.toString(),
        date.format(DateTimeFormatter.BASIC_ISO_DATE));
  }
}
