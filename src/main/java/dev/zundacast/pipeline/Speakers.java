package dev.zundacast.pipeline;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;

/** Who speaks a line. */
public final class Speakers {
  private Speakers() {}

  /** The line's own speaker, else the script's. */
  public static Voice of(Line line, Script script, Voices voices) {
    String name = line.speaker().isEmpty() ? script.speaker() : line.speaker();
    return voices.find(name).orElseThrow(() -> unknown(name, line, script, voices));
  }

  private static Problem unknown(String name, Line line, Script script, Voices voices) {
    return Problem.in(
        Diagnostic.at(script.file(), line.fileLine(), "no voice is called '" + name + "'")
            .withNext("known are " + voices.known()));
  }
}
