package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.message.Message;
import dev.zundacast.sound.Wav;
import dev.zundacast.voice.engine.AudioQueries.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A clip and the query that it was made of to what sounds wrong. A sound without a voice, one with
 * many clicks or bursts, and one with silence inside of words are faults; the rest are remarks for
 * a person who can listen.
 */
public final class ClipCheck {
  /** Below -60 dB of full scale nothing is heard. */
  private static final int SILENT = 33;

  private static final int FULL_SCALE = 32_767;

  /** So many samples at full scale in a row have lost their tops: at least 0.1 ms. */
  private static final int CLIPPED_RUN = 4;

  /** A few lost tops pass unheard. */
  private static final int CLIPPED_RUNS = 3;

  /** The loudest 20 ms of a voice lie above -46 dB; hiss and hum of a broken engine lie below. */
  private static final double QUIET = 164;

  private static final int WINDOWS_PER_SECOND = 50;

  /** Farther than -30 dB from the zero line every sound begins and ends with a click. */
  private static final int OFFSET = 1_036;

  /** A sample that stands out by so much is heard. */
  private static final int SPIKE = 1_500;

  /** Voices reach 7 times the unsteadiness around a sample, a changed byte hundreds. */
  private static final double SPIKE_RATIO = 16;

  /** What is around a sample is about 10 ms of it. */
  private static final int AROUND_PER_SECOND = 200;

  private static final int MANY_SPIKES = 8;

  /** A clip that begins or ends louder than -26 dB of full scale does so with a click. */
  private static final int CLICK = 1_638;

  /** An engine may round lengths in its own way; more than this is another text. */
  private static final double LENGTH_TOLERANCE = 0.1;

  private static final double LENGTH_SLACK_SECONDS = 0.25;

  /** An engine whose frames are known may only round the last two. */
  private static final double EXACT_TOLERANCE = 0.005;

  private static final double EXACT_SLACK_SECONDS = 0.02;

  /** Of a voice the quiet tenth of its moments lies far below the loud one, not so of a hum. */
  private static final double STEADY = 0.7;

  /** A shorter sound may be one vowel. */
  private static final int STEADY_WINDOWS = 20;

  /** A third of full scale, where a voice has a tone: noise as loud is a burst. */
  private static final int BURST = 11_469;

  /** One moment of white noise is flatter than this, the loudest one of a voice is not. */
  private static final double BURST_WHITENESS = 0.45;

  /** Nobody's voice has so much of full scale throughout a moment, unless it was asked to. */
  private static final double FULL_LEVEL = 0.85 * FULL_SCALE;

  /** Lost tops of a voice last a millisecond; at full scale for longer nothing is said. */
  private static final double STUCK_SECONDS = 0.004;

  /** -46 dB below the loudest moment: a vowel that lies there is not said. */
  private static final double UNSAID = 0.005;

  /** Two vowels at least, and so much of them: a single one may be swallowed. */
  private static final double UNSAID_SECONDS = 0.12;

  /** Silence that makes a clip longer than its query by so much stands where none was asked for. */
  private static final double GAP_SECONDS = 0.35;

  /** Plosives and unvoiced vowels are silence too, beside the pauses that were asked for. */
  private static final double SILENCE_SLACK_SECONDS = 0.8;

  /** Of a shorter silence at the end of a sound not much need be left. */
  private static final double SHORT_SILENCE_SECONDS = 0.05;

  /** -20 dB below the voice; the last sound of a word dies away below it. */
  private static final double VOICED_END = 0.1;

  private final JsonNode query;
  private final Wav wav;
  private final int[] samples;
  private final boolean exact;
  private final List<Span> spans;
  private double[] levels = {};
  private double loudest;
  private double offset;
  private int peak;
  private int longestSilence;
  private int clippedRuns;
  private int longestClipped;

  private ClipCheck(JsonNode query, Wav wav, boolean exact) {
    this.query = query;
    this.wav = wav;
    this.samples = IntStream.range(0, wav.length()).map(wav::at).toArray();
    this.exact = exact;
    this.spans = AudioQueries.spans(query);
    listen();
    measure();
  }

  private void listen() {
    int silent = 0;
    int clipped = 0;
    int length = samples.length;
    for (int i = 0; i < length; i++) {
      int level = Math.abs(samples[i]);
      peak = Math.max(peak, level);
      silent = level < SILENT ? silent + 1 : 0;
      longestSilence = Math.max(longestSilence, silent);
      clipped = level >= FULL_SCALE ? clipped + 1 : 0;
      longestClipped = Math.max(longestClipped, clipped);
      if (clipped == CLIPPED_RUN) {
        clippedRuns++;
      }
    }
  }

