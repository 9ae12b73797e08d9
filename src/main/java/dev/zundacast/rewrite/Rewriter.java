package dev.zundacast.rewrite;

import dev.zundacast.episode.NumberedArticle;
import dev.zundacast.episode.Post;
import dev.zundacast.message.Message;
import dev.zundacast.rewrite.ChatRequest.Turn;
import dev.zundacast.rewrite.ModelAnswers.AnswerStore;
import dev.zundacast.rewrite.ModelAnswers.Completion;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Episodes to the words of a language model: each is asked about once, and its answer sent back
 * once with what is wrong. For one thread.
 */
public final class Rewriter implements AutoCloseable {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final RewriteSettings settings;
  private final ModelAnswers answers;

  private Rewriter(RewriteSettings settings, ModelAnswers answers) {
    this.settings = settings;
    this.answers = answers;
  }

  /** Whether a model may be asked. */
  public enum Network {
    ASK,
    /** Only answers that are there are used. */
    OFFLINE
  }

  /**
   * Asks the model of these settings.
   *
   * @param key what the settings' variable holds, "" for none
   * @param folder where answers are kept
   */
  public static Rewriter asking(
      RewriteSettings settings, String key, Path folder, Network network) {
    Retry retry = new Retry(settings.attempts(), FIRST_WAIT, LONGEST_WAIT);
    return new Rewriter(
        settings, new ModelAnswers(settings, key, new AnswerStore(folder), network, retry));
  }

  /** What a model is asked for a whole episode, whose answer is a narration. */
  public static String prompt(
      List<NumberedArticle> sources, String show, Post post, double minutes) {
    return Prompt.episode(sources, show, post, minutes);
  }

  /** What is said to a model whose narration has these faults. */
  public static String review(List<String> findings) {
    return Prompt.review(findings);
  }

  /** A narration's name: another model or another question gives another one. */
  public String nameOf(String prompt) {
    return settings.model().replaceAll("[^A-Za-z0-9._-]+", "-") + "-" + Prompt.print(prompt);
  }

  /** Finds what is wrong with a narration. */
  @FunctionalInterface
  public interface Review {
    List<String> of(String narration) throws IOException;
  }

  /**
   * What a model made of a whole episode.
   *
   * @param narration empty where it wrote nothing
   * @param notes why nothing, or nothing better, came
   */
  public record Narrated(Optional<String> narration, List<Message> notes, Cost cost) {}

  /**
   * What the answers cost.
   *
   * @param asked requests that a model answered
   * @param stored answers that were there from before
   * @param promptTokens what the questions cost, as the server counts
   * @param completionTokens what the answers cost
   */
  public record Cost(int asked, int stored, long promptTokens, long completionTokens) {
    static final Cost NONE = new Cost(0, 0, 0, 0);

    Cost plusAsked(Completion answer) {
      return new Cost(
          asked + 1,
          stored,
          promptTokens + answer.promptTokens(),
          completionTokens + answer.completionTokens());
    }

    Cost plusStored() {
      return new Cost(asked, stored + 1, promptTokens, completionTokens);
    }

    Cost minus(Cost before) {
      return new Cost(
          asked - before.asked,
          stored - before.stored,
          promptTokens - before.promptTokens,
          completionTokens - before.completionTokens);
    }
  }

  /** The model's narration of an episode, which is sent back once with what is wrong in it. */
  public Narrated narrate(String prompt, Review review) throws IOException {
    Cost before = answers.cost();
    List<Turn> messages = new ArrayList<>(List.of(new Turn("user", prompt)));
    Optional<String> narration = Optional.empty();
    List<Message> notes = new ArrayList<>();
    try {
      Completion first = answers.answer(new ChatRequest(settings, messages));
      narration = Optional.of(first.content());
      List<String> wrong = faults(first, review);
      if (!wrong.isEmpty()) {
        messages.add(new Turn("assistant", first.content()));
        messages.add(new Turn("user", Prompt.review(wrong)));
        Completion second = answers.answer(new ChatRequest(settings, messages));
        boolean worse = faults(second, review).size() > wrong.size();
        narration = Optional.of((worse ? first : second).content());
      }
    } catch (ModelFault e) {
      notes.add(
          narration.isPresent()
              ? Message.of("rewrite.notMended", Message.of(e))
              : Message.of("rewrite.noNarration", Message.of(e)));
    }
    return new Narrated(narration, notes, answers.cost().minus(before));
  }

  private static List<String> faults(Completion answer, Review review) throws IOException {
    List<String> faults = new ArrayList<>(review.of(answer.content()));
    if (answer.isCut()) {
      faults.add(Prompt.CUT);
    }
    return faults;
  }

  @Override
  public void close() {
    answers.close();
  }
}
