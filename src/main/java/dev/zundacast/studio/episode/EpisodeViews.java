package dev.zundacast.studio.episode;

import dev.zundacast.audio.Loudness;
import dev.zundacast.episode.Line;
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
import dev.zundacast.studio.view.SectionView;
import dev.zundacast.voice.store.ClipStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open episode to what the page shows of it. */
final class EpisodeViews {
  private static final List<String> COLOURS =
      List.of("#2e7d32", "#c2185b", "#6a1b9a", "#1565c0", "#9a6700", "#00695c", "#b3261e");

  private final LineViews lines;
  private final LineSounds sounds;
  private final BuiltEpisode built;
  private final SpeakingPace pace;

  EpisodeViews(LineViews lines, LineSounds sounds, BuiltEpisode built, SpeakingPace pace) {
    this.lines = lines;
    this.sounds = sounds;
    this.built = built;
    this.pace = pace;
  }

  /**
   * The whole episode.
   *
   * @param did what was just done, for people
   */
  EpisodeView of(OpenEpisode episode, List<String> did) throws IOException {
    Optional<EpisodeText> text = episode.text();
    Optional<BuiltEpisode.Built> last = built.of(episode);
    Optional<Loudness> sound = last.flatMap(it -> Optional.ofNullable(it.loudness()));
    Optional<Script> script = text.map(it -> it.content().script());
    List<SectionView> sections = text.isPresent() ? sections(episode, text.get(), last) : List.of();
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
        text.map(EpisodeViews::decisions).orElse(List.of()),
        text.map(EpisodeViews::lost).orElse(List.of()),
        last.map(it -> audio(episode, it)).orElse(null),
        pace.secondsALetter(),
        change(Scripts.Step.UNDO, episode, text),
        change(Scripts.Step.REDO, episode, text),
        did);
  }

  private static @Nullable String change(
      Scripts.Step step, OpenEpisode episode, Optional<EpisodeText> text) throws IOException {
    if (text.isEmpty()) {
      return null;
    }
    Scripts scripts = text.get().stages().scripts();
    return scripts.changeOf(step, episode.script(), text.get().content().text()).orElse(null);
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

  private static long spoken(List<SectionView> sections) {
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

  private List<SectionView> sections(
      OpenEpisode episode, EpisodeText text, Optional<BuiltEpisode.Built> last) throws IOException {
    Map<String, ClipStore.Found> clips = sounds.of(text, episode.memory());
    LineViews.Whole whole = new LineViews.Whole(episode, text, clips, last);
    Map<String, List<SectionView.LeftOut>> leftOut = leftOut(text);
    List<SectionView> sections = new ArrayList<>();
    for (Section section : text.content().script().sections()) {
      List<LineView> views = new ArrayList<>();
      for (Line line : section.lines().toList()) {
        views.add(lines.of(whole, line));
      }
      sections.add(
          new SectionView(
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

  private static Map<String, List<SectionView.LeftOut>> leftOut(EpisodeText text) {
    Map<String, List<SectionView.LeftOut>> bySection = new LinkedHashMap<>();
    for (ScriptContent.LeftOut one : text.content().leftOut()) {
      if (one.why() == ScriptContent.Why.NOT_CHOSEN) {
        bySection
            .computeIfAbsent(one.section(), id -> new ArrayList<>())
            .add(new SectionView.LeftOut(one.id(), Piece.display(one.text()), one.after()));
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
}
