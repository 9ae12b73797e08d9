package dev.zundacast.pipeline;

import dev.zundacast.episode.Problem;
import dev.zundacast.voice.ClipStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What all scripts that can be read say, by voice and words: those clips are in use. */
public record UsedClips(Set<String> said, List<Problem> unreadable) {
  private static final int RECENT_DAYS = 90;

  /** Reads every script; of one that cannot be read the clips count as unused. */
  public static UsedClips of(Stages stages) throws IOException {
    return of(stages, LocalDate.MIN);
  }

  /** Reads the scripts of posts since a day, and those that were changed since then. */
  private static UsedClips of(Stages stages, LocalDate since) throws IOException {
    Set<String> said = new HashSet<>();
    List<Problem> unreadable = new ArrayList<>();
    for (Path file : stages.workspace().allScripts()) {
      if (PostFiles.day(file).isBefore(since) && changed(file).isBefore(since)) {
        continue;
      }
      try {
        stages
            .spoken(stages.scripts().open(file).script())
            .forEach(line -> said.add(line.voice().name() + "\t" + line.spoken()));
      } catch (Problem e) {
        unreadable.add(e);
      }
    }
    return new UsedClips(said, unreadable);
  }

  /**
   * The same where clips are about to go; a problem where a script cannot be read, as its clips
   * would be taken for unused.
   */
  public UsedClips requireAll() {
    if (!unreadable.isEmpty()) {
      throw unreadable.get(0);
    }
    return this;
  }

  private static LocalDate changed(Path file) throws IOException {
    return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneId.systemDefault());
  }

  /**
   * Keeps the store of clips within its limit: those that were unused for longest go, and are
   * counted, but none that a script of the last 90 days says.
   */
  public static int keepLimit(Stages stages, long bytes) {
    try {
      ClipStore store = ClipStore.open(stages.workspace().clips());
      if (store.bytes() <= bytes) {
        return 0;
      }
      LocalDate since = LocalDate.now(ZoneId.systemDefault()).minusDays(RECENT_DAYS);
      return store.prune(bytes, of(stages, since).requireAll()::use).size();
    } catch (IOException | Problem e) {
      return 0; // A script cannot be read, and its clips would count as unused.
    }
  }

  /** Whether a line of a script says this, in the same voice. */
  public boolean use(ClipStore.StoredClip clip) {
    return said.contains(clip.speaker() + "\t" + clip.text());
  }
}
