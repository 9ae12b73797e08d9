package dev.zundacast.pipeline;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.Music;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.disk.YamlFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@code audio:} in {@code zundacast.yaml} says of the MP3 and its music. */
final class AudioSection {
  private AudioSection() {}

  /** What the MP3 shall be; what is wrong is reported to the fields. */
  static AudioSettings read(Path file, YamlFields fields) {
    String encoder = fields.choice("encoder", List.of("auto", "lame", "jump3r"), "auto");
    double lufs = fields.number("lufs", -30, -9, AudioSettings.DEFAULT.lufs());
    Music music = music(file, fields.section("music"));
    fields.reportUnknown();
    return AudioSettings.DEFAULT
        .withMusic(music)
        .withEncoder(SegmentEncoder.Choice.valueOf(encoder.toUpperCase(Locale.ROOT)))
        .withLufs(lufs);
  }

  private static Music music(Path file, YamlFields fields) {
    double level = fields.number("level", -40, 10, -4);
    int fadeIn = (int) (1000 * fields.number("fade-in", 0, 60, 0.02));
    int fadeOut = (int) (1000 * fields.number("fade-out", 0, 60, 1.5));
    Function<String, Optional<Music.Piece>> named =
        key -> tune(file, key, fields).map(tune -> new Music.Piece(tune, level, fadeIn, fadeOut));
    double bedLevel = fields.number("bed-level", -60, 0, -24);
    Music music =
        new Music(
            named.apply("opening"),
            named.apply("jingle"),
            named.apply("closing"),
            tune(file, "bed", fields).map(tune -> new Music.Bed(tune, bedLevel)));
    fields.reportUnknown();
    return music;
  }

  /** A music file, named from the folder of the settings. */
  private static Optional<Path> tune(Path file, String key, YamlFields fields) {
    String name = fields.place(key, "");
    Path tune = file.resolveSibling(name);
    if (!name.isEmpty() && !Files.isRegularFile(tune)) {
      fields.report(key, "there is no music file " + tune);
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(tune);
  }
}
