package dev.zundacast.post;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.post.Layout.AudioKeys;
import dev.zundacast.post.matter.FrontMatterFormat;
import dev.zundacast.post.matter.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A post's front matter: its values, and a copy of the post with its audio values put in. {@link
 * #withAudio} changes the bytes of those values and no other byte of the file. Keys are those of
 * the Yattecast template; the site's layout says how they are called in its posts.
 */
public final class FrontMatter {
  /** The key of the audio's path or address. */
  public static final String PATH = "audio_file_path";

  /** The key of the audio's size in bytes. */
  public static final String SIZE = "audio_file_size";

  /** The key of the audio's length. */
  public static final String DURATION = "duration";

  private final Path file;
  private final Layout layout;
  private final FrontMatterFormat matter;
  private final AudioKeys keys;
  private final StatedAudio audio;

  private FrontMatter(Path file, Layout layout, FrontMatterFormat matter) {
    this.file = file;
    this.layout = layout;
    this.matter = matter;
    this.keys = keys(layout, matter);
    this.audio = StatedAudio.of(matter.single(keys.size()), matter.single(keys.duration()));
  }

  /** Those keys whose path is there, else those of which any is, else the first. */
  private static AudioKeys keys(Layout layout, FrontMatterFormat matter) {
    List<AudioKeys> all = layout.audio();
    return all.stream()
        .filter(it -> matter.has(it.path()))
        .findFirst()
        .or(() -> all.stream().filter(it -> matter.has(it.size())).findFirst())
        .orElse(all.get(0));
  }

  /** Reads a post's front matter as its site's layout has it; refuses a missing or broken one. */
  public static FrontMatter read(Path file) throws IOException {
    return read(file, Layout.of(file));
  }

  /** Reads the front matter of a post that is written like this. */
  public static FrontMatter read(Path file, Layout layout) throws IOException {
    Path post = file.toAbsolutePath().normalize();
    return parse(post, Posts.bytes(post), layout);
  }

  /** What such a post would say. */
  public static FrontMatter parse(Path file, byte[] bytes) throws IOException {
    return parse(file, bytes, Layout.of(file));
  }

  /** Reads a front matter that is written like this. */
  public static FrontMatter parse(Path file, byte[] bytes, Layout layout) {
    return new FrontMatter(file, layout, FrontMatterFormat.parse(file, bytes));
  }

  /** The single value of a key as text; empty when the key is absent or holds a list. */
  public Optional<String> value(String key) {
    return matter.single(key(key)).map(Span::text);
  }

  /** The values of a key that holds a list, or its single value. */
  public List<String> values(String key) {
    List<String> list = matter.list(key(key));
    return list.isEmpty()
        ? value(key).filter(v -> !v.isBlank()).map(List::of).orElse(List.of())
        : list;
  }

  /** What it names as its audio, "" for nothing. */
  public String path() {
    return value(PATH).orElse("").strip();
  }

  /** How this key is called in the post. */
  public String key(String key) {
    return switch (key) {
      case PATH -> keys.path();
      case SIZE -> keys.size();
      case DURATION -> keys.duration();
      default -> {
        List<String> names = layout.keys(key);
        yield names.stream().filter(matter::has).findFirst().orElse(names.get(0));
      }
    };
  }

  /** Whether the site's generator leaves the post out until somebody says that it is finished. */
  public boolean isDraft() {
    return layout.takesAnyName() && value("draft").filter("true"::equals).isPresent();
  }

  /** The post. */
  public Path file() {
    return file;
  }

  /** The whole post as it was read. */
  public byte[] bytes() {
    return matter.bytes();
  }

  /** Whether nobody changed the post since. */
  public boolean isUnchanged() throws IOException {
    return Arrays.equals(Posts.bytes(file), bytes());
  }

  /** What the post says about its audio, as the site's feed prints it. */
  public StatedAudio audio() {
    return audio;
  }

  /**
   * The whole post with these two values, where one that says the same stays as it is; a problem
   * when they cannot be put in without touching anything else.
   */
  public byte[] withAudio(long size, String duration) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!audio.hasSize(size)) {
      values.put(keys.size(), Long.toString(size));
    }
    if (!audio.hasDuration(duration)) {
      values.put(keys.duration(), length(duration));
    }
    return spliced(
        values,
        after -> after.audio.hasSize(size) && after.audio.hasDuration(duration),
        "post.valuesLost");
  }

  /** The same with a length in ms; a stated length that other tools rounded otherwise stays. */
  public byte[] withAudio(long size, long millis) {
    boolean right = audio.hasLength(millis);
    return withAudio(size, StatedAudio.format(right ? audio.duration().number() * 1000 : millis));
  }

  /** The whole post with another path or address of its audio; no other byte changes. */
  public byte[] withPath(String path) {
    boolean isThere = value(PATH).filter(path::equals).isPresent();
    return spliced(
        isThere ? Map.of() : Map.of(keys.path(), quoted(path)),
        after -> after.value(PATH).filter(path::equals).isPresent(),
        "post.pathLost");
  }

  /** Without quotes where the value had none and YAML needs none. */
  private String quoted(String path) {
    boolean plain = matter.single(keys.path()).filter(Span::isPlain).isPresent();
    boolean safe =
        path.matches("(?:https?:/|/)[\\p{L}\\p{N}/._~%+@=-]*(?::\\d+/[\\p{L}\\p{N}/._~%+@=-]*)?");
    return plain && safe ? path : '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A number of seconds stays one; Yattecast's templates want a clock. */
  private String length(String duration) {
    boolean number =
        matter.single(keys.duration()).filter(Span::isNumber).isPresent()
            && !keys.equals(AudioKeys.YATTECAST);
    return number
        ? Long.toString(StatedAudio.seconds(duration).orElseThrow())
        : '"' + duration + '"';
  }

  /** The lines of the post below it. */
  List<SourceLine> body() {
    return SourceLine.split(matter.body(), matter.bodyLine());
  }

  int bodyLine() {
    return matter.bodyLine();
  }

  Layout layout() {
    return layout;
  }

  /** A finding at a key's value. */
  public Diagnostic at(String key, Message message) {
    return matter.at(key(key), message);
  }

  /** The post with these values, read back: the last defence against a splice of wrong bytes. */
  private byte[] spliced(Map<String, String> values, Predicate<FrontMatter> isRight, String lost) {
    byte[] spliced = matter.with(values, keys.path());
    FrontMatter after;
    try {
      after = parse(file, spliced, layout);
    } catch (Problem e) {
      throw cannotSplice(e.diagnostics().get(0).message()).causedBy(e);
    }
    Optional<String> other = matter.changedBeside(values.keySet(), after.matter);
    if (other.isPresent() || !isRight.test(after)) {
      throw cannotSplice(
          other.map(it -> Message.of("post.valueLost", it)).orElse(Message.of(lost)));
    }
    return spliced;
  }

  private Problem cannotSplice(Message why) {
    return Problem.in(Diagnostic.of(file, "post.notSpliced", why, keys.size(), keys.duration()));
  }
}
