package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.message.Message;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptHistoryTest {
  @TempDir Path folder;

  private Scripts scripts() {
    return Examples.scripts(folder.resolve("undo"));
  }

  private ScriptHistory history() {
    return scripts().history();
  }

  private Path script() {
    return folder.resolve("2026-08-21-550.txt");
  }

  private static String text(String line) {
    return """
    @zundacast 1
    @post _posts/2026-08-21-550.md
    @speaker ずんだもん
    == opening opening
    LINE
    """
        .replace("LINE", line);
  }

  private ScriptDocument document(String line) throws IOException {
    return ScriptDocument.parse(script(), text(line), Examples.voices());
  }

  private ScriptUpdate change(String from, String to) throws IOException {
    return ScriptUpdate.of(
        Optional.of(text(from)), document(to).content(), List.of(Message.plain(from + "→" + to)));
  }

  private void undo(String from, String to) throws IOException {
    ScriptUpdate back = history().after(Step.UNDO, document(from).content());
    assertThat(back.text()).isEqualTo(text(to));
    Files.writeString(script(), text(from));
    scripts().save(back);
    assertThat(Files.readString(script())).isEqualTo(text(to));
  }

  @Test
  void keepsAChangeThatAnotherLooksForBeforeTheScriptIsWritten() throws IOException {
    history().add(change("朝です。", "昼です。"));
    assertThat(history().changeOf(Step.UNDO, document("朝です。").content())).isEmpty();
    assertThat(history().changeOf(Step.UNDO, document("昼です。").content()))
        .contains(Message.plain("朝です。→昼です。"));
    undo("昼です。", "朝です。");
  }

  @Test
  void undoesPastAChangeThatWasNeverWritten() throws IOException {
    history().add(change("朝です。", "昼です。"));
    history().add(change("昼です。", "夜です。"));
    undo("昼です。", "朝です。");
    assertThat(history().changeOf(Step.UNDO, document("朝です。").content())).isEmpty();
    assertThat(history().changeOf(Step.REDO, document("朝です。").content()))
        .contains(Message.plain("朝です。→昼です。"));
    assertThat(folder.resolve("undo/2026-08-21-550")).isDirectoryNotContaining("glob:**.json");
  }

  @Test
  void leavesWhatAnEditorSavedMeanwhile() throws IOException {
    history().add(change("朝です。", "昼です。"));
    ScriptUpdate back = history().after(Step.UNDO, document("昼です。").content());
    Files.writeString(script(), text("夕方です。"));
    assertThatThrownBy(() -> scripts().save(back))
        .hasMessageContaining("changed meanwhile; it is left as it is");
    assertThat(Files.readString(script())).isEqualTo(text("夕方です。"));
    assertThat(history().changeOf(Step.UNDO, document("昼です。").content()))
        .contains(Message.plain("朝です。→昼です。"));
  }

  @Test
  void keepsTheLastFiftyChanges() throws IOException {
    for (int hour = 0; hour < 53; hour++) {
      history().add(change(hour + "時です。", hour + 1 + "時です。"));
    }
    try (var notes = Files.list(folder.resolve("undo/2026-08-21-550"))) {
      assertThat(notes).hasSize(50);
    }
    undo("53時です。", "52時です。");
  }
}
