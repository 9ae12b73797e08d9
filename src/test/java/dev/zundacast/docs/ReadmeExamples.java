package dev.zundacast.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands in a README's fenced blocks, {@code $ ./zundacast …}, with the output shown. */
final class ReadmeExamples {
  private static final String PROMPT = "$ ";

  /**
   * One command.
   *
   * @param command without the prompt
   * @param output the lines below it up to the next command or the end of the block
   */
  record Example(String command, List<String> output) {}

  private ReadmeExamples() {}

  static List<Example> of(Path readme) throws IOException {
    List<Example> examples = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(readme)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code && line.startsWith(PROMPT)) {
        examples.add(new Example(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (code && !examples.isEmpty()) {
        examples.get(examples.size() - 1).output().add(line);
      }
    }
    return examples;
  }
}
