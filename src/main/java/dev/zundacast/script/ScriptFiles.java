package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads script files; each problem names the file and its line. */
final class ScriptFiles {
  private final Voices voices;

  ScriptFiles(Voices voices) {
    this.voices = voices;
  }

  /** Whether there is such a file and some of it is in a language model's words. */
  boolean holdsRewrites(Path scriptFile) throws IOException {
    return Files.isRegularFile(scriptFile) && !open(scriptFile).memory().rewrites().isEmpty();
  }

  /** What a file says, with what its comments tell. */
  static ScriptContent content(ScriptDocument document) {
    String text = document.text();
    document.giveIds();
    Script script = document.script();
    Set<String> notChosen = new HashSet<>();
    for (MergeBase base : document.memory().mergeBases().values()) {
      base.lines().stream()
          .filter(MergeBase.Trace::isLeftOut)
          .forEach(trace -> notChosen.add(trace.id()));
    }
    List<ScriptContent.LeftOut> leftOut =
        document.commented().stream().map(it -> leftOut(it, notChosen.contains(it.id()))).toList();
    return new ScriptContent(
        text, script, document.decisions(), leftOut, document.approved(script.lines().toList()));
  }

  private static ScriptContent.LeftOut leftOut(ScriptDocument.Commented line, boolean notChosen) {
    return new ScriptContent.LeftOut(
        line.id(),
        line.section(),
        line.after(),
        line.text(),
        notChosen ? ScriptContent.Why.NOT_CHOSEN : ScriptContent.Why.LOST);
  }

  /** A file whose lines all have an id: what the next update would write. */
  ScriptDocument openWithIds(Path scriptFile) throws IOException {
    ScriptDocument document = open(scriptFile);
    document.giveIds();
    return document;
  }

  /**
   * A file as it is.
   *
   * @throws Problem when it is not there or something in it is wrong
   */
  ScriptDocument open(Path scriptFile) throws IOException {
    String text =
        text(scriptFile)
            .orElseThrow(
                () ->
                    Problem.in(
                        Diagnostic.of(scriptFile, "no such script")
                            .withNext("make it with 'zundacast script POST'")));
    return parse(scriptFile, text);
  }

  /** A file whose text is known. */
  ScriptDocument parse(Path scriptFile, String text) {
    return ScriptDocument.parse(scriptFile, text, voices);
  }

  /** The text of a file, empty when there is none. */
  static Optional<String> text(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw Problem.in(
              Diagnostic.of(file, "the file is not UTF-8 text").withNext("save it as UTF-8"))
          .causedBy(e);
    }
  }
}
