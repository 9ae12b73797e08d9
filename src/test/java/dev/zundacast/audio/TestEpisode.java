package dev.zundacast.audio;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/** An episode of lines that sound like speech, laid into a folder. */
public final class TestEpisode {
  public static final Voice VOICE =
      new Voice(
          "ずんだもん",
          List.of(),
          "ずんだもん",
          "ノーマル",
          "nanoda",
          "",
          "VOICEVOX:ずんだもん",
          new Voice.Parameters(1, 0, 1, 1, 1),
          new Voice.Pauses(1000, 700, 1200, 900, 1500, 2000),
          7.15,
          new Voice.Draft("normal", 0),
          "",
          Voice.Profile.NONE);

  public final Path folder;
  public final List<Section> sections = new ArrayList<>();
  public final Map<String, SpokenLine> spoken = new HashMap<>();
  public final Map<String, Clip> clips = new HashMap<>();

  public TestEpisode(Path folder) {
    this.folder = folder;
  }

  /** Sections of four lines each, the first of them a title. */
  public static TestEpisode of(Path folder, int rate, int channels, int lines) throws IOException {
    TestEpisode episode = new TestEpisode(folder);
    for (int section = 1; section * 4 - 4 < lines; section++) {
      List<Section.Item> items = new ArrayList<>();
      for (int number = 0; number < 4 && section * 4 - 4 + number < lines; number++) {
        String id =
            "a" + section + (number == 0 ? ".t" : String.format(Locale.ROOT, ".%02d", number));
        items.add(
            episode.line(
                id, rate, channels, Sounds.clip(rate, 1.5 + number * 0.37, id.hashCode())));
      }
      episode.sections.add(
          new Section("a" + section, Section.Kind.ARTICLE, "記事" + section, "", items));
    }
    return episode;
  }

  /** A line with its clip. */
  public Line line(String id, int rate, int channels, float[] samples) throws IOException {
    Line line = new Line(id, "", "文" + id, "", LineOverrides.NONE, 0, 0);
    spoken.put(id, new SpokenLine(line, VOICE, "ブン", List.of()));
    speak(id, rate, channels, samples);
    return line;
  }

  /** Gives a line another clip. */
  public void speak(String id, int rate, int channels, float[] samples) throws IOException {
    String identity =
        String.format(Locale.ROOT, "%064x", java.util.Arrays.hashCode(samples) & 0xFFFFFFFFL);
    speak(id, identity, rate, channels, samples);
  }

  /** Gives a line another sound under the identity that it has. */
  public void speakAgain(String id, int rate, int channels, float[] samples) throws IOException {
    speak(id, clips.get(id).identity(), rate, channels, samples);
  }

  private void speak(String id, String identity, int rate, int channels, float[] samples)
      throws IOException {
    Path wav = Files.createDirectories(folder.resolve("clips")).resolve(identity + ".wav");
    Sounds.wav(wav, rate, channels, samples);
    CRC32C checksum = new CRC32C();
    checksum.update(Files.readAllBytes(wav));
    clips.put(
        id, new Clip(identity, wav, rate, samples.length, checksum.getValue(), Clip.Origin.MADE));
  }

  public Script script() {
    return new Script(folder.resolve("script.txt"), "ずんだもん", sections);
  }

  /** Builds as the tool does: clips encoded as they come, then all assembled. */
  public Track build(AudioSettings settings, Path mp3) throws IOException {
    try (EpisodeAudio audio =
        new EpisodeAudio(folder.resolve("frames"), "2026-01-01-1", settings, SharedStore.NONE)) {
      clips.values().forEach(clip -> audio.encode(clip, VOICE));
      Track track = audio.assemble(script(), spoken, clips);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mp3))) {
        track.writeTo(out);
      }
      return track;
    }
  }
}