  /** Finds the level of each window without what is constant in it, and the offset of the whole. */
  private void measure() {
    int window = window();
    levels = new double[samples.length / window];
    for (int w = 0; w < levels.length; w++) {
      levels[w] = level(w * window, (w + 1) * window);
    }
    loudest = DoubleStream.of(levels).max().orElse(0);
    offset = IntStream.of(samples).average().orElse(0);
  }

  private int window() {
    return Math.min(wav.rate() / WINDOWS_PER_SECOND, samples.length);
  }

  /** The level from one sample to another, without what is constant there. */
  private double level(int from, int to) {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
      squares += (double) samples[i] * samples[i];
    }
    double mean = sum / (to - from);
    return Math.sqrt(Math.max(0, squares / (to - from) - mean * mean));
  }

  /** What is doubtful about a clip, whose length an exact query tells to the frame. */
  public static List<Message> remarks(JsonNode query, Wav wav, boolean exact) throws EngineFault {
    return new ClipCheck(query, wav, exact).remarks();
  }

  private List<Message> remarks() throws EngineFault {
    requireNoBursts();
    double volume = query.path("volumeScale").asDouble(1);
    if (volume > 0 && AudioQueries.hasWords(query)) {
      requireVoice(Math.min(1, volume));
    }
    List<Message> remarks = new ArrayList<>();
    checkLength(remarks);
    checkSilence(remarks);
    requireWholeWords();
    if (clippedRuns >= CLIPPED_RUNS) {
      remarks.add(Message.of("clip.clipped", clippedRuns));
    }
    checkEdges(remarks);
    checkSpikes(remarks);
    if (Math.abs(offset) > OFFSET) {
      remarks.add(Message.of("clip.offZero"));
    }
    return remarks;
  }

  private void requireVoice(double volume) throws EngineFault {
    if (peak < SILENT) {
      throw EngineFault.badSound("sound.silent");
    }
    if (loudest < QUIET * volume) {
      throw EngineFault.badSound("sound.noise");
    }
    double[] sorted = DoubleStream.of(levels).sorted().toArray();
    int tenth = sorted.length / 10;
    if (sorted.length >= STEADY_WINDOWS
        && sorted[tenth] > STEADY * sorted[sorted.length - 1 - tenth]) {
      throw EngineFault.badSound("sound.hum");
    }
    // Vowels are said in the loud half of the windows.
    double median = sorted[sorted.length / 2];
    int[] voiced =
        IntStream.range(0, levels.length)
            .filter(w -> levels[w] >= median)
            .map(w -> w * window())
            .toArray();
    if (Whiteness.of(samples, wav.rate(), voiced) > Whiteness.NOISE) {
      throw EngineFault.badSound("sound.whiteNoise");
    }
  }

  /** Single samples that neither their neighbours nor the sound around them lead to. */
  private void checkSpikes(List<Message> remarks) throws EngineFault {
    int spikes = spikes();
    if (spikes >= MANY_SPIKES) {
      throw EngineFault.badSound("sound.clicks", spikes);
    }
    if (spikes > 0) {
      remarks.add(Message.of("clip.clicks", spikes));
    }
  }

  private int spikes() {
    int around = wav.rate() / AROUND_PER_SECOND;
    double[] sums = new double[samples.length + 1];
    for (int i = 0; i < samples.length; i++) {
      sums[i + 1] = sums[i] + jump(i);
    }
    int spikes = 0;
    for (int i = 1; i < samples.length - 1; i++) {
      double jump = sums[i + 1] - sums[i];
      if (jump > SPIKE && Math.abs(samples[i - 1] - samples[i + 1]) < jump / 4) {
        int from = Math.max(0, i - around);
        int to = Math.min(samples.length, i + around + 1);
        double near = sums[Math.min(to, i + 4)] - sums[Math.max(from, i - 3)];
        double steady = (sums[to] - sums[from] - near) / (to - from);
        spikes += jump > SPIKE_RATIO * steady ? 1 : 0;
      }
    }
    return spikes;
  }

  /** How far a sample lies from the line between its neighbours. */
  private double jump(int i) {
    return i < 1 || i >= samples.length - 1
        ? 0
        : Math.abs(samples[i] - (samples[i - 1] + samples[i + 1]) / 2.0);
  }

  private void requireNoBursts() throws EngineFault {
    double full = FULL_LEVEL * Math.max(1, query.path("volumeScale").asDouble(1));
    boolean stuck = longestClipped > STUCK_SECONDS * wav.rate();
    if (stuck || loudest > full || IntStream.range(0, levels.length).anyMatch(this::isBurst)) {
      throw EngineFault.badSound("sound.bursts");
    }
  }

  private boolean isBurst(int window) {
    return levels[window] > BURST
        && Whiteness.of(samples, wav.rate(), new int[] {window * window()}) > BURST_WHITENESS;
  }

  /** Vowels that the query lets sound, and the clip does not. */
  private void requireWholeWords() throws EngineFault {
    if (!exact || peak < SILENT) {
      return;
    }
    double at = 0;
    double unsaid = 0;
    int vowels = 0;
    for (Span span : spans) {
      double end = at + span.seconds();
      if (span.kind() == AudioQueries.Kind.VOICED) {
        boolean silent = isSilent(at, end);
        unsaid = silent ? unsaid + span.seconds() : 0;
        vowels = silent ? vowels + 1 : 0;
      }
      if (vowels > 1 && unsaid > UNSAID_SECONDS) {
        throw EngineFault.badSound("sound.silentInWord", String.format(Locale.ROOT, "%.1f", at));
      }
      at = end;
    }
  }

  private boolean isSilent(double from, double to) {
    int first = (int) Math.round(from * wav.rate());
    int last = Math.min(samples.length, (int) Math.round(to * wav.rate()));
    return last > first && level(first, last) < Math.max(SILENT, loudest * UNSAID);
  }

  private void checkLength(List<Message> remarks) throws EngineFault {
    if (spans.isEmpty()) {
      return;
    }
    double expected = askedSeconds();
    double off = Math.abs(wav.seconds() - expected);
    double allowed =
        exact
            ? expected * EXACT_TOLERANCE + EXACT_SLACK_SECONDS
            : expected * LENGTH_TOLERANCE + LENGTH_SLACK_SECONDS;
    if (off > allowed) {
      String format = off < 0.1 ? "%.2f" : "%.1f";
      String lasts = String.format(Locale.ROOT, format, wav.seconds());
      String asked = String.format(Locale.ROOT, format, expected);
      if (wav.seconds() < expected && endsInVoice()) {
        throw EngineFault.badSound("sound.cutOff", lasts, asked);
      }
      remarks.add(Message.of("clip.otherLength", lasts, asked));
    }
  }

  /** Whether the last moment, for which silence was asked, is about as loud as the voice. */
  private boolean endsInVoice() {
    double last = level(samples.length - window(), samples.length);
    boolean silenceAsked = query.path("postPhonemeLength").asDouble() > SHORT_SILENCE_SECONDS;
    return silenceAsked && last > Math.max(QUIET, loudest * VOICED_END);
  }

  private void checkSilence(List<Message> remarks) throws EngineFault {
    if (peak < SILENT || spans.isEmpty()) {
      return;
    }
    double asked =
        spans.stream()
            .filter(span -> span.kind() == AudioQueries.Kind.SILENCE)
            .mapToDouble(Span::seconds)
            .max()
            .orElse(0);
    double seconds = (double) longestSilence / wav.rate();
    double longer = wav.seconds() - askedSeconds();
    if (exact && Math.min(longer, seconds - asked) > GAP_SECONDS) {
      throw EngineFault.badSound(
          "sound.silentInWords", String.format(Locale.ROOT, "%.1f", seconds));
    }
    if (seconds > asked + SILENCE_SLACK_SECONDS) {
      remarks.add(Message.of("clip.silent", String.format(Locale.ROOT, "%.1f", seconds)));
    }
  }

  private double askedSeconds() {
    return spans.stream().mapToDouble(Span::seconds).sum();
  }

  private void checkEdges(List<Message> remarks) {
    boolean soft =
        query.path("prePhonemeLength").asDouble() > 0.02
            && query.path("postPhonemeLength").asDouble() > 0.02;
    if (!soft) {
      return;
    }
    if (Math.abs(samples[0]) > CLICK) {
      remarks.add(Message.of("clip.clickAtStart"));
    }
    if (Math.abs(samples[samples.length - 1]) > CLICK) {
      remarks.add(Message.of("clip.clickAtEnd"));
    }
  }
}
