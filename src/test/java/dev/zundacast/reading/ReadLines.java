package dev.zundacast.reading;

import dev.zundacast.words.Morphology;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads lines from standard input for a scoring script: {@code written<TAB>spoken}. */
final class ReadLines {
  private ReadLines() {}

  public static void main(String[] args) throws IOException {
    Readings readings =
        Readings.open(
            List.of(Path.of(args.length > 0 ? args[0] : "voices/readings.tsv")), new Morphology());
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(line + "\t" + readings.read(line));
    }
    out.flush();
  }
}
