package dev.zundacast.studio.episode;

import dev.zundacast.audio.Loudness;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Posts;
import dev.zundacast.script.ScriptContent;
import dev.zundacast.script.Scripts;
import dev.zundacast.studio.live.SpeakingPace;
import dev.zundacast.studio.view.EpisodeView;
import dev.zundacast.studio.view.LineView;
import dev.zundacast.voice.store.ClipStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Open episodes and their lines to what the page shows of them. */
final class EpisodeJson {
  private static final List<String> COLOURS =
      List.of("#2e7d32", "#c2185b", "#6a1b9a", "#1565c0", "#9a6700", "#00695c", "#b3261e");

  private static final int BASE_DIGITS = 16;

  private final LineFindings findings;
  private final LineSounds sounds;
  private final BuiltEpisode built;
  private final SpeakingPace pace;

  EpisodeJson(LineFindings findings, LineSounds sounds, BuiltEpisode built, SpeakingPace pace) {
    this.findings = findings;
    this.sounds = sounds;
    this.built = built;
    this.pace = pace;
  }

  /**
   * The whole episode.
   *
   * @param did what was just done, for people
   */
  EpisodeView episode(OpenEpisode episode, Optional<EpisodeText> text, List<String> did)
      throws IOException {
    Optional<BuiltEpisode.Built> last = built.of(episode);
    Optional<Loudness> sound = last.flatMap(it -> Optional.ofNullable(it.loudness()));
    Optional<Script> script = text.map(it -> it.content().script());
    List<EpisodeView.SectionView> sections =
        text.isPresent() ? sections(episode, text.get(), last) : List.of();
    return new EpisodeView(
        episode.key(),
        post(episode),
        episode.revision(),
        last.map(BuiltEpisode.Built::millis).orElseGet(() -> spoken(sections)),
        sound.map(Loudness::lufs).orElse(null),
        sound.map(Loudness::truePeak).orElse(null),
        text.isPresent(),
        sections,
        script.isPresent() ? speakers(text.orElseThrow()) : List.of(),
        text.map(EpisodeJson::decisions).orElse(List.of()),
        text.map(EpisodeJson::lost).orElse(List.of()),
        last.map(it -> audio(episode, it)).orElse(null),
        pace.secondsALetter(),
        change(Scripts.Step.UNDO, text),
        change(Scripts.Step.REDO, text),
        did);
  }

  private static @Nullable String change(Scripts.Step step, Optional<EpisodeText> text)
      throws IOException {
    if (text.isEmpty()) {
      return null;
    }
    ScriptContent content = text.get().content();
    return text.get()
        .stages()
        .scripts()
        .changeOf(step, content.script().file(), content.text())
        .orElse(null);
  }

  private static EpisodeView.PostView post(OpenEpisode episode) throws IOException {
    String file = Workspace.name(episode.post());
    try {
      Post post = Posts.read(episode.post());
      return new EpisodeView.PostView(post.title(), post.date().toString(), file);
    } catch (Problem wrong) {
      return new EpisodeView.PostView(file, "", file);
    }
  }

  private static long spoken(List<EpisodeView.SectionView> sections) {
    return sections.stream()
        .flatMap(section -> section.lines().stream())
        .mapToLong(line -> line.millis() == null ? 0 : line.millis())
        .sum();
  }

  private static EpisodeView.AudioView audio(OpenEpisode episode, BuiltEpisode.Built last) {
    String at = "/audio/episode/" + episode.key();
    String version = "?v=" + last.version();
    return new EpisodeView.AudioView(
        at + ".mp3" + version, at + ".peaks" + version, last.millis(), last.bytes());
  }

  private List<EpisodeView.SectionView> sections(
      OpenEpisode episode, EpisodeText text, Optional<BuiltEpisode.Built> last) throws IOException {
    Map<String, ClipStore.Found> clips = sounds.of(text, episode.memory());
    Whole whole = new Whole(episode, text, clips, last);
    Map<String, List<EpisodeView.SectionView.LeftOut>> leftOut = leftOut(text);
    List<EpisodeView.SectionView> sections = new ArrayList<>();
    for (Section section : text.content().script().sections()) {
      List<LineView> views = new ArrayList<>();
      for (Line line : section.lines().toList()) {
        views.add(line(whole, line));
      }
      sections.add(
          new EpisodeView.SectionView(
              section.id(),
              section.kind().word(),
              section.title(),
              section.source().isEmpty() ? null : section.source(),
              last.map(it -> it.sections().get(section.id())).orElse(null),
              views,
              leftOut.getOrDefault(section.id(), List.of())));
    }
    return sections;
  }

