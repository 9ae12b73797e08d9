package dev.zundacast.studio.episode;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.studio.view.LineView;
import dev.zundacast.voice.store.ClipStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Lines to what the page shows of them. */
final class LineViews {
  private static final int BASE_DIGITS = 16;

  private final LineFindings findings;
  private final LineSounds sounds;

  LineViews(LineFindings findings, LineSounds sounds) {
    this.findings = findings;
    this.sounds = sounds;
  }

  /**
   * The episode that the lines are of.
   *
   * @param clips the sounds of its lines
   * @param last the MP3 that was built last
   */
  record Whole(
      OpenEpisode episode,
      EpisodeText text,
      Map<String, ClipStore.Found> clips,
      Optional<BuiltEpisode.Built> last) {}

  /** What a change of a line names as what it began with. */
  static String base(Line line) {
    return new Digest()
        .add(line.speaker())
        .add(line.written())
        .add(line.spoken())
        .add(line.overrides().toString())
        .add(Integer.toString(line.extraPauseMillis()))
        .hex()
        .substring(0, BASE_DIGITS);
  }

  LineView of(Whole whole, Line line) throws IOException {
    SpokenLine spoken = Objects.requireNonNull(whole.text().spoken().get(line.id()));
    Optional<ClipStore.Found> clip = Optional.ofNullable(whole.clips().get(line.id()));
    EpisodeMemory memory = whole.episode().memory();
    Optional<OpenEpisode.Pending> pending = whole.episode().pending(line.id(), said(spoken));
    List<Take> takes = memory.takes(line.id());
    LineOverrides overrides = line.overrides();
    boolean kana = KanaNotation.is(line.spoken());
    Optional<BuiltEpisode.Said> said = whole.last().map(it -> it.lines().get(line.id()));
    String identity = clip.map(it -> it.clip().identity()).orElse(null);
    return new LineView(
        line.id(),
        spoken.voice().name(),
        line.speaker().isEmpty() ? null : line.speaker(),
        line.speaker().contains("/") ? spoken.voice().style() : null,
        line.written(),
        line.spoken().isEmpty() || kana ? null : line.spoken(),
        kana ? line.spoken() : null,
        spoken.spoken(),
        ruby(line),
        line.extraPauseMillis() == 0 ? null : line.extraPauseMillis(),
        orNull(overrides.speed()),
        orNull(overrides.pitch()),
        orNull(overrides.intonation()),
        orNull(overrides.volume()),
        pending.map(OpenEpisode.Pending::state).orElseGet(() -> state(clip, takes)),
        pending.map(OpenEpisode.Pending::error).filter(it -> !it.isEmpty()).orElse(null),
        identity,
        clip.map(it -> millis(it)).orElse(null),
        said.map(BuiltEpisode.Said::startMillis).orElse(null),
        identity == null ? null : "/audio/clip/" + identity + ".peaks",
        findings.of(whole.text(), spoken, clip),
        whole.text().content().approved().contains(line.id()),
        memory.marked().contains(line.id()),
        decision(whole.text(), line.id()),
        takes(takes, identity),
        isEdited(whole, spoken, said),
        base(line));
  }

  /** Whether the MP3 that was built last says it otherwise, or not at all. */
  private static boolean isEdited(Whole whole, SpokenLine line, Optional<BuiltEpisode.Said> said) {
    return whole.last().isPresent()
        && said.filter(
                it ->
                    it.written().equals(line.line().display()) && it.spoken().equals(line.spoken()))
            .isEmpty()
        && !line.spoken().isBlank();
  }

  /** What a line says and how, to tell whether news of it are still about that. */
  static String said(SpokenLine line) {
    return line.voice().name() + "\t" + line.spoken() + "\t" + line.line().overrides();
  }

  private static LineView.State state(Optional<ClipStore.Found> clip, List<Take> takes) {
    if (clip.isPresent()) {
      return LineView.State.SPOKEN;
    }
    return takes.isEmpty() ? LineView.State.NONE : LineView.State.CHANGED;
  }

  private static long millis(ClipStore.Found found) {
    return found.clip().samples() * 1000 / found.clip().sampleRate();
  }

  private static List<LineView.Ruby> ruby(Line line) {
    return Piece.split(line.written()).stream()
        .map(it -> new LineView.Ruby(it.written(), it.spoken().isEmpty() ? null : it.spoken()))
        .toList();
  }

  private static LineView.@Nullable Decision decision(EpisodeText text, String id) {
    return text.content().decisions().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .map(it -> new LineView.Decision(it.now()))
        .orElse(null);
  }

  private List<LineView.TakeView> takes(List<Take> takes, @Nullable String current)
      throws IOException {
    List<LineView.TakeView> views = new ArrayList<>();
    for (Take take : takes) {
      if (sounds.find(take.clip()).isPresent()) {
        views.add(
            new LineView.TakeView(
                take.clip(),
                take.millis(),
                take.written(),
                take.said(),
                take.at(),
                take.clip().equals(current)));
      }
    }
    return views;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
