package dev.zundacast.bench;

import com.sun.jna.Native;
import de.sciss.jump3r.mp3.VbrMode;
import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.EpisodeAudio;
import dev.zundacast.audio.Sounds;
import dev.zundacast.audio.TestEpisode;
import dev.zundacast.audio.Track;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SpokenLine;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures the audio stage against the lame and ffmpeg programs, side by side in one run, each a
 * process of its own: {@code mvn test -Dtest=AudioBench}. With {@code -Dbench.clips=FOLDER} the
 * clips are the 48 kHz mono WAV files of that folder, else sounds built like speech.
 */
class AudioBench {
  private static final int RATE = 48_000;
  private static final double PAUSE_SECONDS = 0.5;

  /** How the name of a line's clip ends that was made again. */
  private static final String CHANGED = "x.wav";

  @TempDir static Path work;
  private static List<Path> sources = List.of();
  private static String classpath = "";
  private static Costs costs = new Costs(Path.of(""));

  @BeforeAll
  static void prepare() throws Exception {
    costs = new Costs(work);
    sources = sources();
    classpath = jars();
  }

  private static List<Path> sources() throws IOException {
    String named = System.getProperty("bench.clips", "");
    if (!named.isEmpty()) {
      try (Stream<Path> files = Files.list(Path.of(named))) {
        return files.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
      }
    }
    List<Path> made = new ArrayList<>();
    Path folder = Files.createDirectories(work.resolve("sources"));
    for (int i = 0; i < 100; i++) {
      made.add(
          Sounds.wav(folder.resolve(i + ".wav"), RATE, 1, Sounds.clip(RATE, 4 + i % 5 * 0.75, i)));
    }
    return made;
  }

  /**
   * What the audio stage needs, with folders packed: class data sharing takes jars only. No more
   * than that, as each jar is opened at the start, and the tool has one.
   */
  private static String jars() throws Exception {
    List<String> parts = new ArrayList<>();
    for (Class<?> part :
        List.of(
            AudioBench.class, EpisodeAudio.class, Native.class, VbrMode.class, Nullable.class)) {
      parts.add(jar(part).toString());
    }
    return String.join(":", parts);
  }

