package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** Runs of lines on test engines, and what was heard of them. */
final class Speaking {
  private final List<String> urls;
  private final ClipStore store;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private PoolOptions options = EngineFaultsTest.HASTY;
  private IntConsumer onClip = index -> {};

  Speaking(Path folder, String... urls) {
    this.urls = List.of(urls);
    this.store = ClipStore.open(folder);
  }

  static Speaking on(Path folder, TestEngine... engines) {
    return new Speaking(folder, Arrays.stream(engines).map(TestEngine::url).toArray(String[]::new));
  }

  Speaking with(PoolOptions others) {
    options = others;
    return this;
  }

  /** A synthesis may take so long, which only tests of that limit should risk. */
  Speaking impatient(Duration synthesis) {
    return with(Records.with(options, "timeouts", synthesis(options.timeouts(), synthesis)));
  }

  /** Does this with the index of each clip that is there. */
  Speaking onClip(IntConsumer action) {
    onClip = action;
    return this;
  }

  List<Clip> speak(int lines) throws IOException {
    return speak(Spoken.lines(lines));
  }

  List<Clip> speak(List<SpokenLine> lines) throws IOException {
    try (EnginePool pool = open()) {
      return speak(pool, lines);
    }
  }

  /** A pool for several runs. */
  EnginePool open() {
    return EnginePool.open(urls, options);
  }

  List<Clip> speak(EnginePool pool, List<SpokenLine> lines) throws IOException {
    return pool.plan(lines, Set.of(), Progress.SILENT).speak(store, new Ear());
  }

  Problem problem(int lines) {
    return catchThrowableOfType(Problem.class, () -> speak(lines));
  }

  /** Notes, and remarks behind the ids of their lines. */
  List<String> heard() {
    return heard;
  }

  private final class Ear implements ClipListener {
    @Override
    public void clip(int index, SpokenLine line, Clip clip) {
      onClip.accept(index);
    }

    @Override
    public void doubtful(SpokenLine line, Message remark) {
      heard.add(line.line().id() + " " + remark);
    }

    @Override
    public void note(Message text) {
      heard.add(text.toString());
    }
  }

  /** The same time-outs with another limit for a synthesis. */
  static PoolOptions.Timeouts synthesis(PoolOptions.Timeouts usual, Duration limit) {
    return new PoolOptions.Timeouts(
        usual.connect(), usual.version(), usual.query(), limit, usual.initialize());
  }

  /** The same options with another first wait. */
  static PoolOptions firstWait(PoolOptions usual, Duration wait) {
    return new PoolOptions(
        usual.timeouts(),
        usual.patience(),
        wait,
        usual.mixed(),
        usual.dictionary(),
        usual.running());
  }
}
