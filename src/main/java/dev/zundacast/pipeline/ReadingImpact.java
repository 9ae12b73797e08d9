package dev.zundacast.pipeline;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.reading.Readings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which lines of a show's scripts another reading list would have spoken anew. */
public record ReadingImpact(Stages stages) {
  /**
   * A line of a script that would be spoken anew: what an engine is sent now and then; where the
   * accents alone change, the words with theirs.
   */
  public record Changed(Path script, Line line, String before, String after) {}

  /** Compares the list of the stages with another one, for all scripts that can be read. */
  public List<Changed> of(ReadingList other, Consumer<Problem> unreadable) throws IOException {
    Readings after = stages.readings().with(other);
    Voice any = stages.voices().all().get(0);
    List<Changed> all = new ArrayList<>();
    for (Path file : stages.workspace().allScripts()) {
      try {
        for (Line line : stages.scripts().open(file).script().lines().toList()) {
          SpokenLine now = stages.readings().read(line, any);
          SpokenLine then = after.read(line, any);
          // Accents are part of a clip too, so the words are compared with the text.
          if (!now.equals(then)) {
            boolean same = now.spoken().equals(then.spoken());
            String before = same ? accents(now, then) : now.spoken();
            all.add(new Changed(file, line, before, same ? accents(then, now) : then.spoken()));
          }
        }
      } catch (Problem e) {
        unreadable.accept(e);
      }
    }
    return all;
  }

  /** The words that the other one says otherwise, with their accents: ハ'タケ. */
  private static String accents(SpokenLine line, SpokenLine other) {
    return line.words().stream()
        .filter(word -> !other.words().contains(word))
        .map(DictionaryWord::notation)
        .collect(Collectors.joining("、"));
  }
}
