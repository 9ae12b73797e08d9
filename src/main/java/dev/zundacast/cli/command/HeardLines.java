package dev.zundacast.cli.command;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.reading.Readings;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Written lines to what an engine says of them, with the words that a build would give it. */
final class HeardLines {
  private final Readings readings;
  private final EnginePool engines;
  private final Voice voice;

  HeardLines(Readings readings, EnginePool engines, Voice voice) {
    this.readings = readings;
    this.engines = engines;
    this.voice = voice;
  }

  /** A line {@code written<TAB>spoken<TAB>kana} for each of these. */
  List<String> of(List<String> written) throws IOException {
    List<SpokenLine> lines = written.stream().map(this::spoken).toList();
    engines.learn(lines);
    List<String> heard = new ArrayList<>();
    for (SpokenLine line : lines) {
      String kana = line.spoken().isBlank() ? "" : engines.heard(line, readings.review());
      heard.add(String.join("\t", line.line().written(), line.spoken().replace('\t', ' '), kana));
    }
    return heard;
  }

  private SpokenLine spoken(String written) {
    Line line = new Line("", "", written, "", LineOverrides.NONE, 0, 0);
    return readings.read(line, voice);
  }
}