  private static Path jar(Class<?> part) throws Exception {
    Path place = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isDirectory(place)) {
      return place;
    }
    Path jar = work.resolve(part.getSimpleName() + ".jar");
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    tool.run(System.out, System.err, "cf", jar.toString(), "-C", place.toString(), ".");
    return jar;
  }

  @Test
  void encodingAnHour() throws Exception {
    System.out.println("Full encode of 60 minutes, 48 kHz mono 96 kbit/s, whole process");
    Path sixty = episode(60);
    Path wav = concatenated(sixty);
    Map<String, Costs.Measured> works = new LinkedHashMap<>();
    works.put("ffmpeg program", () -> costs.ffmpeg(wav));
    works.put("lame program", () -> costs.of(lame(wav)));
    for (SegmentEncoder.Choice choice : encoders()) {
      works.put("zundacast, " + choice, () -> encoded(sixty, choice, List.of("-XX:+UseSerialGC")));
      works.put(
          "zundacast, " + choice + ", launcher's flags",
          () -> encoded(sixty, choice, Costs.LAUNCHER));
    }
    Costs.inTurn(5, works);
  }

  private static Costs.Cost encoded(Path episode, SegmentEncoder.Choice choice, List<String> flags)
      throws Exception {
    delete(episode.resolve("frames"));
    return costs.of(java(episode, choice, flags));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60})
  void changingOneLine(int minutes) throws Exception {
    change(episode(minutes));
  }

  private static void change(Path episode) throws Exception {
    System.out.println("One line changed, " + episode.getFileName() + ", whole process");
    Path wav = concatenated(episode);
    Costs.Cost ffmpeg = Costs.median(3, () -> costs.ffmpeg(wav));
    Costs.row("ffmpeg program, the whole WAV", ffmpeg, ffmpeg);
    Path archive = work.resolve("classes.jsa");
    for (SegmentEncoder.Choice choice : encoders()) {
      Files.deleteIfExists(archive);
      costs.of(java(episode, choice, plus(Costs.LAUNCHER, "-XX:ArchiveClassesAtExit=" + archive)));
      Costs.row(
          "zundacast, " + choice,
          Costs.median(
              5,
              () -> {
                changeOneLine(episode);
                return costs.of(
                    java(
                        episode, choice, plus(Costs.LAUNCHER, "-XX:SharedArchiveFile=" + archive)));
              }),
          ffmpeg);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 180})
  void memory(int minutes) throws Exception {
    System.out.println("Memory of the whole process, " + minutes + " min, the launcher's flags");
    Path episode = episode(minutes);
    for (SegmentEncoder.Choice choice : encoders()) {
      delete(episode.resolve("frames"));
      Costs.Cost cost = costs.of(java(episode, choice, Costs.LAUNCHER));
      Costs.row("zundacast, " + choice, cost, cost);
    }
  }

  private static List<SegmentEncoder.Choice> encoders() {
    return List.of(SegmentEncoder.Choice.JUMP3R, SegmentEncoder.Choice.LAME);
  }

  private static List<String> plus(List<String> list, String last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /** Lays out an episode: clips in order until it is long enough. */
  private static Path episode(int minutes) throws IOException {
    Path folder = work.resolve(minutes + " min");
    if (Files.exists(folder)) {
      return folder;
    }
    Path clips = Files.createDirectories(folder.resolve("clips"));
    double length = 0;
    for (int i = 0; length < minutes * 60; i++) {
      Path source = sources.get(i % sources.size());
      Files.createLink(clips.resolve(String.format(Locale.ROOT, "%05d.wav", i)), source);
      length += (Files.size(source) - 44) / 2.0 / RATE + PAUSE_SECONDS;
    }
    return folder;
  }

  private static void changeOneLine(Path episode) throws IOException {
    List<Path> clips = clips(episode);
    Path line = clips.get(clips.size() / 2);
    Path other = sources.get((int) (System.nanoTime() % sources.size()));
    Files.copy(other, line.resolveSibling(line.getFileName().toString().replace(".wav", CHANGED)));
    Files.delete(line);
  }

  private static List<Path> clips(Path episode) throws IOException {
    try (Stream<Path> files = Files.list(episode.resolve("clips"))) {
      return files.sorted().toList();
    }
  }

  /** The whole episode as the one WAV that the naive way encodes again. */
  private static Path concatenated(Path episode) throws IOException {
    Path wav = work.resolve("whole.wav");
    byte[] pause = new byte[(int) (RATE * PAUSE_SECONDS) * 2];
    long bytes = 0;
    for (Path clip : clips(episode)) {
      bytes += Files.size(clip) - 44 + pause.length;
    }
    try (OutputStream file = Files.newOutputStream(wav);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file))) {
      byte[] head = Arrays.copyOf(Files.readAllBytes(clips(episode).get(0)), 44);
      ByteBuffer.wrap(head)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(4, (int) (bytes + 36))
          .putInt(40, (int) bytes);
      out.write(head);
      for (Path clip : clips(episode)) {
        byte[] all = Files.readAllBytes(clip);
        out.write(all, 44, all.length - 44);
        out.write(pause);
      }
    }
    return wav;
  }

  private static List<String> lame(Path wav) {
    return List.of(
        "lame",
        "--quiet",
        "-m",
        "m",
        "-b",
        "96",
        wav.toString(),
        work.resolve("lame.mp3").toString());
  }

  private static List<String> java(Path episode, SegmentEncoder.Choice choice, List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classpath));
    command.addAll(
        List.of(
            AudioBench.class.getName(),
            episode.toString(),
            choice.name(),
            episode.resolve("episode.mp3").toString()));
    return command;
  }

  /** The child process: all clips of a folder to one MP3. */
  public static void main(String[] args) throws IOException {
    AudioSettings settings =
        AudioSettings.DEFAULT.withEncoder(SegmentEncoder.Choice.valueOf(args[1]));
    Path episode = Path.of(args[0]);
    Path mp3 = Path.of(args[2]);
    TestEpisode script = new TestEpisode(episode);
    List<Section.Item> items = new ArrayList<>();
    for (Path wav : clips(episode)) {
      String id = wav.getFileName().toString();
      Line line = new Line(id, "", "文", "", LineOverrides.NONE, 0, 0);
      items.add(line);
      script.spoken.put(id, new SpokenLine(line, TestEpisode.VOICE, "ブン", List.of()));
      Clip.Origin origin = id.endsWith(CHANGED) ? Clip.Origin.MADE : Clip.Origin.FOUND;
      script.clips.put(id, new Clip(id, wav, RATE, (Files.size(wav) - 44) / 2, 0, origin));
    }
    script.sections.add(new Section("a1", Section.Kind.ARTICLE, "記事", "", items));
    try (EpisodeAudio audio =
        new EpisodeAudio(episode.resolve("frames"), "bench", settings, SharedStore.NONE)) {
      script.clips.values().forEach(clip -> audio.encode(clip, TestEpisode.VOICE));
      Track track = audio.assemble(script.script(), script.spoken, script.clips);
      try (AtomicFile file = AtomicFile.begin(mp3)) {
        track.writeTo(file.out());
        file.commit();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = new ArrayList<>(walk.toList());
    }
    Collections.reverse(paths);
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
