package dev.zundacast.script;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.speech.Rules;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asked for when a script is written. What is set is remembered in the script file;
 * what is not set is as the file remembers it.
 *
 * @param style way of speaking, else the voice's own
 * @param maxSentences most sentences of one article, at least 1
 * @param minutes how long the articles may take, 0 for all of their sentences
 * @param disclosure where the episode says that its voice is artificial
 * @param shows programmes by the weekday that they are on, instead of what a post's title says
 * @param narration where narrations are that someone else wrote, to use instead of the post's text
 * @param slides where the slides are that episodes are shown with
 */
public record ScriptOptions(
    Optional<String> style,
    Optional<Integer> maxSentences,
    Optional<Double> minutes,
    Disclosure disclosure,
    Map<DayOfWeek, String> shows,
    Optional<NarrationSource> narration,
    Optional<NarrationSource> slides) {

  /** Nothing asked for. */
  public static final ScriptOptions DEFAULTS =
      new ScriptOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Disclosure.OPENING,
          Map.of(),
          Optional.empty(),
          Optional.empty());

  /** The usual length of articles: the median of 222 published episodes is 7.4 minutes. */
  public static final double USUAL_MINUTES = 8;

  /** Characters that are said in a second: eight minutes are some 2,750 of them. */
  private static final double A_SECOND = 5.75;

  /** What counts the episode in a post's title. */
  private static final String COUNTS = "episode-counts.tsv";

  public ScriptOptions {
    shows = Map.copyOf(shows);
  }

  /** The same options with what of these is set in the place of what is. */
  public ScriptOptions with(
      Optional<String> name, Optional<Integer> limit, Optional<Double> length) {
    return new ScriptOptions(
        name.or(() -> style),
        limit.or(() -> maxSentences),
        length.or(() -> minutes),
        disclosure,
        shows,
        narration,
        slides);
  }

  /** The same options with this narration, or with the post's own text. */
  public ScriptOptions withNarration(Optional<NarrationSource> source) {
    return new ScriptOptions(style, maxSentences, minutes, disclosure, shows, source, slides);
  }

  /** How many characters of its articles an episode says, without end where that is all. */
  int characters() {
    double wanted = minutes.orElse(maxSentences.isPresent() ? 0.0 : USUAL_MINUTES);
    return wanted == 0 ? Integer.MAX_VALUE : (int) (wanted * 60 * A_SECOND);
  }

  /** How long so many characters take to hear. */
  static int seconds(int characters) {
    return (int) Math.round(characters / A_SECOND);
  }

  /**
   * The site with the programme that a post belongs to: by weekday, else by the voice file of its
   * host, else by the post's title where that counts the episode.
   */
  public Show show(Post post, Show site, Voices voices) {
    return Optional.ofNullable(shows.get(post.date().getDayOfWeek()))
        .or(() -> hosted(post, site, voices))
        .or(() -> titled(post, voices))
        .map(site::withTitle)
        .orElse(site);
  }

  private static Optional<String> hosted(Post post, Show site, Voices voices) {
    return post.actorIds().stream()
        .limit(1)
        .map(actor -> site.actors().getOrDefault(actor, actor))
        .flatMap(name -> voices.find(name).stream())
        .map(Voice::show)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  private static Optional<String> titled(Post post, Voices voices) {
    String title = post.title().strip();
    String name = Rules.table(voices.folders(), COUNTS).rewritten(COUNTS, title);
    return Optional.of(name).filter(it -> !it.equals(title));
  }
}
