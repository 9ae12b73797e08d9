package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.ScriptDocument;
import java.util.List;
import java.util.Optional;

/** Turns a person's edits into the next text of a script file, which is read before it counts. */
final class ScriptEdits {
  private final Voices voices;

  ScriptEdits(Voices voices) {
    this.voices = voices;
  }

  /** Puts the same change into lines; {@link LineEdit#NONE} only looks whether they are there. */
  ScriptUpdate edit(ScriptDocument document, List<String> lineIds, LineEdit edit) {
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
  ScriptUpdate change(ScriptDocument document, ScriptChange change) {
    String before = document.text();
    document.giveIds();
    LineChanges changes = new LineChanges(document, voices);
    String done = changes.make(change);
    checked(document);
    return ScriptUpdate.of(Optional.of(before), changes.read(), List.of(done));
  }

  /** The lines in whose written text this stands, inline readings and all. */
  List<String> find(ScriptDocument document, String text) {
    return new LineChanges(document, voices).found(text);
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
