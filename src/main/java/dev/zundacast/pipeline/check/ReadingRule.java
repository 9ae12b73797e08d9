package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.reading.Readings.Misreading;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines of a post's script that an engine understands otherwise than they were meant; where they
 * are to be mended, {@code notes} hears of each word that is put on the reading list.
 */
public record ReadingRule(
    Stages stages, EnginePool engines, Check.Mending mending, Consumer<Message> notes) {
  /** Tells what an engine would misread in a post's script, one query after the other. */
  public synchronized void check(CheckedPost post, Consumer<Diagnostic> findings)
      throws IOException {
    if (post.script().isEmpty()) {
      return;
    }
    ScriptContent opened = post.script().get();
    Script script = opened.script();
    // Who approved a line has heard it.
    List<SpokenLine> lines =
        stages.spoken(script).filter(it -> !opened.approved().contains(it.line().id())).toList();
    engines.learn(lines);
    for (SpokenLine line : lines) {
      List<String> phrases = line.spoken().isBlank() ? List.of() : engines.phrases(line);
      for (Misreading misreading : stages.readings().misreadings(line, phrases)) {
        if (mending == Check.Mending.LIST_ONLY || !mend(misreading)) {
          findings.accept(finding(script.file(), line.line(), misreading));
        }
      }
    }
  }

  private boolean mend(Misreading misreading) throws IOException {
    if (misreading.entry().isEmpty()) {
      return false;
    }
    ReadingEntry entry = misreading.entry().get();
    // Read anew: the words of other lines stand in it by now.
    ReadingList.load(stages.readings().list().file()).with(List.of(entry)).save();
    notes.accept(Message.of("check.putOnList", entry.written(), entry.reading()));
    return true;
  }

  private static Diagnostic finding(Path script, Line line, Misreading misreading) {
    Message next =
        misreading
            .entry()
            .map(entry -> Message.of("check.putIntoDictionary", entry.command()))
            .orElse(Message.of("check.giveReading"));
    return Diagnostic.at(
            script, line.fileLine(), Message.plain(line.id(), ": ", misreading.found()))
        .withNext(next);
  }
}
