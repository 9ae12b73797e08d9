package dev.zundacast.studio.episode;

import dev.zundacast.disk.TextDiff;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.voice.ClipStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the last build of an episode left, the MP3 and when each of its lines is heard, and what its
 * script says otherwise now.
 */
public record BuiltEpisode(
    Workspace workspace, LineSounds sounds, Map<BuildRecord, BuiltEpisode.Built> read) {
  private static final int CONTEXT = 2;

  /** A wave form has no more peaks than a wide window has columns. */
  private static final int MOST_PEAKS = 4000;

  /** An episode that was built: when each section begins, and what each line says and when. */
  record Built(BuildRecord record, Map<String, Long> sections, Map<String, TimedLine> lines) {
    private static Built of(BuildRecord record, Optional<Timeline> heard) {
      Built built = new Built(record, new HashMap<>(), new LinkedHashMap<>());
      heard.ifPresent(
          all -> {
            all.sections().forEach(it -> built.sections.put(it.id(), it.startMillis()));
            all.lines().forEach(it -> built.lines.put(it.id(), it));
          });
      return built;
    }

    /** Differs where its sound does. */
    String version() {
      return Integer.toHexString(record.content().hashCode());
    }

    boolean isOtherwise(EpisodeText now) {
      return !rows().equals(BuiltEpisode.rows(now));
    }

    boolean says(SpokenLine line) {
      TimedLine said = lines.get(line.line().id());
      return said != null && row(said).equals(row(line));
    }

    private List<String> rows() {
      return lines.values().stream().flatMap(line -> row(line).lines()).toList();
    }
  }

  /** The last build, empty where there is none or its MP3 is gone. */
  Optional<Built> of(OpenEpisode episode) throws IOException {
    Optional<BuildRecord> record = record(episode);
    // News of a line come five times a change, and an hour's timeline holds seven hundred.
    if (record.isPresent() && !read.containsKey(record.get())) {
      Path folder = workspace.episode(episode.post());
      read.put(record.get(), Built.of(record.get(), record.get().timeline(folder)));
    }
    return record.map(read::get);
  }

  /** Its record. */
  public Optional<BuildRecord> record(OpenEpisode episode) {
    return BuildRecord.read(workspace.episode(episode.post()))
        .filter(record -> Files.isRegularFile(Path.of(record.mp3())));
  }

  /** The wave form of its MP3, from those of its lines: decoding an hour would take seconds. */
  public Optional<int[]> peaks(OpenEpisode episode) throws IOException {
    Optional<Built> last = of(episode);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    long all = Math.max(1, last.get().record().millis());
    int[] peaks = new int[(int) Math.min(MOST_PEAKS, all / LineSounds.MILLIS_A_PEAK + 1)];
    Map<String, ClipStore.Found> now = sounds.of(episode.text(), episode.memory());
    for (TimedLine line : last.get().lines().values()) {
      Optional<String> clip =
          Optional.ofNullable(now.get(line.id()))
              .map(found -> found.clip().identity())
              .or(() -> remembered(episode, line));
      if (clip.isPresent()) {
        add(peaks, all, line.startMillis(), sounds.peaks(clip.get()).orElse(new int[0]));
      }
    }
    return Optional.of(peaks);
  }

  /** The sound that the MP3 has of a line which says something else by now. */
  private static Optional<String> remembered(OpenEpisode episode, TimedLine line) {
    return episode.memory().takes(line.id()).stream()
        .filter(take -> take.said().equals(line.spoken()))
        .map(EpisodeMemory.Recording::clip)
        .findFirst();
  }

  private static void add(int[] peaks, long all, long start, int[] own) {
    for (int i = 0; i < own.length; i++) {
      long at = (start + (long) i * LineSounds.MILLIS_A_PEAK) * peaks.length / all;
      if (at < peaks.length) {
        peaks[(int) at] = Math.max(peaks[(int) at], own[i]);
      }
    }
  }

  /** From what the program would make of the post to the script, as a unified diff. */
  public String toPost(OpenEpisode episode, ScriptOptions options) throws IOException {
    EpisodeText text = episode.requireText();
    List<String> fresh =
        episode.writer(options).anew().lines().filter(BuiltEpisode::isSaid).toList();
    List<String> now = text.content().text().lines().filter(BuiltEpisode::isSaid).toList();
    return TextDiff.of(
        Workspace.name(episode.post()), Workspace.name(episode.script()), fresh, now, CONTEXT);
  }

  /** What the tool remembers at the end of a script is nobody's to read. */
  private static boolean isSaid(String row) {
    return !row.startsWith("#=");
  }

  /** From what the MP3 says to the script, a row a line. */
  public String toBuild(OpenEpisode episode) throws IOException {
    List<String> before = of(episode).map(Built::rows).orElse(List.of());
    List<String> now = rows(episode.requireText());
    return TextDiff.of("MP3", Workspace.name(episode.script()), before, now, CONTEXT);
  }

  private static List<String> rows(EpisodeText text) {
    return text.audible().stream().flatMap(line -> row(line).lines()).toList();
  }

  private static String row(SpokenLine line) {
    return row(line.line().id(), line.line().display(), line.spoken());
  }

  private static String row(TimedLine line) {
    return row(line.id(), line.written(), line.spoken());
  }

  private static String row(String id, String written, String spoken) {
    return "[" + id + "] " + written + "\n  > " + spoken;
  }
}
