package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.sound.Wav;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A clip and the query that it was made of to what sounds wrong. Silence in place of words is a
 * fault; the rest are remarks for a person who can listen.
 */
public final class ClipCheck {
  /** Below -60 dB of full scale nothing is heard. */
  private static final int SILENT = 33;

  private static final int FULL_SCALE = 32_767;

  /** So many samples at full scale in a row have lost their tops: at least 0.1 ms. */
  private static final int CLIPPED_RUN = 4;

  /** A few lost tops pass unheard. */
  private static final int CLIPPED_RUNS = 3;

  /** A clip that begins or ends louder than -26 dB of full scale does so with a click. */
  private static final int CLICK = 1_638;

  /** An engine may round lengths in its own way; more than this is another text. */
  private static final double LENGTH_TOLERANCE = 0.1;

  private static final double LENGTH_SLACK_SECONDS = 0.25;

  /** Plosives and unvoiced vowels are silence too, beside the pauses that were asked for. */
  private static final double SILENCE_SLACK_SECONDS = 0.8;

  private final JsonNode query;
  private final Wav wav;
  private int peak;
  private int longestSilence;
  private int clippedRuns;

  private ClipCheck(JsonNode query, Wav wav) {
    this.query = query;
    this.wav = wav;
    listen();
  }

  private void listen() {
    int silent = 0;
    int clipped = 0;
    int length = wav.length();
    for (int i = 0; i < length; i++) {
      int level = Math.abs(wav.at(i));
      peak = Math.max(peak, level);
      silent = level < SILENT ? silent + 1 : 0;
      longestSilence = Math.max(longestSilence, silent);
      clipped = level >= FULL_SCALE ? clipped + 1 : 0;
      if (clipped == CLIPPED_RUN) {
        clippedRuns++;
      }
    }
  }

  /** What is doubtful about the clip, nothing when all is well. */
  public static List<String> remarks(JsonNode query, Wav wav) throws EngineFault {
    return new ClipCheck(query, wav).remarks();
  }

  private List<String> remarks() throws EngineFault {
    boolean loud = query.path("volumeScale").asDouble(1) > 0;
    if (loud && AudioQueries.hasWords(query) && peak < SILENT) {
      throw EngineFault.of(
          EngineFault.Kind.BAD_SOUND, "the sound is silent although the line has words");
    }
    List<String> remarks = new ArrayList<>();
    checkLength(remarks);
    checkSilence(remarks);
    checkClipping(remarks);
    checkEdges(remarks);
    return remarks;
  }

  private void checkLength(List<String> remarks) {
    OptionalDouble predicted = AudioQueries.seconds(query);
    if (predicted.isEmpty()) {
      return;
    }
    double expected = predicted.getAsDouble();
    double off = Math.abs(wav.seconds() - expected);
    if (off > expected * LENGTH_TOLERANCE + LENGTH_SLACK_SECONDS) {
      remarks.add(
          String.format(
              Locale.ROOT, "lasts %.1f s where its query says %.1f s", wav.seconds(), expected));
    }
  }

  private void checkSilence(List<String> remarks) {
    if (peak < SILENT || AudioQueries.seconds(query).isEmpty()) {
      return;
    }
    double ends =
        Math.max(
            query.path("prePhonemeLength").asDouble(), query.path("postPhonemeLength").asDouble());
    double allowed = Math.max(ends, AudioQueries.longestPause(query)) + SILENCE_SLACK_SECONDS;
    double seconds = (double) longestSilence / wav.rate();
    if (seconds > allowed) {
      remarks.add(String.format(Locale.ROOT, "is silent for %.1f s in one place", seconds));
    }
  }

  private void checkClipping(List<String> remarks) {
    if (clippedRuns >= CLIPPED_RUNS) {
      remarks.add(
          "is clipped in " + clippedRuns + " places; a lower volume in the voice file helps");
    }
  }

  private void checkEdges(List<String> remarks) {
    boolean soft =
        query.path("prePhonemeLength").asDouble() > 0.02
            && query.path("postPhonemeLength").asDouble() > 0.02;
    if (!soft) {
      return;
    }
    if (Math.abs(wav.at(0)) > CLICK) {
      remarks.add("begins with a click");
    }
    if (Math.abs(wav.at(wav.length() - 1)) > CLICK) {
      remarks.add("ends with a click");
    }
  }
}
