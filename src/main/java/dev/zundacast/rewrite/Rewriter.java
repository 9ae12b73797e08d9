package dev.zundacast.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.Rewrite.Part;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Rewrites;
import dev.zundacast.message.Message;
import dev.zundacast.rewrite.ChatRequest.Turn;
import dev.zundacast.rewrite.ModelAnswers.AnswerStore;
import dev.zundacast.rewrite.ModelAnswers.Completion;
import dev.zundacast.rewrite.RewriteReport.Cost;
import dev.zundacast.tasks.Retry;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Articles to the words of a language model: each is asked about once, its answer checked by
 * machine, sent back once with what is wrong, and left to the rules where that did not help. Never
 * fails for an article. For one thread.
 */
public final class Rewriter implements AutoCloseable {
  /** Findings that are told; the rest would only be more of the same. */
  private static final int SHOWN = 2;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final RewriteSettings settings;
  private final Morphology morphology;
  private final ModelAnswers answers;

  private Rewriter(RewriteSettings settings, Morphology morphology, ModelAnswers answers) {
    this.settings = settings;
    this.morphology = morphology;
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
      RewriteSettings settings, String key, Path folder, Network network, Morphology morphology) {
    Retry retry = new Retry(settings.attempts(), FIRST_WAIT, LONGEST_WAIT);
    return new Rewriter(
        settings,
        morphology,
        new ModelAnswers(settings, key, new AnswerStore(folder), network, retry));
  }

  /** What a model is asked for a whole episode, whose answer is a narration. */
  public static String prompt(List<RewriteSource> sources, String show, Post post, double minutes) {
    return Prompt.episode(sources, show, post, minutes);
  }

  /** What is said to a model whose narration has these faults. */
  public static String review(List<String> findings) {
    return Prompt.review(findings);
  }

