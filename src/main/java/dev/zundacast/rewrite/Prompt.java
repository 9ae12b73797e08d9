package dev.zundacast.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Voice;
import dev.zundacast.rewrite.ChatRequest.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a model is asked about one article: the task in the character's terms, and the article as
 * data. The same article and character give the same prompt.
 *
 * @param system the task
 * @param user the article
 * @param print changes when the task does
 */
record Prompt(String system, String user, String print) {
  private static final String TEMPLATE = Resource.text(Prompt.class, "prompt.txt");
  private static final JsonNode SCHEMA = schema(Resource.text(Prompt.class, "answer-schema.json"));

  private static final String NARRATION = Resource.text(Prompt.class, "narration-prompt.txt");

  /** So many characters a character of this show says in a minute, pauses and all. */
  private static final double CHARACTERS_A_MINUTE = 340;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）", Locale.JAPANESE);

  private static final int PRINT = 12;

  /**
   * Longer articles are cut: no summary of a show comes near it, and a model's memory has an end.
   */
  private static final int LONGEST = 12_000;

  /** A sentence of a show takes about so long to hear. */
  private static final double SECONDS_A_SENTENCE = 8;

  private static final int FEWEST = 4;
  private static final int MOST = 11;

  static Prompt of(RewriteSource source) {
    String system = system(source);
    return new Prompt(system, article(source), print(system));
  }

  /** Changes when what is asked does. */
  static String print(String asked) {
    return new Digest().add(asked).hex().substring(0, PRINT);
  }

  static JsonNode schema() {
    return SCHEMA;
  }

  List<Turn> messages() {
    return List.of(new Turn("system", system), new Turn("user", user));
  }

  /** What is said to an answer with faults. */
  static String repair(List<String> findings) {
    return "次の点が決まりに合わない。直した JSON 全体を、もう一度返すこと。\n- " + String.join("\n- ", findings);
  }

  /** The same to a narration with faults. */
  static String review(List<String> findings) {
    return "次のところを、記事に合わせて直す。ほかの行は変えずに、原稿の全文を、見出し（## opening など）も付けてもう一度書くこと。\n- "
        + String.join("\n- ", findings);
  }

  private static String system(RewriteSource source) {
    return persona(TEMPLATE, source)
        .replace("{schema}", Json.indented(SCHEMA))
        .replace("{sentences}", Integer.toString(sentences(source)));
  }

  /** A template in the terms of the character who reads. */
  private static String persona(String template, RewriteSource source) {
    Voice.Profile profile = source.reader().profile();
    return template
        .replace("{name}", source.reader().name())
        .replace("{about}", or(profile.about(), "番組の進行役"))
        .replace("{first-person}", or(profile.firstPerson(), "わたし"))
        .replace(
            "{endings}",
            profile.endings().isEmpty()
                ? "くだけた話し言葉。「です」「ます」は使わない"
                : "どの文も「" + String.join("」「", profile.endings()) + "」のどれかで終わる");
  }

  /**
   * What a model is asked for a whole episode that comes back as a narration: the host's persona,
   * the parts and their marks, and the articles as data.
   *
   * @param show the programme's name
   * @param post when it is on air, and what it has to announce
   * @param minutes how long it may take to hear
   */
  static String episode(List<RewriteSource> sources, String show, Post post, double minutes) {
    String marks =
        sources.stream().map(it -> "## a" + it.number()).collect(Collectors.joining("、"));
    LocalDate date = post.date().toLocalDate();
    String news = SourceText.clean(post.information());
    StringBuilder text =
        new StringBuilder(
            persona(NARRATION, sources.get(0))
                .replace("{show}", show)
                .replace("{date}", DATE.format(date))
                .replace("{next}", date.getDayOfWeek() == DayOfWeek.FRIDAY ? "来週" : "次回")
                .replace("{minutes}", Long.toString(Math.round(minutes)))
                .replace("{characters}", Long.toString(Math.round(minutes * CHARACTERS_A_MINUTE)))
                .replace("{marks}", marks)
                .replace("{count}", Integer.toString(sources.size()))
                .replace("{information}", news.isEmpty() ? "" : "、次のお知らせ"));
    if (!news.isEmpty()) {
      text.append(fenced(print(news), "お知らせ: " + news + "\n"));
    }
    sources.forEach(it -> text.append(article(it)));
    return text.toString();
  }

  /** How many sentences fill the article's time. */
  private static int sentences(RewriteSource source) {
    int fitting = (int) Math.round(source.seconds() / SECONDS_A_SENTENCE);
    return Math.max(FEWEST, Math.min(MOST, fitting));
  }

  private static String or(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private static String article(RewriteSource source) {
    StringBuilder text = new StringBuilder();
    text.append("題名: ").append(SourceText.clean(source.title())).append('\n');
    for (int i = 0; i < source.sentences().size() && text.length() < LONGEST; i++) {
      text.append(i + 1).append(": ").append(SourceText.clean(source.sentences().get(i)));
      text.append('\n');
    }
    return "article: " + source.number() + "\n" + fenced(source.print(), text.toString());
  }

  /** What is data, between marks that nobody who wrote it knows. */
  private static String fenced(String print, String data) {
    String fence = "--- " + print + " ---\n";
    return fence + data + fence;
  }

  private static JsonNode schema(String json) {
    try {
      return Json.tree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
