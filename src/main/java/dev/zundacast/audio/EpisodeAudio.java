package dev.zundacast.audio;

import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.audio.pcm.Wav;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Voice;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Clips and pauses to one MP3. Each line is encoded alone, in the background as its clip arrives,
 * and its frames are kept; an episode is these frames with silent ones between, copied together.
 * {@link #prepare} may be called from any thread, {@link #assemble} once all clips are there.
 */
public final class EpisodeAudio implements Closeable {
  /** Farthest that an episode may be from its loudness, in LU. */
  private static final double TOLERANCE = 0.4;

  private final String episode;
  private final AudioSettings settings;
  private final Mp3Format format;
  private final SegmentEncoder encoder;
  private final SegmentMaker maker;
  private final FrameStore store;
  private final Levels levels;
  private final Workers workers = new Workers();
  private final Segments segments;
  private final VoiceGains voices;
  private final ComingSegments coming;
  private final Optional<Bed> bed;
  private Optional<Foresight> foresight = Optional.empty();

  private EpisodeAudio(
      String episode,
      AudioSettings settings,
      SegmentEncoder encoder,
      FrameStore store,
      Levels levels) {
    this.episode = episode;
    this.settings = settings;
    this.format = settings.format();
    this.encoder = encoder;
    this.maker = new SegmentMaker(format, encoder, workers.spare());
    this.store = store;
    this.segments = new Segments(format, store);
    this.coming = new ComingSegments(maker, store, segments, workers);
    this.levels = levels;
    this.voices = new VoiceGains(settings, maker, levels, workers);
    MusicMaker music = new MusicMaker(maker, format, settings.lufs());
    this.bed = settings.music().bed().map(played -> new Bed(played, format, music));
  }

  /**
   * Opens what is kept of an episode's audio.
   *
   * @param framesFolder holds one file an episode and the voices' gains; made when missing
   * @param episode names the episode in it: the post's file name without its ending
   * @param encoder the one that the settings name ({@link AudioSettings#openEncoder})
   * @throws IOException when the folder cannot be written, or a music file cannot be read
   */
  public static EpisodeAudio open(
      Path framesFolder, String episode, AudioSettings settings, SegmentEncoder encoder)
      throws IOException {
    String name = episode.replaceAll("[/\\\\:\\p{Cntrl}]", "_");
    Levels levels = Levels.open(framesFolder.resolve("levels.tsv"));
    FrameStore store = FrameStore.open(framesFolder.resolve(name + ".frames"));
    // With a bed an episode may need another gain, which it must not keep without.
    String level = settings.music().bed().isPresent() ? name + " with its bed" : name;
    EpisodeAudio audio = new EpisodeAudio(level, settings, encoder, store, levels);
    try {
      audio.openMusic();
      return audio;
    } catch (IOException | RuntimeException e) {
      audio.close();
      throw e;
    }
  }

  /** Reads the music, so that a file that is none is told before a word is spoken. */
  private void openMusic() throws IOException {
    interludes();
    if (bed.isPresent()) {
      bed.get().read();
    }
  }

  /** Name and version of the encoder in use. */
  public String encoder() {
    return encoder.name();
  }

  /** Starts to encode a line in the background; what goes wrong is told by {@link #assemble}. */
  public void prepare(Clip clip, Voice voice) {
    Optional<Integer> gain = voices.gain(voice);
    if (gain.isPresent()) {
      coming.begin(clip, gain.get() + levels.episode(episode), () -> Wav.read(clip.wav()));
    } else {
      workers.submit(clip.identity(), Workers.Turn.NEW, () -> voices.measure(clip));
    }
  }

  /**
   * Starts to encode a line whose clip is still on its way to the disk, if a core has time for it
   * now: waiting sounds would fill memory.
   *
   * @param file the clip's WAV file
   */
  public void prepare(Clip clip, byte[] file, Voice voice) {
    Optional<Integer> gain = voices.gain(voice);
    if (gain.isPresent() && workers.haveTime()) {
      int all = gain.get() + levels.episode(episode);
      coming.begin(clip, all, () -> Wav.read(clip.wav(), file));
    }
  }

  /**
   * What an episode will most likely be.
   *
   * @param timeline its times
   * @param frames what can be written of it by now; none under a bed, which changes all of them
   */
  public record Foreseen(Timeline timeline, Optional<EarlyFrames> frames) {}

  /**
   * The episode, once the sound of all its lines is known but before all is encoded; empty when
   * that cannot be told. In the end {@link #assemble} has the last word.
   *
   * @throws Problem when the script has nothing to hear, or a line has no clip
   */
  public Optional<Foreseen> foreseen(
      Script script, Map<String, SpokenLine> spoken, Map<String, Clip> clips) throws IOException {
    Utterances.Walk walk = Utterances.of(script, spoken, clips);
    List<Segment> lines = new ArrayList<>();
    for (Utterance utterance : walk.all()) {
      Optional<Segment> line = coming.foreseen(utterance.clip(), gain(utterance));
      if (line.isEmpty()) {
        return Optional.empty();
      }
      lines.add(line.get());
    }
    Layout layout = Layout.of(format, walk, lines, interludes());
    if (settings.music().bed().isEmpty()) {
      foresight = Optional.of(new Foresight(format, layout, store));
    }
    return Optional.of(new Foreseen(layout.timeline(), foresight.map(Foresight::frames)));
  }

  /**
   * Makes the episode from its lines' clips.
   *
   * @throws Problem when the script has nothing to hear, or a line has no clip
   * @throws IOException when a clip cannot be read
   */
  public Track assemble(Script script, Map<String, SpokenLine> spoken, Map<String, Clip> clips)
      throws IOException {
    Utterances.Walk walk = Utterances.of(script, spoken, clips);
    // While the last lines are encoded.
    foresight.ifPresent(Foresight::measure);
    workers.await();
    voices.calibrate(walk.all());
    Layout layout = layout(walk);
    Loudness loudness = loudness(layout);
    int steps = steps(loudness);
    if (Math.abs(error(EpisodeLoudness.shifted(loudness, steps))) > TOLERANCE) {
      layout = trimmed(walk, loudness);
      loudness = EpisodeLoudness.of(format, layout);
      steps = 0;
    }
    foresight.ifPresent(ahead -> ahead.frames().end());
    store.compact(byKey(layout).values(), format.frameBytes());
    layout = layout.with(segment -> store.find(segment.key()).orElse(segment));
    return track(layout, EpisodeLoudness.shifted(loudness, steps), steps);
  }

  private Loudness loudness(Layout layout) {
    return foresight.isPresent()
        ? foresight.get().loudness(layout)
        : EpisodeLoudness.of(format, layout);
  }

  private double error(Loudness loudness) {
    boolean silence = loudness.lufs() <= GatedLoudness.SILENCE + Loudness.TWO_SPEAKERS;
    return silence ? 0 : loudness.lufs() - settings.lufs();
  }

  /** Whole steps of the frames' own gain that bring the episode nearer to its loudness. */
  private int steps(Loudness loudness) {
    if (Math.abs(error(loudness)) <= TOLERANCE) {
      return 0;
    }
    int steps = (int) Math.round(-error(loudness) / Frames.GAIN_STEP_DB);
    double peak = EpisodeLoudness.shifted(loudness, steps).truePeak();
    return steps > 0 && peak > SegmentMaker.HIGHEST_PEAK_DB ? 0 : steps;
  }

  /** Encodes the episode again with a gain of its own. */
  private Layout trimmed(Utterances.Walk walk, Loudness before) throws IOException {
    Loudness loudness = before;
    Layout layout;
    int round = 0;
    do {
      int trim = levels.episode(episode) - (int) Math.round(error(loudness) * 10);
      levels.setEpisode(episode, VoiceGains.clamp(trim));
      layout = layout(walk);
      loudness = EpisodeLoudness.of(format, layout);
      // The limiter takes some of a gain back: a second round finds what is missing.
    } while (Math.abs(error(loudness)) > TOLERANCE && ++round < 3);
    return layout;
  }

  private int gain(Utterance utterance) {
    return voices.gain(utterance.spoken().voice()).orElse(0) + levels.episode(episode);
  }

  /** All lines as segments, those that are missing encoded on all cores, in their places. */
  private Layout layout(Utterances.Walk walk) throws IOException {
    for (Utterance utterance : walk.all()) {
      int gain = gain(utterance);
      if (!segments.isVerified(maker.key(utterance.clip(), gain))) {
        workers.submit(
            utterance.clip().identity(), Workers.Turn.NEW, () -> intact(utterance.clip(), gain));
      }
    }
    workers.await();
    List<Segment> lines = new ArrayList<>();
    for (Utterance utterance : walk.all()) {
      lines.add(segment(utterance.clip(), gain(utterance)));
    }
    Layout layout = Layout.of(format, walk, lines, interludes());
    return bed.isPresent() ? mixer(bed.get()).under(layout) : layout;
  }

  private BedMixer mixer(Bed music) {
    return new BedMixer(format, maker, music, u -> maker.sound(u.clip(), gain(u)), this::mixed);
  }

  /** The chunks of these mixes, those that are missing made on all cores. */
  private List<Segment> mixed(List<BedMixer.Mix> mixes) throws IOException {
    for (BedMixer.Mix mix : mixes) {
      workers.submit(mix.key(), Workers.Turn.NEW, () -> segments.intact(mix.key(), mix::make));
    }
    workers.await();
    List<Segment> chunks = new ArrayList<>();
    for (BedMixer.Mix mix : mixes) {
      chunks.add(segments.of(mix.key(), mix::make));
    }
    return chunks;
  }

  private Interludes interludes() throws IOException {
    Music music = settings.music();
    return new Interludes(
        segment(music.opening()), segment(music.jingle()), segment(music.closing()));
  }

  private Optional<Segment> segment(Optional<Music.Piece> piece) throws IOException {
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    MusicMaker music = new MusicMaker(maker, format, settings.lufs());
    String key = music.key(piece.get());
    return Optional.of(segments.intact(key, frames -> music.make(piece.get(), key, frames)));
  }

  private Segment intact(Clip clip, int gain) throws IOException {
    return segments.intact(
        maker.key(clip, gain), frames -> maker.make(clip, gain, frames, shape -> {}));
  }

  private Segment segment(Clip clip, int gain) throws IOException {
    return segments.of(
        maker.key(clip, gain), frames -> maker.make(clip, gain, frames, shape -> {}));
  }

  private static Map<String, Segment> byKey(Layout layout) {
    Map<String, Segment> live = new LinkedHashMap<>();
    Stream.concat(layout.laid().stream(), layout.placed().stream())
        .map(Layout.Placed::segment)
        .forEach(segment -> live.put(segment.key(), segment));
    return live;
  }

  private Track track(Layout layout, Loudness loudness, int steps) {
    FrameSplice splice = new FrameSplice(format, layout, store, steps);
    int fresh = segments.fresh(layout);
    return new Track(
        layout.timeline(),
        loudness,
        layout.samples(),
        splice.bytes(),
        layout.frames() - fresh,
        fresh,
        encoder.name(),
        splice);
  }

  @Override
  public void close() throws IOException {
    workers.close();
    store.close();
  }
}