  /** Whether the model is asked for whole episodes, with {@link #narrate}. */
  public boolean asksForEpisodes() {
    return settings.scope() == RewriteSettings.Scope.EPISODE;
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
   * @param report why nothing, or nothing better, came, and what it cost
   */
  public record Narrated(Optional<String> narration, RewriteReport report) {}

  /** The model's narration of an episode, which is sent back once with what is wrong in it. */
  public Narrated narrate(String prompt, Review review) throws IOException {
    Cost before = answers.cost();
    List<Turn> messages = new ArrayList<>(List.of(new Turn("user", prompt)));
    Optional<String> narration = Optional.empty();
    List<Message> notes = new ArrayList<>();
    try {
      String first = answers.answer(free(messages)).content();
      narration = Optional.of(first);
      List<String> wrong = review.of(first);
      if (!wrong.isEmpty()) {
        messages.add(new Turn("assistant", first));
        messages.add(new Turn("user", Prompt.review(wrong)));
        String second = answers.answer(free(messages)).content();
        narration = Optional.of(review.of(second).size() > wrong.size() ? first : second);
      }
    } catch (ModelFault e) {
      notes.add(
          narration.isPresent()
              ? Message.of("rewrite.narrationNotMended", Message.of(e))
              : Message.of("rewrite.noNarrationWritten", Message.of(e)));
    }
    return new Narrated(
        narration, new RewriteReport(Rewrites.NONE, notes, answers.cost().minus(before)));
  }

  private ChatRequest free(List<Turn> messages) {
    return new ChatRequest(settings, messages, Optional.empty());
  }

  /** The words of each article that has some, and why the others have none. */
  public RewriteReport rewrite(List<RewriteSource> sources) throws IOException {
    Map<String, Rewrite> accepted = new HashMap<>();
    Map<String, String> refused = new HashMap<>();
    List<Message> notes = new ArrayList<>();
    Cost before = answers.cost();
    for (RewriteSource source : sources) {
      Outcome outcome = rewrite(source);
      outcome.rewrite().ifPresent(it -> accepted.put(source.article(), it));
      if (!outcome.fault().isEmpty()) {
        String key =
            outcome.rewrite().isPresent() ? "rewrite.articleKeepsWords" : "rewrite.articleByRules";
        notes.add(Message.of(key, source.number(), outcome.fault()));
      }
      if (outcome.rewrite().isEmpty()) {
        refused.put(source.article(), outcome.reason());
      }
    }
    return new RewriteReport(
        new Rewrites(Rewrites.Memory.DROPPED, accepted, refused),
        notes,
        answers.cost().minus(before));
  }

  /**
   * What became of one article.
   *
   * @param reason why the model's new words are not used, in none of them, "" when they are
   * @param fault the same with what it wrote
   */
  private record Outcome(Optional<Rewrite> rewrite, String reason, Message fault) {}

  private Outcome rewrite(RewriteSource source) throws IOException {
    Prompt prompt = Prompt.of(source);
    Rewrite.Origin origin = new Rewrite.Origin(source.print(), prompt.print(), settings.model());
    if (source.standing().filter(it -> it.origin().equals(origin)).isPresent()) {
      return new Outcome(source.standing(), "", Message.NONE);
    }
    try {
      return checked(source, prompt, origin);
    } catch (ModelFault fault) {
      Message why = Message.of(fault);
      return new Outcome(source.standing(), why.toString(), why);
    }
  }

  private Outcome checked(RewriteSource source, Prompt prompt, Rewrite.Origin origin)
      throws IOException {
    List<Turn> messages = new ArrayList<>(prompt.messages());
    Completion first = answers.answer(request(messages));
    Verdict verdict = verdict(first, source);
    if (!verdict.findings().isEmpty()) {
      messages.add(new Turn("assistant", first.content()));
      messages.add(new Turn("user", Prompt.repair(verdict.findings())));
      verdict = verdict(answers.answer(request(messages)), source);
    }
    return verdict.findings().isEmpty()
        ? new Outcome(verdict.answer().map(it -> rewrite(it, source, origin)), "", Message.NONE)
        : new Outcome(
            source.standing(), "its answer did not pass the checks", told(verdict.findings()));
  }

  private ChatRequest request(List<Turn> messages) {
    return new ChatRequest(settings, messages, Optional.of(Prompt.schema()));
  }

  /** An answer and what is wrong with it. */
  private record Verdict(Optional<Answer> answer, List<String> findings) {}

  private Verdict verdict(Completion completion, RewriteSource source) {
    Optional<Answer> answer = AnswerReader.first(completion.content());
    if (answer.isEmpty()) {
      String why =
          completion.cut()
              ? "the answer was cut off after max-tokens"
              : "the answer is no JSON of the schema";
      return new Verdict(answer, List.of(why));
    }
    return new Verdict(answer, AnswerCheck.findings(answer.get(), source, morphology));
  }

  private static Message told(List<String> findings) {
    Message shown =
        Message.join(
            "; ",
            findings.stream()
                .limit(SHOWN)
                .map(it -> Message.plain(SourceText.clean(it).replaceAll("\\s+", " ")))
                .toList());
    int more = findings.size() - SHOWN;
    return more > 0 ? Message.of("rewrite.andMore", shown, more) : shown;
  }

  private static Rewrite rewrite(Answer answer, RewriteSource source, Rewrite.Origin origin) {
    List<Rewrite.Line> lines = new ArrayList<>();
    int paragraph = 0;
    lines.add(line(source, Part.LEAD, paragraph, answer.lead().text(), answer.lead().from()));
    for (Answer.Point point : answer.points()) {
      paragraph++;
      for (String sentence : point.sentences()) {
        lines.add(line(source, Part.POINT, paragraph, sentence, point.from()));
      }
    }
    paragraph++;
    if (!answer.comparison().isEmpty()) {
      lines.add(line(source, Part.COMPARISON, paragraph, answer.comparison(), List.of()));
    }
    if (!answer.reaction().isEmpty()) {
      lines.add(line(source, Part.REACTION, paragraph, answer.reaction(), List.of()));
    }
    return new Rewrite(origin, answer.title(), lines, answer.recap());
  }

  private static Rewrite.Line line(
      RewriteSource source, Part part, int paragraph, String text, List<Integer> from) {
    return new Rewrite.Line(part, paragraph, text, from, source.printsOf(from));
  }

  @Override
  public void close() {
    answers.close();
  }

  /**
   * Finds answers in what a model wrote, or a person pasted: JSON objects with prose around them.
   */
  static final class AnswerReader {
    /** What some local models think aloud before they answer. */
    private static final Pattern THOUGHTS = Pattern.compile("<think>.*?</think>", Pattern.DOTALL);

    /** No text that a person pastes holds more objects; each further brace costs time. */
    private static final int MOST = 200;

    private AnswerReader() {}

    /** The first answer in a text; empty when there is none of this shape. */
    static Optional<Answer> first(String text) {
      String said = THOUGHTS.matcher(text).replaceAll("");
      Optional<Answer> answer = Optional.empty();
      int at = said.indexOf('{');
      for (int found = 0; at >= 0 && found < MOST && answer.isEmpty(); found++) {
        answer = read(said.substring(at));
        at = said.indexOf('{', at + 1);
      }
      return answer;
    }

    /** The answer that a text begins with; what follows it does not count. */
    private static Optional<Answer> read(String text) {
      try {
        JsonNode tree = Json.tree(text);
        return tree.isObject() && tree.has("lead") && tree.has("points")
            ? Optional.of(Json.bind(tree, Answer.class))
            : Optional.empty();
      } catch (JsonProcessingException e) {
        return Optional.empty();
      }
    }
  }
}
