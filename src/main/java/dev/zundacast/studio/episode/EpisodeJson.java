package dev.zundacast.studio.episode;

import dev.zundacast.audio.Loudness;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Posts;
import dev.zundacast.script.ScriptHistory;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.studio.episode.EpisodeMemory.Recording;
import dev.zundacast.voice.ClipStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An open episode with the sounds of its lines and its last MP3 to what the page shows. */
record EpisodeJson(
    Episodes all,
    OpenEpisode episode,
    EpisodeText text,
    Map<String, ClipStore.Found> clips,
    Optional<BuiltEpisode.Built> last) {
  private static final List<String> COLOURS =
      List.of("#2e7d32", "#c2185b", "#6a1b9a", "#1565c0", "#9a6700", "#00695c", "#b3261e");

  private static final int BASE_DIGITS = 16;

  /** The whole episode, and for people what was just done. */
  static Fields of(Episodes all, OpenEpisode episode, Optional<EpisodeText> text, List<Message> did)
      throws IOException {
    Optional<BuiltEpisode.Built> last = all.built().of(episode);
    Optional<Loudness> sound = last.flatMap(it -> Optional.ofNullable(it.record().loudness()));
    Map<String, ClipStore.Found> clips = all.sounds().of(text, episode.memory());
    long millis = clips.values().stream().mapToLong(it -> it.clip().millis()).sum();
    Optional<EpisodeJson> said = text.map(now -> new EpisodeJson(all, episode, now, clips, last));
    return Json.with("key", episode.key())
        .with("post", post(episode))
        .with("millis", last.map(it -> it.record().millis()).orElse(millis))
        .with("loudness", sound.map(Loudness::lufs))
        .with("truePeak", sound.map(Loudness::truePeak))
        .with("script", text.isPresent())
        .with("sections", said.isPresent() ? said.get().sections() : List.of())
        .with("speakers", said.map(EpisodeJson::speakers).orElse(List.of()))
        .with("decisions", text.map(it -> it.content().decisions()).orElse(List.of()))
        .with("lost", said.map(EpisodeJson::lost).orElse(List.of()))
        .with("audio", last.map(it -> audio(episode, it)))
        .with("stale", text.isPresent() && last.isPresent() && last.get().isOtherwise(text.get()))
        .with("secondsALetter", all.engines().secondsALetter())
        .with("undo", change(ScriptHistory.Step.UNDO, text))
        .with("redo", change(ScriptHistory.Step.REDO, text))
        .with("did", did);
  }

  private static Optional<Message> change(ScriptHistory.Step step, Optional<EpisodeText> text)
      throws IOException {
    return text.isPresent()
        ? text.get().stages().scripts().history().changeOf(step, text.get().content())
        : Optional.empty();
  }

  private static Fields post(OpenEpisode episode) throws IOException {
    try {
      Post post = Posts.read(episode.post());
      return Json.with("title", post.title()).with("date", post.date().toString());
    } catch (Problem wrong) {
      return Json.with("title", Workspace.name(episode.post())).with("date", "");
    }
  }

  private static Fields audio(OpenEpisode episode, BuiltEpisode.Built last) {
    String at = "/audio/episode/" + episode.key();
    String version = "?v=" + last.version();
    return Json.with("url", at + ".mp3" + version)
        .with("peaks", at + ".peaks" + version)
        .with("millis", last.record().millis())
        .with("bytes", last.record().bytes());
  }

  private List<Fields> sections() throws IOException {
    List<Fields> sections = new ArrayList<>();
    for (Section section : text.content().script().sections()) {
      List<Fields> lines = new ArrayList<>();
      for (Line line : section.lines().toList()) {
        lines.add(line(line));
      }
      sections.add(
          Json.with("id", section.id())
              .with("title", section.title())
              .with("url", section.source().isEmpty() ? null : section.source())
              .with("startMillis", last.map(it -> it.sections().get(section.id())))
              .with("lines", lines)
              .with("slot", text.content().slots().contains(section.id()))
              .with("leftOut", leftOut(section.id())));
    }
    return sections;
  }

  /** Sentences that stand in the script as comments and can be taken in. */
  private List<Fields> leftOut(String section) {
    return text.content().leftOut().stream()
        .filter(one -> !one.isLost() && one.section().equals(section))
        .map(one -> Json.with("id", one.id()).with("text", Piece.display(one.text())))
        .toList();
  }

  private List<String> lost() {
    return text.content().leftOut().stream()
        .filter(ScriptContent.LeftOut::isLost)
        .map(one -> "[" + one.id() + "] " + one.text())
        .toList();
  }

  /** All voices that may speak, those of the script first, each in a colour of its own. */
  private List<Fields> speakers() {
    Voices known = text.stages().voices();
    Map<String, Voice> voices = new LinkedHashMap<>();
    Stream.of(
            known.find(text.content().script().speaker()).stream(),
            text.spoken().values().stream().map(SpokenLine::voice),
            known.all().stream())
        .flatMap(some -> some)
        .forEach(voice -> voices.putIfAbsent(voice.name(), voice));
    List<Fields> speakers = new ArrayList<>();
    for (Voice voice : voices.values()) {
      speakers.add(
          Json.with("name", voice.name())
              .with("colour", COLOURS.get(speakers.size() % COLOURS.size()))
              .with("parameters", voice.parameters()));
    }
    return speakers;
  }

  static Fields line(Episodes all, OpenEpisode episode, EpisodeText text, String id)
      throws IOException {
    SpokenLine spoken = text.line(id);
    Map<String, ClipStore.Found> clip = all.sounds().of(text, episode.memory(), List.of(spoken));
    return new EpisodeJson(all, episode, text, clip, all.built().of(episode)).line(spoken.line());
  }

  /** What a change of a line names as what it began with. */
  static String base(Line line) {
    return new Digest().add(line.withFileLine(0).toString()).hex().substring(0, BASE_DIGITS);
  }

  private Fields line(Line line) throws IOException {
    SpokenLine spoken = text.line(line.id());
    Optional<ClipStore.Found> clip = Optional.ofNullable(clips.get(line.id()));
    Optional<OpenEpisode.Pending> pending = episode.pending(spoken);
    List<Recording> takes = episode.memory().takes(line.id());
    LineOverrides overrides = line.overrides();
    boolean kana = KanaNotation.is(line.spoken());
    String identity = clip.map(it -> it.clip().identity()).orElse(null);
    Message error = pending.map(OpenEpisode.Pending::error).orElse(Message.NONE);
    return Json.with("id", line.id())
        .with("speaker", spoken.voice().name())
        .with("style", line.speaker().contains("/") ? spoken.voice().style() : null)
        .with("written", line.written())
        .with("spoken", line.spoken().isEmpty() || kana ? null : line.spoken())
        .with("accents", kana ? line.spoken() : null)
        .with("said", spoken.spoken())
        .with("pieces", Piece.split(line.written()))
        .with("pauseMillis", line.extraPauseMillis() == 0 ? null : line.extraPauseMillis())
        .with("speed", overrides.speed())
        .with("pitch", overrides.pitch())
        .with("intonation", overrides.intonation())
        .with("volume", overrides.volume())
        .with("state", pending.map(OpenEpisode.Pending::state).orElseGet(() -> state(clip, takes)))
        .with("error", error.isEmpty() ? null : error)
        .with("clip", identity)
        .with("millis", clip.map(it -> it.clip().millis()))
        .with("startMillis", last.map(it -> it.lines().get(line.id())).map(TimedLine::startMillis))
        .with("findings", all.findings().of(episode, text, spoken, clip))
        .with("approved", text.content().approved().contains(line.id()))
        .with("marked", episode.memory().marked().contains(line.id()))
        .with(
            "decision",
            text.content().decisions().stream().filter(it -> it.id().equals(line.id())).findFirst())
        .with("takes", takes(takes, identity))
        .with("edited", last.isPresent() && !spoken.spoken().isBlank() && !last.get().says(spoken))
        .with("source", base(line));
  }

  private static OpenEpisode.State state(Optional<ClipStore.Found> clip, List<Recording> takes) {
    return clip.isPresent()
        ? OpenEpisode.State.SPOKEN
        : takes.isEmpty() ? OpenEpisode.State.NONE : OpenEpisode.State.CHANGED;
  }

  private List<Fields> takes(List<Recording> takes, @Nullable String current) throws IOException {
    List<Fields> views = new ArrayList<>();
    for (Recording take : takes) {
      if (all.sounds().find(take.clip()).isPresent()) {
        views.add(
            Json.with("clip", take.clip())
                .with("millis", take.millis())
                .with("spoken", take.said())
                .with("current", take.clip().equals(current)));
      }
    }
    return views;
  }
}
