package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A small show of our own invention. */
public final class Examples {
  public static final Path SITE = Path.of("/site");
  public static final Show SHOW =
      new Show(
          SITE, SITE, "夕焼け工房ラジオ", Show.Named.BY_SETTINGS, "", "ja", Map.of(), Optional.empty());

  private Examples() {}

  /** The three characters of the checkout's voices folder. */
  public static Voices voices(Path folder) {
    return new Voices(
        List.of(folder),
        List.of(
            voice("ずんだもん", List.of("ずんだ"), "nanoda", "zundamon.txt"),
            voice("春日部つむぎ", List.of("つむぎ"), "dayo", "tsumugi.txt"),
            voice("お嬢様ずんだもん", List.of("お嬢様"), "desuwa", "ojosama.txt")));
  }

  public static Voices voices() {
    return voices(Path.of("voices").toAbsolutePath());
  }

  /** Scripts of these characters, whose last changes are kept in a folder of their own. */
  public static Scripts scripts() {
    return scripts(Path.of("target", "history", UUID.randomUUID().toString()));
  }

  static Scripts scripts(Path history) {
    return new Scripts(voices(), new Morphology(), UnaryOperator.identity(), history);
  }

  private static Voice voice(String name, List<String> aliases, String speech, String template) {
    return new Voice(
        name,
        aliases,
        name,
        "ノーマル",
        speech,
        template,
        "VOICEVOX:" + name,
        new Voice.Parameters(1, 0, 1, 1, 1),
        new Voice.Pauses(1000, 750, 1300, 1000, 1500, 1000),
        7.15,
        new Voice.Draft("normal", 0),
        "",
        Voice.Profile.NONE);
  }

  public static Block paragraph(String text) {
    return new Block(Block.Kind.PARAGRAPH, 0, text, 1);
  }

  public static Article article(int number, String title, String... paragraphs) {
    List<Block> blocks = new ArrayList<>();
    for (String text : paragraphs) {
      blocks.add(paragraph(text));
    }
    return new Article(
        number, title, title, "https://example.com/" + title.hashCode(), 1, "", blocks, "");
  }

  public static Post post(List<String> actors, List<Article> articles) {
    return new Post(
        SITE.resolve("_posts/2026-08-21-550.md"),
        "夕焼け工房ラジオ 550",
        "",
        "",
        OffsetDateTime.parse("2026-08-21T05:00:00+09:00"),
        OptionalInt.of(550),
        actors,
        "",
        "",
        true,
        articles,
        List.of());
  }
}
