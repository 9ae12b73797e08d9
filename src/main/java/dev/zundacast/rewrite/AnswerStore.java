package dev.zundacast.rewrite;

import dev.zundacast.disk.Remembered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Answers by what was asked: the same question is never asked twice. A damaged answer counts as
 * none.
 */
final class AnswerStore {
  private final Path folder;

  AnswerStore(Path folder) {
    this.folder = folder;
  }

  Optional<Completion> find(ChatRequest request) {
    return Remembered.read(file(request), Completion.class);
  }

  /** Keeps an answer; a disk that does not take it costs the answer again, not the run. */
  void keep(ChatRequest request, Completion answer) {
    try {
      Remembered.write(file(request), answer);
    } catch (IOException full) {
      // The script holds the words; only another run would ask again.
      return;
    }
  }

  private Path file(ChatRequest request) {
    return folder.resolve(request.key() + ".json");
  }
}
