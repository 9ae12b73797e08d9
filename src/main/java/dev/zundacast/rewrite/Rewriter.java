package dev.zundacast.rewrite;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.message.Message;
import dev.zundacast.rewrite.ChatClient.Completion;
import dev.zundacast.rewrite.ChatClient.ModelFault;
import dev.zundacast.rewrite.ChatClient.ModelFault.Scope;
import dev.zundacast.rewrite.ChatClient.Turn;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Episodes to the words of a language model: each is asked about once, and its answer sent back
 * once with what is wrong. An answer that is kept is not asked for again. For one thread.
 */
public final class Rewriter implements AutoCloseable {
  private final RewriteSettings settings;
  private final String key;
  private final Path folder;
  private final Network network;
  private final ChatClient client;
  private Optional<Message> away = Optional.empty();

  /** What the model answered for the episode that is asked about, and how many more were there. */
  private final List<Completion> asked = new ArrayList<>();

  private int stored;

  /** Whether a model may be asked. */
  public enum Network {
    ASK,
    /** Only answers that are there are used. */
    OFFLINE
  }

  /** Asks the model of these settings with their key, "" for none; keeps answers in a folder. */
  public Rewriter(RewriteSettings settings, String key, Path folder, Network network) {
    this.settings = settings;
    this.key = key;
    this.folder = folder;
    this.network = network;
    this.client = new ChatClient(settings, key);
  }

  /** A narration's name: another model or another question gives another one. */
  public String nameOf(String prompt) {
    return settings.model().replaceAll("[^A-Za-z0-9._-]+", "-") + "-" + Prompt.print(prompt);
  }

  /** What a model made of a whole episode, if anything, and why nothing or nothing better. */
  public record Narrated(Optional<String> narration, List<Message> notes, Cost cost) {}

  /** What the answers cost: how many are the model's or from before, and the model's tokens. */
  public record Cost(int asked, int stored, long promptTokens, long completionTokens) {}

  /** The model's narration of an episode, sent back once with what {@code review} finds wrong. */
  public Narrated narrate(String prompt, IoFunction<String, List<String>> review)
      throws IOException {
    asked.clear();
    stored = 0;
    List<Turn> turns = new ArrayList<>(List.of(new Turn("user", prompt)));
    Optional<String> narration = Optional.empty();
    List<Message> notes = new ArrayList<>();
    try {
      Completion first = answer(turns);
      narration = Optional.of(first.content());
      List<String> wrong = faults(first, review);
      if (!wrong.isEmpty()) {
        turns.add(new Turn("assistant", first.content()));
        turns.add(new Turn("user", Prompt.review(wrong)));
        Completion second = answer(turns);
        boolean worse = faults(second, review).size() > wrong.size();
        narration = Optional.of((worse ? first : second).content());
      }
    } catch (ModelFault e) {
      notes.add(
          narration.isPresent()
              ? Message.of("rewrite.notMended", Message.of(e))
              : Message.of("rewrite.noNarration", Message.of(e)));
    }
    long promptTokens = asked.stream().mapToLong(Completion::promptTokens).sum();
    long completionTokens = asked.stream().mapToLong(Completion::completionTokens).sum();
    Cost cost = new Cost(asked.size(), stored, promptTokens, completionTokens);
    return new Narrated(narration, notes, cost);
  }

  private static List<String> faults(Completion answer, IoFunction<String, List<String>> review)
      throws IOException {
    List<String> faults = new ArrayList<>(review.apply(answer.content()));
    if (answer.isCut()) {
      faults.add(Prompt.CUT);
    }
    return faults;
  }

  /** The answer that is kept, else the model's. */
  private Completion answer(List<Turn> turns) throws IOException {
    Path file = folder.resolve(fileOf(turns));
    Optional<Completion> kept = CacheFile.read(file, Completion.class);
    if (kept.isPresent()) {
      stored++;
      return kept.get();
    }
    requireAllowed();
    Completion answer;
    try {
      answer = client.ask(turns);
    } catch (ModelFault fault) {
      if (fault.scope() == Scope.ALL) {
        away = Optional.of(Message.of(fault));
      }
      throw fault;
    }
    asked.add(answer);
    CacheFile.remember(file, answer);
    return answer;
  }

  /** The name of an answer's file: the same question to the same model has the same one. */
  private String fileOf(List<Turn> turns) {
    Digest digest = new Digest().add(settings.model());
    digest.add(Integer.toString(settings.maxTokens()));
    digest.add(Double.toString(settings.temperature())).add("");
    turns.forEach(turn -> digest.add(turn.role()).add(turn.content()));
    return digest.hex() + ".json";
  }

  private void requireAllowed() throws ModelFault {
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

  @Override
  public void close() {
    client.close();
  }
}
