package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.post.Posts;
import dev.zundacast.script.file.ScriptDraft;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.testkit.RealShow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every line says what its sentence in the post says: its figures, names and quotes, its negation
 * and conditions, what it is about, and nothing that the post does not have; it begins and ends as
 * a sentence.
 */
class FactsTest {
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:[.,]\\d+)*|[A-Za-z][A-Za-z0-9_#+-]*|「[^「」]*」");

  /** Numbers that count articles and items. */
  private static final Pattern COUNT =
      Pattern.compile("\\d+(?:つ目|本目|本の|つ(?=ある|あり|に分け|にまとめ|のことが|の点|な|で))");

  /** What stands in brackets is not spoken, but for a gloss. */
  private static final Pattern NOTE = Pattern.compile("\\s?[（(][^（）()]*[）)]");

  /** What is said before a sentence may be its label. */
  private static final Pattern LABELLED = Pattern.compile("^(?:(?:\\d+つ目|まず|次)は、|[^。]{1,30}。)");

  private static final Pattern NOT = Pattern.compile("ません|ない|なかっ|なく|(?<!ま)ず[、にと]|ぬ(?!ぐ)");

  private static final Pattern CONDITION = Pattern.compile("ただし|場合|(?<!は)限り|(?<=[るたい])なら");

  private static final Pattern TOPIC =
      Pattern.compile("^(?!以下|次|本|まず|新人エンジニア)([^、。「」（(はがもでに]{2,20})(?:は|(?<!ます|です)が)、?");

  private static final Pattern FRAGMENT =
      Pattern.compile("^(?:方でも|を|が、|は、|で、|に、|と、|など[をがに]|といった|として|という\\d|[」）、。])|、$");

  private static final Pattern END = Pattern.compile("[。！？!?」』）)…]$");

  /** Rules that leave words about the article itself, or to its readers, out on purpose. */
  private static final List<String> LEAVE_OUT = List.of("newcomer", "below", "own", "address");

  private static List<String> strange(Path folder) throws IOException {
    List<String> strange = new ArrayList<>();
    Scripts scripts = Examples.scripts();
    for (Path file : posts(folder)) {
      Optional<Post> post = read(file);
      if (post.isPresent()) {
        String name = String.valueOf(file.getFileName());
        check(
            name,
            post.get(),
            scripts.of(post.get(), Examples.SHOW, ScriptOptions.DEFAULTS).draft(),
            strange);
      }
    }
    return strange;
  }

  private static void check(String name, Post post, ScriptDraft draft, List<String> strange) {
    List<Chapter> articles =
        draft.chapters().stream().filter(it -> it.kind() == Section.Kind.ARTICLE).toList();
    for (int i = 0; i < articles.size(); i++) {
      String source = text(post.articles().get(i));
      Map<String, List<DraftLine>> bySentence = new LinkedHashMap<>();
      for (DraftLine said : articles.get(i).lines()) {
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

  private static boolean isMade(DraftLine said) {
    return List.of("template", "reactions", "glossary").stream().noneMatch(said.rules()::contains);
  }

  private static String text(Article article) {
    StringBuilder text = new StringBuilder(article.title());
    article.blocks().forEach(block -> text.append('\n').append(block.text()));
    return plain(text.toString()) + plain(NOTE.matcher(text).replaceAll(""));
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
  private static void whole(
      String name, String sentence, List<DraftLine> said, List<String> strange) {
    if (sentence.contains("\n") || sentence.matches("(?s)(?:CODE|IMAGE|ASK|NAMES) .*")) {
      return;
    }
    for (DraftLine line : said) {
      boolean whole = FRAGMENT.matcher(line.text()).find() || !END.matcher(line.text()).find();
      if (whole && !line.isSilent()) {
        strange.add(name + ": no sentence: " + line.text());
      }
    }
    String all = said.stream().map(DraftLine::text).collect(Collectors.joining(" "));
    boolean shortened =
        said.stream().flatMap(it -> it.rules().stream()).anyMatch(LEAVE_OUT::contains);
    if (shortened) {
      return;
    }
    String told = NOTE.matcher(sentence).replaceAll("");
    Matcher word = WORD.matcher(plain(told));
    while (word.find()) {
      if (!plain(all).contains(word.group().replaceAll("[「」]", ""))) {
        strange.add(name + ": " + word.group() + " of " + sentence + " is not in " + all);
      }
    }
    boolean labelled = LABELLED.matcher(all).find();
    long not = count(NOT, told);
    if (labelled ? not > count(NOT, all) : not != count(NOT, NOTE.matcher(all).replaceAll(""))) {
      strange.add(name + ": negation of " + sentence + " in " + all);
    }
    if (count(CONDITION, told) > count(CONDITION, all)) {
      strange.add(name + ": condition of " + sentence + " in " + all);
    }
    Matcher topic = TOPIC.matcher(sentence);
    if (topic.find() && !plain(all).contains(plain(topic.group(1)))) {
      strange.add(name + ": " + topic.group(1) + " of " + sentence + " in " + all);
    }
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  /** The recap's line about an article says nothing that the article does not. */
  private static void recap(String name, Post post, ScriptDraft draft, List<String> strange) {
    List<String> lines =
        draft.chapters().stream()
            .filter(it -> it.kind() == Section.Kind.RECAP)
            .flatMap(it -> it.lines().stream())
            .map(DraftLine::text)
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
        post.information(),
        post.date(),
        post.number(),
        known ? post.actorIds() : List.of(),
        post.audioPath(),
        post.imageUrl(),
        post.hasForm(),
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
  void samplesSayWhatTheirPostsSay() throws IOException {
    assertThat(strange(Path.of("src/test/resources/dev/zundacast/script/posts"))).isEmpty();
  }

  @Test
  @Tag("real")
  void realPostsSayWhatTheySay() throws IOException {
    assertThat(strange(RealShow.path("posts"))).isEmpty();
  }

  @Test
  void theLengthOfAnEpisodeIsAskedFor() {
    ScriptOptions eight = ScriptOptions.DEFAULTS;
    assertThat(ScriptOptions.seconds(eight.characters())).isEqualTo(480);
    assertThat(eight.with(Optional.empty(), Optional.of(3), Optional.empty()).characters())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(eight.with(Optional.empty(), Optional.empty(), Optional.of(0.0)).characters())
        .isEqualTo(Integer.MAX_VALUE);
  }
}
