package dev.zundacast.rewrite;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Resource;
import dev.zundacast.episode.NumberedArticle;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Voice;
import dev.zundacast.words.VisibleText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a model is asked for an episode: the task in the character's terms, and the articles as
 * data. The same articles and character give the same prompt.
 */
public final class Prompt {
  private static final String NARRATION = Resource.text(Prompt.class, "narration-prompt.txt");

  /** So many characters a character of this show says in a minute, pauses and all. */
  private static final double CHARACTERS_A_MINUTE = 340;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）", Locale.JAPANESE);

  private static final int PRINT = 12;

  /** Longer articles are cut: no summary comes near it, and a model's memory has an end. */
  private static final int LONGEST = 12_000;

  /** What is said to a narration that ended because it got too long. */
  static final String CUT = "原稿が途中で切れている。終わりまで書くこと。";

  private Prompt() {}

  /** Changes when what is asked does. */
  static String print(String asked) {
    return new Digest().add(asked).hex().substring(0, PRINT);
  }

  /** What is said to a narration with faults. */
  public static String review(List<String> findings) {
    return "次のところを、記事に合わせて直す。ほかの行は変えずに、原稿の全文を、見出し（## opening など）も付けてもう一度書くこと。\n- "
        + String.join("\n- ", findings);
  }

  /** A template in the terms of the character who reads. */
  private static String persona(String template, NumberedArticle source) {
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
   */
  public static String episode(
      List<NumberedArticle> sources, String show, Post post, double minutes) {
    String marks =
        sources.stream().map(it -> "## a" + it.number()).collect(Collectors.joining("、"));
    LocalDate date = post.date().toLocalDate();
    String news = VisibleText.clean(post.information());
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

  private static String or(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private static String article(NumberedArticle source) {
    StringBuilder text = new StringBuilder();
    text.append("題名: ").append(VisibleText.clean(source.title())).append('\n');
    for (int i = 0; i < source.sentences().size() && text.length() < LONGEST; i++) {
      text.append(i + 1).append(": ").append(VisibleText.clean(source.sentences().get(i)));
      text.append('\n');
    }
    return "article: " + source.number() + "\n" + fenced(print(text.toString()), text.toString());
  }

  /** What is data, between marks that nobody who wrote it knows. */
  private static String fenced(String print, String data) {
    String fence = "--- " + print + " ---\n";
    return fence + data + fence;
  }
}
