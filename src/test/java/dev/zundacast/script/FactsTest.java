package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.Posts;
import dev.zundacast.script.length.Length;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Said;
import dev.zundacast.testkit.RealShow;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No line says a number, a name or somebody's words that its article does not have. */
class FactsTest {
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:[.,]\\d+)*|[A-Za-z][A-Za-z0-9_#+-]*|「[^「」]*」");

  /** Numbers that count articles and items. */
  private static final Pattern COUNT = Pattern.compile("\\d+(?:つ目|本目|本の)");

  private static final Pattern NOT = Pattern.compile("ません|ない|なかっ|なく|(?<!ま)ず[、にと]|ぬ");

  private static List<String> strange(Path folder) throws IOException {
    List<String> strange = new ArrayList<>();
    Scripts scripts = new Scripts(Examples.voices(), new Morphology());
    for (Path file : posts(folder)) {
      Optional<Post> post = read(file);
      if (post.isPresent()) {
        String source = plain(Files.readString(file));
        for (Chapter chapter : scripts.draft(post.get(), Examples.SHOW).chapters()) {
          boolean article = !chapter.source().isEmpty();
          chapter.lines().stream()
              .filter(
                  it ->
                      article
                          && !it.rules().contains("template")
                          && !it.rules().contains("reactions"))
              .forEach(it -> check(file, it, source, strange));
        }
      }
    }
    return strange;
  }

  private static void check(Path file, Said said, String source, List<String> strange) {
    Matcher word = WORD.matcher(plain(COUNT.matcher(said.text()).replaceAll("")));
    while (word.find()) {
      if (!source.contains(word.group().replaceAll("[「」]", ""))) {
        strange.add(file.getFileName() + ": " + word.group() + " in " + said.text());
      }
    }
    boolean whole =
        !said.source().contains("\n") && said.rules().stream().noneMatch(FactsTest::cuts);
    if (whole && NOT.matcher(said.source()).find() != NOT.matcher(said.text()).find()) {
      strange.add(file.getFileName() + ": negation of " + said.source() + " in " + said.text());
    }
  }

  /** Rules that may put a negation into another line, or leave a note with one out. */
  private static boolean cuts(String rule) {
    return Stream.of(
            "is-it-not", "joints", "note", "description", "listing", "meta", "list", "plain-words")
        .anyMatch(rule::startsWith);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[*`\\\\\\s]", "")
        .replace("&amp;", "&");
  }

  private static Optional<Post> read(Path file) throws IOException {
    try {
      return Optional.of(byKnownActors(Posts.read(file)));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** The post as the show's host reads it where another one did whom these tests do not know. */
  private static Post byKnownActors(Post post) {
    boolean known = post.actorIds().stream().allMatch(it -> Examples.voices().find(it).isPresent());
    return new Post(
        post.file(),
        post.title(),
        post.description(),
        post.date(),
        post.number(),
        known ? post.actorIds() : List.of(),
        post.audioPath(),
        post.imageUrl(),
        post.articles(),
        post.letterUrl(),
        post.warnings());
  }

  private static List<Path> posts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void examplesSayWhatTheirPostsSay() throws IOException {
    assertThat(strange(Path.of("examples/site/_posts"))).isEmpty();
  }

  @Test
  @Tag("real")
  void realPostsSayWhatTheySay() throws IOException {
    assertThat(strange(RealShow.path("posts"))).isEmpty();
  }

  @Test
  void theLengthOfAnEpisodeIsAskedFor() {
    Length eight = new Length(OptionalInt.empty(), OptionalDouble.empty());
    assertThat(eight.seconds()).isEqualTo(480);
    assertThat(new Length(OptionalInt.of(3), OptionalDouble.empty()).seconds())
        .isEqualTo(Double.MAX_VALUE);
    assertThat(new Length(OptionalInt.empty(), OptionalDouble.of(0)).seconds())
        .isEqualTo(Double.MAX_VALUE);
  }
}
