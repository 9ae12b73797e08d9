package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.script.Template.Row;
import dev.zundacast.script.article.Glossary;
import dev.zundacast.script.speech.Quotes;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What all parts of one draft share.
 *
 * @param cast who speaks; the first opens and closes
 * @param tables what makes speech of written text
 * @param values for the placeholders of templates: 8月21日, 2026, 8, 21, 金曜日 and the like
 * @param glossary words that it explains
 * @param reactions kinds of news that it has had a word for
 * @param glosses terms that it has said with what they mean
 */
record EpisodeFrame(
    Post post,
    List<Speaker> cast,
    SpeechTables tables,
    Map<String, String> values,
    Glossary.Episode glossary,
    Set<String> reactions,
    Set<Set<String>> glosses) {

  static EpisodeFrame of(Post post, Show show, List<Speaker> cast, SpeechTables tables) {
    LocalDate date = post.date().toLocalDate();
    Map<String, String> values = new HashMap<>();
    values.put("date", date.getMonthValue() + "月" + date.getDayOfMonth() + "日");
    values.put("year", Integer.toString(date.getYear()));
    values.put("month", Integer.toString(date.getMonthValue()));
    values.put("day", Integer.toString(date.getDayOfMonth()));
    values.put("weekday", date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.JAPANESE));
    values.put("show", show.title().isBlank() ? post.title() : show.title());
    values.put(Template.INFORMATION, post.information());
    values.put("count", Integer.toString(post.articles().size()));
    post.number().ifPresent(number -> values.put("number", Integer.toString(number)));
    Glossary.Episode glossary = tables.glossary().of(date.toEpochDay());
    return new EpisodeFrame(post, cast, tables, values, glossary, new HashSet<>(), new HashSet<>());
  }

  /** A text without what a term means where that was said before; what others said stays. */
  String glossedOnce(String text) {
    Matcher gloss = tables.rules().stage("gloss-off").get(0).pattern().matcher(text);
    BitSet quoted = Quotes.in(text);
    return gloss.replaceAll(
        it -> {
          boolean fresh = glosses.add(new HashSet<>(List.of(it.group(1), it.group(2))));
          return Matcher.quoteReplacement(
              fresh || quoted.get(it.start()) ? it.group() : it.group(1));
        });
  }

  /**
   * What a row says in this episode; empty when one of its placeholders has no value, on a day that
   * it is not for, or where it names a form for letters and the post links to none.
   *
   * @param shift to another one of its wordings than the day's
   * @param more values beside the episode's
   */
  Optional<String> fill(Row row, int shift, Map<String, String> more) {
    boolean lacksForm = row.when().contains(Template.FORM) && !post.hasForm();
    if (lacksForm || !row.suits(post.date().toLocalDate())) {
      return Optional.empty();
    }
    Map<String, String> all = new HashMap<>(values);
    all.putAll(more);
    return row.fill(day() + shift, all);
  }

  Speaker host() {
    return cast.get(0);
  }

  /** Who reads an article: they take turns. */
  Speaker reader(Article article) {
    return cast.get(index(article) % cast.size());
  }

  /** Who asks when this one reads: the next one; the same where there is only one. */
  Speaker asker(Speaker reader) {
    return cast.get((cast.indexOf(reader) + 1) % cast.size());
  }

  int index(Article article) {
    return article.number() - 1;
  }

  /** Where an article stands among those of its post. */
  String place(Article article) {
    int last = post.articles().size();
    int number = article.number();
    return last == 1 ? "only" : number == 1 ? "first" : number == last ? "last" : "middle";
  }

  /** In a part that belongs to no article, "only" means a post with one article. */
  String count() {
    return post.articles().size() == 1 ? "only" : "middle";
  }

  /** The number of the day, by which one of several wordings is chosen. */
  long day() {
    return post.date().toLocalDate().toEpochDay();
  }

  /** The same for the same article on the same day, one more for the next article and day. */
  int seed(Article article) {
    return (int) Math.floorMod(day() * 5 + index(article), 1_000_003L);
  }
}