  private static Map<String, List<EpisodeView.SectionView.LeftOut>> leftOut(EpisodeText text) {
    Map<String, List<EpisodeView.SectionView.LeftOut>> bySection = new LinkedHashMap<>();
    for (ScriptContent.LeftOut one : text.content().leftOut()) {
      if (one.why() == ScriptContent.Why.NOT_CHOSEN) {
        bySection
            .computeIfAbsent(one.section(), id -> new ArrayList<>())
            .add(
                new EpisodeView.SectionView.LeftOut(
                    one.id(), Piece.display(one.text()), one.after()));
      }
    }
    return bySection;
  }

  private static List<String> lost(EpisodeText text) {
    return text.content().leftOut().stream()
        .filter(one -> one.why() == ScriptContent.Why.LOST)
        .map(one -> "[" + one.id() + "] " + one.text())
        .toList();
  }

  private static List<EpisodeView.DecisionView> decisions(EpisodeText text) {
    return text.content().decisions().stream()
        .map(
            it ->
                new EpisodeView.DecisionView(it.id(), mine(text, it.id()), it.now(), it.fileLine()))
        .toList();
  }

  /** What the script says there: a line's text, or a section's title. */
  private static String mine(EpisodeText text, String id) {
    SpokenLine line = text.spoken().get(id);
    return line != null
        ? line.line().display()
        : text.content().script().sections().stream()
            .filter(section -> section.id().equals(id))
            .map(Section::title)
            .findFirst()
            .orElse("");
  }

  /** All voices that may speak, those of the script first, each in a colour of its own. */
  private static List<EpisodeView.SpeakerView> speakers(EpisodeText text) {
    Stages stages = text.stages();
    Map<String, Voice> voices = new LinkedHashMap<>();
    stages
        .voices()
        .find(text.content().script().speaker())
        .ifPresent(voice -> voices.put(voice.name(), voice));
    for (SpokenLine line : text.spoken().values()) {
      voices.putIfAbsent(line.voice().name(), line.voice());
    }
    stages.voices().all().forEach(voice -> voices.putIfAbsent(voice.name(), voice));
    List<EpisodeView.SpeakerView> speakers = new ArrayList<>();
    for (Voice voice : voices.values()) {
      String colour = COLOURS.get(speakers.size() % COLOURS.size());
      speakers.add(
          new EpisodeView.SpeakerView(voice.name(), colour, voice.style(), voice.parameters()));
    }
    return speakers;
  }

  /** One line of an episode. */
  LineView line(OpenEpisode episode, EpisodeText text, String id) throws IOException {
    SpokenLine spoken = text.line(id);
    Map<String, ClipStore.Found> clip =
        sounds.of(text, episode.memory(), spoken).map(it -> Map.of(id, it)).orElse(Map.of());
    return line(new Whole(episode, text, clip, built.of(episode)), spoken.line());
  }

  /**
   * The episode that the lines are of.
   *
   * @param clips the sounds of its lines
   * @param last the MP3 that was built last
   */
  private record Whole(
      OpenEpisode episode,
      EpisodeText text,
      Map<String, ClipStore.Found> clips,
      Optional<BuiltEpisode.Built> last) {}

  /** What a change of a line names as what it began with. */
  private static String base(Line line) {
    return new Digest()
        .add(line.speaker())
        .add(line.written())
        .add(line.spoken())
        .add(line.overrides().toString())
        .add(Integer.toString(line.extraPauseMillis()))
        .hex()
        .substring(0, BASE_DIGITS);
  }

  private LineView line(Whole whole, Line line) throws IOException {
    SpokenLine spoken = Objects.requireNonNull(whole.text().spoken().get(line.id()));
    Optional<ClipStore.Found> clip = Optional.ofNullable(whole.clips().get(line.id()));
    EpisodeMemory memory = whole.episode().memory();
    Optional<OpenEpisode.Pending> pending =
        whole.episode().pending(line.id(), OpenEpisode.Pending.said(spoken));
    List<Recording> takes = memory.takes(line.id());
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

  private static LineView.State state(Optional<ClipStore.Found> clip, List<Recording> takes) {
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

  private List<LineView.TakeView> takes(List<Recording> takes, @Nullable String current)
      throws IOException {
    List<LineView.TakeView> views = new ArrayList<>();
    for (Recording take : takes) {
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
