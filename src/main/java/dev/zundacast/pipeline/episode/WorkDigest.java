package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.Music;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.TagContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that goes into an episode's files to one sha256. Values are named one by one: a record's own
 * text would do, but Java links it piece by piece at run time, which an episode's thousands of
 * pieces would feel.
 */
final class WorkDigest {
  private final Digest digest = new Digest();

  private WorkDigest() {}

  /**
   * The digest of an episode.
   *
   * @param clips what is known of its clips without an engine
   * @throws IOException when music cannot be read
   */
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
    for (OptionalDouble value :
        List.of(overrides.speed(), overrides.pitch(), overrides.intonation(), overrides.volume())) {
      digest.add(value.isPresent() ? Double.toString(value.getAsDouble()) : "");
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
    for (Optional<Music.Piece> piece : List.of(music.opening(), music.jingle(), music.closing())) {
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
