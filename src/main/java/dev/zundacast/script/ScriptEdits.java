package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns a person's edits into the next text of a script file, which is read before it counts. */
final class ScriptEdits {
  private final ScriptFiles files;
  private final Voices voices;

  ScriptEdits(ScriptFiles files, Voices voices) {
    this.files = files;
    this.voices = voices;
  }

  /** Puts the same change into lines; {@link LineEdit#NONE} only looks whether they are there. */
  ScriptUpdate edit(Path scriptFile, List<String> lineIds, LineEdit edit) throws IOException {
    ScriptDocument document = files.open(scriptFile);
    String before = document.text();
    document.giveIds();
    for (String lineId : lineIds) {
      if (!document.hasLine(lineId)) {
        throw LineChanges.noSuchLine(document, lineId);
      }
      if (!edit.isNone()) {
        new LineChanges(document, voices).edit(lineId, edit);
      }
    }
    ScriptDocument after = edit.isNone() ? document : checked(document);
    return ScriptUpdate.of(Optional.of(before), after, List.of());
  }

  /** Puts a change to its lines or sections into a file. */
  ScriptUpdate change(Path scriptFile, ScriptChange change) throws IOException {
    ScriptDocument document = files.open(scriptFile);
    String before = document.text();
    document.giveIds();
    LineChanges changes = new LineChanges(document, voices);
    String done = changes.make(change);
    checked(document);
    return ScriptUpdate.of(Optional.of(before), changes.read(), List.of(done));
  }

  /** The lines in whose written text this stands, inline readings and all. */
  List<String> find(Path scriptFile, String text) throws IOException {
    return new LineChanges(files.open(scriptFile), voices).found(text);
  }

  /** A script that says what no script may say is found before it is written. */
  private ScriptDocument checked(ScriptDocument edited) {
    try {
      return ScriptDocument.parse(edited.file(), edited.text(), voices);
    } catch (Problem e) {
      List<Diagnostic> findings =
          e.diagnostics().stream()
              .map(it -> it.withNext(it.next() + "; the script is left as it is"))
              .toList();
      throw Problem.in(findings).causedBy(e);
    }
  }
}
