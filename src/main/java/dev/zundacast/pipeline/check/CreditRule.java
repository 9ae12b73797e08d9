package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the terms of the voices that speak ask to be shown stands in the post or in the MP3's
 * comment. Who speaks is said by the script, else by the post's actors.
 */
public final class CreditRule implements PostRule {
  /** Between an engine and a character people write a colon, a slash, brackets or a space. */
  private static final String BETWEEN = "[ :/|・(「『-]{1,3}";

  /** Other characters of the same engine that are named before. */
  private static final String OTHERS = "(?:[^\n。]{0,60}[、,・/& ])?";

  private static final Duration PAST = Duration.ofDays(7);

  private final Stages stages;
  private final InstantSource clock = InstantSource.system();

  public CreditRule(Stages stages) {
    this.stages = stages;
  }

  @Override
  public String name() {
    return "credit";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (isPast(post)) {
      return;
    }
    Optional<TagSummary> tag =
        post.isMp3() ? Tags.read(post.audio().orElseThrow()) : Optional.empty();
    if (tag.filter(TagSummary::isDraft).isPresent()) {
      return; // said by the rule for tags, and another voice will speak
    }
    List<String> texts = new ArrayList<>(List.of(post.text()));
    tag.ifPresent(known -> texts.addAll(known.comments()));
    for (String credit : credits(post)) {
      if (texts.stream().noneMatch(text -> isShown(credit, text))) {
        long lastLine = post.text().lines().count();
        findings.accept(
            Diagnostic.at(
                    post.file(),
                    (int) lastLine,
                    "the voice credit '" + credit + "' is neither here nor in the MP3's comment")
                .withNext("end the post with the line '" + credit + "', or build the episode"));
      }
    }
  }

  /** An episode that everybody has heard is not published again for a line below its post. */
  private boolean isPast(CheckedPost post) {
    Instant now = clock.instant();
    return post.post().filter(it -> it.date().toInstant().plus(PAST).isBefore(now)).isPresent();
  }

  private Set<String> credits(CheckedPost post) throws IOException {
    Set<String> credits = new LinkedHashSet<>();
    Optional<Script> script = stages.scriptOf(post.file());
    if (script.isPresent()) {
      for (Line line : script.get().lines().toList()) {
        credits.add(stages.voice(line, script.get()).credit());
      }
    } else {
      for (String actor : post.front().values("actor_ids")) {
        stages.voices().find(actor).map(Voice::credit).ifPresent(credits::add);
      }
    }
    credits.removeIf(String::isBlank);
    return credits;
  }

  /**
   * Whether a text shows a credit, also as {@code VOICEVOX：ずんだもん}, {@code VOICEVOX ずんだもん} or {@code
   * VOICEVOX:春日部つむぎ、ずんだもん}.
   */
  static boolean isShown(String credit, String text) {
    String wanted = plain(credit);
    String shown = plain(text);
    int colon = wanted.indexOf(':');
    if (colon <= 0 || shown.contains(wanted)) {
      return shown.contains(wanted);
    }
    String engine = Pattern.quote(wanted.substring(0, colon).strip());
    String character = Pattern.quote(wanted.substring(colon + 1).strip());
    return Pattern.compile(
            engine + BETWEEN + OTHERS + character, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(shown)
        .find();
  }

  /** Full-width signs as narrow ones, and one space for many. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[ \\t]+", " ");
  }
}
