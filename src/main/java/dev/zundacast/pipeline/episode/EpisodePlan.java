package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.Music;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.KnownReadings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.TagContent;
import dev.zundacast.voice.EngineInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an episode before a word of it is spoken: the lines that have something to say,
 * what the tag says, the first of the engines that will speak, what is wrong with what it is made
 * of, and what else a person should know by now.
 */
record EpisodePlan(
    PostOnDisk post,
    Script script,
    List<SpokenLine> spoken,
    EpisodePictures pictures,
    TagContent tag,
    EngineInfo engine,
    List<Message> warnings,
    List<Message> notes,
    List<Diagnostic> findings) {

  /**
   * Reads the lines, and adds the pictures and the tag to what is known of the post and its script
   * without an engine: the one that spoke the episode before is taken for it.
   */
  static EpisodePlan unasked(
      PostOnDisk onDisk, ScriptUpdate update, Stages stages, KnownReadings known)
      throws IOException {
    Post post = onDisk.post();
    Script script = update.script();
    Workspace workspace = stages.workspace();
    List<Message> warnings = new ArrayList<>();
    post.warnings().forEach(warning -> warnings.add(BuildReport.note(warning)));
    stages.readings().list().warnings().forEach(it -> warnings.add(BuildReport.note(it)));
    List<SpokenLine> spoken = new ArrayList<>();
    for (Line line : script.lines().toList()) {
      SpokenLine read = known.read(line, stages.voice(line, script), stages.readings());
      if (read.spoken().isBlank()) {
        warnings.add(Message.of("build.lineUnspoken", line.id()));
      } else {
        spoken.add(read);
      }
    }
    EngineInfo last =
        BuildRecord.read(workspace.episode(onDisk.file()))
            .map(record -> record.offline().engine())
            .orElse(EngineInfo.UNKNOWN);
    Show show = onDisk.show();
    EpisodePictures pictures = EpisodePictures.of(post, show, script, workspace.pictures());
    warnings.addAll(pictures.notes());
    List<Message> notes = new ArrayList<>(update.notes());
    if (show.named() != Show.Named.BY_SETTINGS) {
      // A name that nobody chose is spoken and stands in the tags: that must not go unseen.
      notes.add(0, Message.of("build.showByFolder", show.title()));
    }
    TagContent tag = tag(onDisk, pictures, spoken, last);
    return new EpisodePlan(
        onDisk, script, spoken, pictures, tag, last, warnings, notes, update.findings());
  }

  BuildRecord record(BuildOptions options) throws IOException {
    // Of a clip all but the engine's own part: who says what how, and which engine is to say it.
    List<String> parts = new ArrayList<>(options.engines());
    IdentityHashMap<Voice, Integer> voices = new IdentityHashMap<>();
    for (SpokenLine line : spoken) {
      // All values of a voice once: with them in each line an hour's digest takes 15 ms longer.
      if (!voices.containsKey(line.voice())) {
        voices.put(line.voice(), voices.size());
        parts.add(Json.text(line.voice()));
      }
      parts.add(voices.get(line.voice()) + "\n" + line.spoken() + "\n" + line.words());
    }
    String work = WorkDigest.of(script, tag, pictures, options, parts);
    BuildRecord.Offline offline = new BuildRecord.Offline(work, engine, options.engines());
    return BuildRecord.of(offline, post.file(), post.target().mp3());
  }

  EpisodePlan spokenBy(EngineInfo other) {
    TagContent spokenTag = tag(post, pictures, spoken, other);
    return new EpisodePlan(
        post, script, spoken, pictures, spokenTag, other, warnings, notes, findings);
  }

  private static TagContent tag(
      PostOnDisk onDisk, EpisodePictures pictures, List<SpokenLine> spoken, EngineInfo engine) {
    Post post = onDisk.post();
    Show show = onDisk.show();
    return new TagContent(
        post.title(),
        show.title(),
        post.number(),
        post.date(),
        show.language(),
        post.description(),
        link(post, show),
        spoken.stream().map(SpokenLine::voice).map(engine::credit).distinct().toList(),
        engine.isDraft() ? TagContent.Take.DRAFT : TagContent.Take.FINAL,
        pictures.cover(),
        pictures.chapters());
  }

  /** Yattecast's permalink: /episode/ and the post's number. */
  private static String link(Post post, Show show) {
    return show.url().isEmpty() || post.number().isEmpty()
        ? show.url()
        : show.url() + "/episode/" + post.number().getAsInt() + "/";
  }

  /** What is made of the lines, one for each of {@link #spoken}, by their ids. */
  <T> Map<String, T> byId(List<T> all) {
    Iterator<T> each = all.iterator();
    Map<String, T> byId = new LinkedHashMap<>();
    spoken.forEach(line -> byId.put(line.line().id(), each.next()));
    return byId;
  }

  /**
   * All that goes into an episode's files to one sha256. Values are named one by one: a record's
   * own text would do, but Java links it piece by piece at run time, which an episode's thousands
   * of pieces would feel.
   */
  static final class WorkDigest {
    private final Digest digest = new Digest();

    private WorkDigest() {}

    static String of(
        Script script,
        TagContent tag,
        EpisodePictures pictures,
        BuildOptions options,
        List<String> clips)
        throws IOException {
      WorkDigest work = new WorkDigest();
      script.sections().forEach(work::add);
      work.add(tag);
      work.add(pictures.addresses());
      work.add(options.audio());
      work.digest.add(options.sidecars().name()).addAll(clips);
      return work.digest.hex();
    }

    private void add(Section section) {
      digest.add(section.id()).add(section.kind().name());
      digest.add(section.title()).add(section.source());
      digest.add(Integer.toString(section.items().size()));
      section.items().forEach(this::add);
    }

    /** Where a line stands in its file is heard by nobody. */
    private void add(Section.Item item) {
      if (item instanceof Line line) {
        digest.add(line.id()).add(line.speaker()).add(line.written()).add(line.spoken());
        add(line.overrides());
        digest.add(Integer.toString(line.extraPauseMillis()));
      } else if (item instanceof Section.Pause pause) {
        digest.add("Pause").add(Integer.toString(pause.millis()));
      } else {
        digest.add(item.getClass().getSimpleName());
      }
    }

    private void add(LineOverrides overrides) {
      for (Optional<Double> value :
          List.of(
              overrides.speed(), overrides.pitch(), overrides.intonation(), overrides.volume())) {
        digest.add(value.map(String::valueOf).orElse(""));
      }
    }

    private void add(TagContent tag) {
      digest.add(tag.title()).add(tag.show());
      digest.add(tag.number().isPresent() ? Integer.toString(tag.number().getAsInt()) : "");
      digest.add(tag.date().toString()).add(tag.language());
      digest.add(tag.description()).add(tag.link()).addAll(tag.credits()).add(tag.take().name());
      digest.add(tag.cover().map(Picture::toString).orElse(""));
      digest.add(Integer.toString(tag.pictures().size()));
      tag.pictures().forEach((id, picture) -> digest.add(id).add(picture.toString()));
    }

    private void add(Map<String, String> values) {
      digest.add(Integer.toString(values.size()));
      values.forEach((name, value) -> digest.add(name).add(value));
    }

    private void add(AudioSettings audio) throws IOException {
      digest.add(Mp3Format.NAME).add(audio.encoder().name());
      digest.add(Double.toString(audio.lufs())).add(audio.engine());
      Music music = audio.music();
      for (Optional<Music.Piece> piece :
          List.of(music.opening(), music.jingle(), music.closing())) {
        add(piece.map(Music.Piece::toString), piece.map(Music.Piece::file));
      }
      add(music.bed().map(Music.Bed::toString), music.bed().map(Music.Bed::file));
    }

    /** Music counts by what its file holds: another piece often comes under the same name. */
    private void add(Optional<String> played, Optional<Path> file) throws IOException {
      digest.add(played.orElse(""));
      if (file.isPresent()) {
        digest.add(Digest.file(file.get()));
      }
    }
  }
}
