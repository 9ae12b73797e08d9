package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.studio.CurrentStages;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.SpeakOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Words to how they sound with a particle behind them: without one nobody hears whether the voice
 * falls at a word's end.
 */
public record WordSounds(
    CurrentStages stages, EngineKeeper engines, VoiceQueue queue, LineSounds sounds) {
  private static final String PARTICLE = "が";
  private static final String PARTICLE_SAID = "ガ";

  /**
   * A word that somebody wants to hear.
   *
   * @param reading absent where the lists are to say it
   * @param accent the mora of its core, 0 for flat, absent where the engine is to choose
   * @param speaker who says it, absent for the show's first voice
   */
  public record Word(
      String word, @Nullable String reading, @Nullable Integer accent, @Nullable String speaker) {
    /** The reading as lists have it, "" for none. */
    private String katakana() {
      return reading == null
          ? ""
          : ReadingEntry.of(word, reading, OptionalInt.empty(), "").reading();
    }
  }

  /** Has a word spoken as the lists say it now or, where a reading is named, with that. */
  public FutureTask<Fields> hear(Word wanted) {
    return queue.add(VoiceQueue.Urgency.PERSON, wanted.word(), () -> heard(wanted));
  }

  /** Has a voice say a sentence. */
  public FutureTask<Fields> hear(Voice voice, String sentence) {
    Line line = new Line("voice", "", sentence, "", LineOverrides.NONE, 0, 0);
    return queue.add(VoiceQueue.Urgency.PERSON, sentence, () -> heard(line, voice));
  }

  private Fields heard(Word wanted) throws IOException {
    return heard(line(wanted), voice(stages.get(), wanted));
  }

  private Fields heard(Line written, Voice voice) throws IOException {
    Stages now = stages.get();
    SpokenLine line = now.readings().read(written, voice);
    SpeakOptions options = SpeakOptions.USUAL.withReview(now.readings().review());
    Clip clip =
        engines
            .require()
            .plan(List.of(line), options)
            .speak(sounds.store(), ClipListener.NONE)
            .get(0);
    sounds.forget(clip.identity());
    return Json.with("said", line.spoken())
        .with("clip", clip.identity())
        .with("millis", clip.millis());
  }

  private static Voice voice(Stages now, Word wanted) {
    return Optional.ofNullable(wanted.speaker())
        .flatMap(name -> now.voices().find(name))
        .orElseGet(() -> now.voices().all().get(0));
  }

  private static Line line(Word wanted) {
    String reading = wanted.katakana();
    Integer accent = wanted.accent();
    String written = (reading.isEmpty() ? wanted.word() : reading) + PARTICLE;
    String spoken = reading.isEmpty() || accent == null ? "" : accented(reading, accent);
    return new Line("word", "", written, spoken, LineOverrides.NONE, 0, 0);
  }

  /** The notation has no flat accent: such a word falls nowhere before its phrase ends. */
  private static String accented(String reading, int accent) {
    List<KanaNotation.Mora> moras = LineKana.parse(reading + PARTICLE_SAID).get(0).moras();
    int falls = accent == 0 ? moras.size() : Math.min(accent, moras.size());
    return LineKana.print(List.of(new LineKana.Phrase(moras, falls, false, false)));
  }
}
