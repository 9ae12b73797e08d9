package dev.zundacast.rewrite;

import dev.zundacast.disk.Json;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.rewrite.ModelFault.Scope;
import java.util.List;
import java.util.Optional;

/** Answers that somebody got elsewhere and put into a file, in any order. */
final class GivenAnswers implements AnswerSource {
  private final List<Answer> answers;

  GivenAnswers(String text) {
    this.answers = AnswerReader.all(text);
  }

  @Override
  public Completion answer(RewriteSource source, ChatRequest request) throws ModelFault {
    return of(source.number())
        .map(it -> new Completion(Json.text(it), false, 0, 0))
        .orElseThrow(
            () ->
                ModelFault.lasting(
                    "the file has no answer with \"article\": " + source.number(), Scope.ARTICLE));
  }

  /** The answer that names this article; where none names any, the one in its place. */
  private Optional<Answer> of(int article) {
    boolean inOrder = answers.stream().allMatch(it -> it.article() == 0);
    return inOrder
        ? answers.stream().skip(article - 1L).findFirst()
        : answers.stream().filter(it -> it.article() == article).findFirst();
  }

  @Override
  public boolean canRepair() {
    return false;
  }

  @Override
  public boolean goBeforeMemory() {
    return true;
  }

  @Override
  public Cost cost() {
    return Cost.NONE;
  }

  @Override
  public void close() {}
}
