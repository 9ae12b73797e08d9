package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.post.Posts;
import dev.zundacast.script.length.Length;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Said;
import dev.zundacast.testkit.RealShow;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No line says a number, a name or somebody's words that its article does not have. */
class FactsTest {
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:[.,]\\d+)*|[A-Za-z][A-Za-z0-9_#+-]*|「[^「」]*」");

  /** Numbers that count articles and items. */
  private static final Pattern COUNT = Pattern.compile("\\d+(?:つ目|本目|本の)");

  private static final Pattern NOTE =
      Pattern.compile("「[^「」]*[（(][^「」]*」|\\s?[（(][^（）()]*[）)]|^[^。、「」]{1,28}[：:](?!\\S*は)");

  /** 不可欠 is said 欠かせない. */
  private static final Pattern NOT = Pattern.compile("不可欠|ません|ない|なかっ|なく|(?<!ま)ず[、にと]|ぬ(?!ぐ)");

  /** Rules that leave a note, a name or a phrase about the article itself out on purpose. */
  private static final List<String> LEAVE_OUT =
      List.of(
          "note",
          "listing",
          "meta",
          "newcomer",
          "below",
          "path",
          "list",
          "heading",
          "colon",
          "is-it-not");

  /** 120B（1200億）: the same figure, of which the one in words is said. */
  private static final Pattern TWICE =
      Pattern.compile("\\d[\\d.]*[BMT][（(](?=約?[\\d.,]*[億万兆])|(?<=[億万兆])[）)]");

  private static List<String> strange(Path folder) throws IOException {
    List<String> strange = new ArrayList<>();
    Scripts scripts = new Scripts(Examples.voices(), new Morphology());
    for (Path file : posts(folder)) {
      Optional<Post> post = read(file);
      if (post.isPresent()) {
        String name = String.valueOf(file.getFileName());
        check(name, post.get(), scripts.draft(post.get(), Examples.SHOW), strange);
      }
    }
    return strange;
  }

  private static void check(String name, Post post, ScriptDraft draft, List<String> strange) {
    List<Chapter> articles =
        draft.chapters().stream().filter(it -> it.kind() == Section.Kind.ARTICLE).toList();
    for (int i = 0; i < articles.size(); i++) {
      String source = text(post.articles().get(i));
      Map<String, List<Said>> bySentence = new LinkedHashMap<>();
      for (Said said : articles.get(i).lines()) {
        if (isMade(said)) {
          added(name, said.text(), source, strange);
          bySentence
              .computeIfAbsent(said.source().replaceFirst("\n\\d+$", ""), it -> new ArrayList<>())
              .add(said);
        }
      }
      bySentence.forEach((sentence, said) -> whole(name, sentence, said, strange));
    }
    recap(name, post, draft, strange);
  }

  private static boolean isMade(Said said) {
    return List.of("template", "reactions", "glossary").stream().noneMatch(said.rules()::contains);
  }

  private static String text(Article article) {
    StringBuilder text = new StringBuilder(article.title());
    article.blocks().forEach(block -> text.append('\n').append(block.text()));
    return plain(text.toString());
  }

  private static void added(String name, String line, String source, List<String> strange) {
    Matcher word = WORD.matcher(plain(COUNT.matcher(line).replaceAll("")));
    while (word.find()) {
      if (!source.contains(word.group().replaceAll("[「」]", ""))) {
        strange.add(name + ": " + word.group() + " in " + line);
      }
    }
  }

  /** A sentence and all that is made of it: nothing of it is lost, no negation comes or goes. */
  private static void whole(String name, String sentence, List<Said> said, List<String> strange) {
    boolean shortened =
        said.stream().flatMap(it -> it.rules().stream()).anyMatch(FactsTest::leavesOut);
    if (shortened || sentence.contains("\n") || sentence.matches("(?s)(?:CODE|IMAGE|ASK) .*")) {
      return;
    }
    String all = said.stream().map(Said::text).collect(Collectors.joining(" "));
    String told = TWICE.matcher(sentence).replaceAll("");
    Matcher word = WORD.matcher(plain(NOTE.matcher(told).replaceAll("")));
    while (word.find()) {
      if (!plain(all).contains(word.group().replaceAll("[「」]", ""))) {
        strange.add(name + ": " + word.group() + " of " + sentence + " is not in " + all);
      }
    }
    if (NOT.matcher(sentence).find() != NOT.matcher(all).find()) {
      strange.add(name + ": negation of " + sentence + " in " + all);
    }
  }

  private static boolean leavesOut(String rule) {
    return LEAVE_OUT.stream().anyMatch(rule::startsWith);
  }

  /** The recap's line about an article says nothing that the article does not. */
  private static void recap(String name, Post post, ScriptDraft draft, List<String> strange) {
    List<String> lines =
        draft.chapters().stream()
            .filter(it -> it.kind() == Section.Kind.RECAP)
            .flatMap(it -> it.lines().stream())
            .map(Said::text)
            .filter(it -> it.contains("つ目"))
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      added(name, lines.get(i), text(post.articles().get(i)), strange);
    }
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
