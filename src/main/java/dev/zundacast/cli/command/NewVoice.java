package dev.zundacast.cli.command;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Problem;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A character of an engine to a voice file and a template of plain words.
 *
 * @param name in posts and scripts
 * @param speaker as the engine offers it
 * @param style of the speaker
 * @param engine that offers it
 */
record NewVoice(String name, OfferedSpeaker speaker, String style, EngineInfo engine) {
  private static final String VOICE =
      """
      # How %1$s speaks. This file is for people: change a value, save, build again.
      # Only the lines whose sound changes are spoken again.

      # The name in a post's actor_ids and in scripts.
      name: %2$s
      # Other names that scripts may use for the same character.
      aliases: []

      # The character and its style as the voice engine lists them (see: zundacast voices).
      character: %3$s
      style: %4$s

      # How sentences of a post are turned into this character's way of speaking:
      # nanoda (…なのだ), dayo (…だよ), desuwa (…ですわ) or as-written (unchanged).
      speech: as-written
      # What is said around the articles: a file in this folder.
      template: %5$s
      # What the voice's terms of use ask to be shown with every episode (see: zundacast voices --terms).
      credit: %6$s

      parameters:
        # 1 is the engine's own speed; 1.2 is a fifth faster. From 0.5 to 2.
        speed: 1.0
        # 0 is the engine's own height; 0.05 is a little higher. From -0.15 to 0.15.
        pitch: 0.0
        # How lively the melody is. From 0 (flat) to 2.
        intonation: 1.0
        # How loud the voice is before the level of the episode is set. From 0 to 2.
        volume: 1.0
        # How long the pauses at 、 are, 1 being the engine's own. From 0 to 2.
        pauseScale: 1.0
      """;

  private static final String TEMPLATE =
      """
      # %s の台本のひな形。ことばは自由に書きかえてください。
      # == のあとが部分の名前、[ ] のあとは使う場面、{ } の中はできあがるときに入る言葉。
      # 書き方は docs/script-format.md にあります。

      == opening
      @title オープニング
      こんにちは。{show}です。
      {date}、{weekday}の回をお届けします。案内役の{name}です。

      {guests}

      [only] この回では、記事を1本取り上げます。
      [first middle last] この回では、記事を{count}本取り上げます。

      == article
      [title first] はじめの記事は「{title}」です。
      [title middle] 次は{ordinal}、「{title}」です。
      [title last] おしまいの記事は「{title}」です。
      [title only] 記事の題名は「{title}」です。

      {body}
      [code] ここから{language}のコードが続きます。元の記事でご覧ください。
      [code] ここからコードが続きます。元の記事でご覧ください。
      [image] 「{text}」という画像があります。

      == recap
      @title まとめ
      [first middle last] ここまでの記事をまとめます。
      [each] {index}本目、「{title}」。

      == letters
      @title お便り
      ご感想は、番組ページのフォームからお送りください。

      == closing
      @title エンディング
      {show}、この回はここまでです。
      {name}がお届けしました。それでは、また。

      == guest
      {name}です。よろしくお願いします。
      """;

  /**
   * Finds the character, in its usual style where none is asked for.
   *
   * @throws Problem that names what the engine offers
   */
  static NewVoice of(
      String name,
      String character,
      String style,
      List<OfferedSpeaker> offered,
      EngineInfo engine) {
    OfferedSpeaker speaker =
        offered.stream()
            .filter(it -> it.name().equals(character))
            .findFirst()
            .orElseThrow(() -> unknown(character, offered, engine));
    List<String> styles = speaker.styles().stream().map(OfferedSpeaker.Style::name).toList();
    String usual = styles.contains("ノーマル") ? "ノーマル" : styles.get(0);
    String chosen = style.isEmpty() ? usual : style;
    if (!styles.contains(chosen)) {
      throw Problem.of(
          Problem.Kind.INPUT,
          character + " has no style '" + chosen + "'; there are " + String.join("、", styles));
    }
    return new NewVoice(name, speaker, chosen, engine);
  }

  private static Problem unknown(
      String character, List<OfferedSpeaker> offered, EngineInfo engine) {
    String names = String.join("、", offered.stream().map(OfferedSpeaker::name).toList());
    return Problem.of(
        Problem.Kind.INPUT,
        engine.title() + " offers no '" + character + "'; name one with --character: " + names);
  }

  /**
   * Writes both files.
   *
   * @param language puts comments into that of the person
   * @throws Problem when one of them is there
   * @return the voice file and the template
   */
  List<Path> write(Path folder, UnaryOperator<String> language) throws IOException {
    Path file = folder.resolve(fileName() + ".yaml");
    Path template = folder.resolve(fileName() + ".txt");
    for (Path there : List.of(file, template)) {
      if (Files.exists(there)) {
        throw Problem.of(Problem.Kind.INPUT, there + " is there already; it stays as it is");
      }
    }
    AtomicFile.write(template, TEMPLATE.formatted(name));
    AtomicFile.write(file, voice(language.apply(VOICE)));
    return List.of(file, template);
  }

  private String voice(String text) {
    return text.formatted(
        name,
        Yaml.quoted(name),
        Yaml.quoted(speaker.name()),
        Yaml.quoted(style),
        Yaml.quoted(fileName() + ".txt"),
        Yaml.quoted((engine.brand().isEmpty() ? "" : engine.brand() + ":") + speaker.name()));
  }

  /** The name without what file systems or shells take for something else. */
  private String fileName() {
    return name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|\\s]", "_").replaceFirst("^\\.+", "_");
  }
}
