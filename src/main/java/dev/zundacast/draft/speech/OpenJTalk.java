package dev.zundacast.draft.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Japanese text to accent phrases, by the program open_jtalk. */
public final class OpenJTalk {
  private final ChildProcesses processes;
  private final Path program;
  private final Path voice;
  private final Supplier<Path> dictionary;
  private final Remembered<Question, List<AccentPhrase>> phrases = new Remembered<>(this::ask);

  private record Question(String text, Path dictionary) {}

  /**
   * @param voice any voice: the program does not run without one
   * @param dictionary the dictionary folder in force, asked for at each text
   */
  public OpenJTalk(ChildProcesses processes, Path program, Path voice, Supplier<Path> dictionary) {
    this.processes = processes;
    this.program = program;
    this.voice = voice;
    this.dictionary = dictionary;
  }

  /** The phrases of a text; none when nothing in it can be read. */
  public List<AccentPhrase> analyse(String text) throws IOException {
    return phrases.answer(new Question(text, dictionary.get()));
  }

  private List<AccentPhrase> ask(Question question) throws IOException {
    List<AccentPhrase> all = new ArrayList<>();
    for (TextPart part : TextPart.split(question.text())) {
      List<AccentPhrase> more = LabelReader.read(labels(part.text(), question.dictionary()));
      if (part.afterPause() && !all.isEmpty() && !more.isEmpty()) {
        int last = all.size() - 1;
        all.set(last, all.get(last).withPause(Mora.pause()));
      }
      all.addAll(more);
    }
    return List.copyOf(all);
  }

  /** The labels stand in the trace, below their heading, with start and end before them. */
  private List<String> labels(String line, Path dictionary) throws IOException {
    // A frame period of one sample makes the sound, which nobody hears, cost next to nothing.
    List<String> command =
        List.of(
            program.toString(),
            "-x",
            dictionary.toString(),
            "-m",
            voice.toString(),
            "-p",
            "1",
            "-ot",
            "/dev/stdout");
    List<String> labels = new ArrayList<>();
    boolean below = false;
    for (String row : processes.run(command, line + "\n").output().lines().toList()) {
      if (below && row.isBlank()) {
        break;
      }
      if (below) {
        labels.add(row.substring(row.lastIndexOf(' ') + 1));
      }
      below = below || row.equals("[Output label]");
    }
    return labels;
  }
}
