package dev.zundacast.rewrite;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.message.Message;
import dev.zundacast.rewrite.ModelFault.Scope;
import dev.zundacast.rewrite.Rewriter.Cost;
import dev.zundacast.rewrite.Rewriter.Network;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers of a model: those that are kept, else asked for, unless it is of no use any more. */
final class ModelAnswers implements AutoCloseable {
  private final RewriteSettings settings;
  private final String key;
  private final AnswerStore store;
  private final Network network;
  private final Retry retry;
  private @Nullable ChatClient client;
  private Optional<Message> away = Optional.empty();
  private Cost cost = Cost.NONE;

  ModelAnswers(
      RewriteSettings settings, String key, AnswerStore store, Network network, Retry retry) {
    this.settings = settings;
    this.key = key;
    this.store = store;
    this.network = network;
    this.retry = retry;
  }

  /**
   * The answer to a question.
   *
   * @throws ModelFault when there is none
   */
  Completion answer(ChatRequest request) throws IOException {
    Optional<Completion> kept = store.find(request);
    if (kept.isPresent()) {
      cost = cost.plusStored();
      return kept.get();
    }
    require();
    try {
      Completion answer = client().ask(request);
      cost = cost.plusAsked(answer);
      store.keep(request, answer);
      return answer;
    } catch (ModelFault fault) {
      if (fault.scope() == Scope.ALL) {
        away = Optional.of(Message.of(fault));
      }
      throw fault;
    }
  }

  /** Whether anybody may be asked. */
  private void require() throws ModelFault {
    if (network == Network.OFFLINE) {
      throw ModelFault.lasting(Message.of("rewrite.offline"), Scope.EPISODE);
    }
    if (!settings.keyEnv().isEmpty() && key.isEmpty()) {
      throw ModelFault.lasting(Message.of("rewrite.noKey", settings.keyEnv()), Scope.EPISODE);
    }
    if (away.isPresent()) {
      throw ModelFault.lasting(away.get(), Scope.ALL);
    }
  }

  private ChatClient client() {
    ChatClient open = client;
    if (open == null) {
      open = new ChatClient(settings, key, retry);
      client = open;
    }
    return open;
  }

  /** What all answers so far cost. */
  Cost cost() {
    return cost;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }

  /**
   * What a model answered.
   *
   * @param isCut whether the answer ended because it got too long
   * @param promptTokens what the question cost, 0 when the server does not say
   * @param completionTokens what the answer cost
   */
  record Completion(String content, boolean isCut, long promptTokens, long completionTokens) {
    public Completion {
      Objects.requireNonNull(content);
    }
  }

  /**
   * Answers by what was asked: the same question is never asked twice. A damaged answer counts as
   * none.
   */
  record AnswerStore(Path folder) {
    Optional<Completion> find(ChatRequest request) {
      return CacheFile.read(file(request), Completion.class);
    }

    /** Keeps an answer; a disk that does not take it costs the answer again, not the run. */
    void keep(ChatRequest request, Completion answer) {
      try {
        CacheFile.write(file(request), answer);
      } catch (IOException full) {
        // The script holds the words; only another run would ask again.
        return;
      }
    }

    private Path file(ChatRequest request) {
      return folder.resolve(request.key() + ".json");
    }
  }
}
