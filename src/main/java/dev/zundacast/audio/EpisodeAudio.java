package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clips and pauses to one MP3. Each line is encoded alone, in the background as its clip arrives,
 * and its frames are kept; an episode is these frames with silent ones between, copied together.
 * {@link #encode} may be called from any thread, {@link #assemble} once all clips are there.
 */
public final class EpisodeAudio implements AutoCloseable {
  /** Farthest that an episode may be from its loudness, in LU. */
  private static final double TOLERANCE = 0.4;

  /** Farthest that a gain goes, in tenths of a dB. */
  private static final int MAX_TENTHS = 300;

  private final String episode;
  private final AudioSettings settings;
  private final SegmentEncoder encoder;
  private final SegmentMaker maker;
  private final FrameStore store;
  private final Levels levels;
  private final MusicMaker.Ready music;
  private final ExecutorService encoding =
      BackgroundTask.pool("encoder", Runtime.getRuntime().availableProcessors());
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /**
   * Opens all that an episode's audio is made with and can fail on: the encoder, the folder of
   * frames, the music.
   *
   * @param framesFolder holds a folder an episode and the voices' gains; made when missing
   * @param episode names the episode in it: the post's file name without its ending
   * @param shared frames and gains that other machines share
   * @throws Problem when the encoder is missing on this machine
   * @throws IOException when the folder cannot be written, or a music file cannot be used
   */
  public EpisodeAudio(Path framesFolder, String episode, AudioSettings settings, SharedStore shared)
      throws IOException {
    this.settings = settings;
    this.encoder = SegmentEncoder.open(settings.encoder());
    String name = episode.replaceAll("[/\\\\:\\p{Cntrl}]", "_");
    // With a bed an episode may need another gain, which it must not keep without.
    this.episode = settings.music().bed().isPresent() ? name + " with its bed" : name;
    this.store = new FrameStore(AtomicFile.makeFolder(framesFolder.resolve(name)), shared);
    this.maker = new SegmentMaker(encoder);
    this.levels = new Levels(framesFolder.resolve("levels"), shared);
    this.music = MusicMaker.open(settings, maker, store);
  }

  /** Starts to encode a line in the background; {@link #assemble} meets what goes wrong again. */
  public void encode(Clip clip, Voice voice) {
    // A voice that has no gain yet gets it when all of its lines are there.
    Optional<Integer> gain = gain(voice);
    if (gain.isPresent() && begun.add(clip.identity())) {
      int all = gain.get() + levels.episode(episode);
      // Handing an hour's lines to another thread takes longer than looking for them.
      if (store.find(maker.key(clip, all)).isEmpty()) {
        Future<Segment> unused = encoding.submit(() -> segment(clip, all));
      }
    }
  }

  /**
   * Makes the episode from its lines' clips.
   *
   * @throws Problem when the script has nothing to hear, or a line has no clip
   * @throws IOException when a clip cannot be read
   */
  public Track assemble(Script script, Map<String, SpokenLine> spoken, Map<String, Clip> clips)
      throws IOException {
    Playlist playlist = Playlist.of(script, spoken, clips);
    awaitEncoded();
    calibrate(playlist);
    TrackLayout layout = layout(playlist);
    if (Math.abs(error(layout.loudness())) > TOLERANCE) {
      layout = trimmed(playlist, layout);
    }
    store.tidy(
        Stream.concat(layout.laid().stream(), layout.placed().stream())
            .map(place -> place.segment().key())
            .collect(Collectors.toSet()));
    return track(layout);
  }

  private void awaitEncoded() throws IOException {
    encoding.shutdown();
    try {
      boolean unused = encoding.awaitTermination(1, TimeUnit.DAYS);
    } catch (InterruptedException e) {
      throw BackgroundTask.interrupted(e);
    }
  }

  private double error(Loudness loudness) {
    boolean silence = loudness.lufs() <= GatedLoudness.SILENCE + Loudness.TWO_SPEAKERS;
    return silence ? 0 : loudness.lufs() - settings.lufs();
  }

  /** Encodes the episode again with a gain of its own. */
  private TrackLayout trimmed(Playlist playlist, TrackLayout before) throws IOException {
    TrackLayout layout = before;
    int round = 0;
    do {
      int trim = levels.episode(episode) - (int) Math.round(error(layout.loudness()) * 10);
      levels.setEpisode(episode, clamp(trim));
      layout = layout(playlist);
      // The limiter takes some of a gain back: a second round finds what is missing.
    } while (Math.abs(error(layout.loudness())) > TOLERANCE && ++round < 3);
    return layout;
  }

  /** All lines as segments, those that are missing encoded on all cores, in their places. */
  private TrackLayout layout(Playlist playlist) throws IOException {
    List<Segment> lines = Parallel.map(playlist.items(), item -> segment(item.clip(), gain(item)));
    TrackLayout layout = TrackLayout.of(playlist, lines, music);
    if (music.bed().isEmpty()) {
      return layout;
    }
    return new BedMixer(
            maker,
            music.bed().get(),
            item -> maker.sound(item.clip(), gain(item)),
            mixes -> Parallel.map(mixes, mix -> store.get(mix.key(), mix::make)))
        .under(layout);
  }

  private int gain(Playlist.Item item) {
    return gain(item.spoken().voice()).orElse(0) + levels.episode(episode);
  }

  private Segment segment(Clip clip, int gain) throws IOException {
    return store.get(maker.key(clip, gain), () -> maker.make(clip, gain));
  }

  private Track track(TrackLayout layout) {
    int fresh =
        layout.placed().stream()
            .map(TrackLayout.Placed::segment)
            .filter(segment -> store.isNew(segment.key()))
            .mapToInt(Segment::frames)
            .sum();
    return new Track(
        layout.timeline(),
        layout.loudness(),
        layout.samples(),
        layout.frames() - fresh,
        fresh,
        encoder.name(),
        layout,
        store);
  }

  /** The gain in tenths of a dB that brings a voice to the show's loudness, empty for none yet. */
  private Optional<Integer> gain(Voice voice) {
    return levels.voice(name(voice));
  }

  /** A gain in tenths of a dB that a level may have. */
  private static int clamp(int tenths) {
    return Math.max(-MAX_TENTHS, Math.min(MAX_TENTHS, tenths));
  }

  /** Finds the gain of each voice that has none yet, from its lines in this episode. */
  private void calibrate(Playlist playlist) throws IOException {
    Map<String, List<Clip>> byVoice = new LinkedHashMap<>();
    for (Playlist.Item item : playlist.items()) {
      byVoice
          .computeIfAbsent(name(item.spoken().voice()), name -> new ArrayList<>())
          .add(item.clip());
    }
    for (var voice : byVoice.entrySet()) {
      List<Clip> lines = voice.getValue();
      if (levels.worthMeasuring(voice.getKey(), lines.size())) {
        calibrate(voice.getKey(), lines.subList(0, Math.min(lines.size(), Levels.MOST_LINES)));
      }
    }
  }

  private void calibrate(String voice, List<Clip> clips) throws IOException {
    GatedLoudness loudness = new GatedLoudness(Mp3Format.SAMPLE_RATE);
    Parallel.map(clips, maker::energies).forEach(loudness::add);
    double lufs = loudness.integrated() + Loudness.TWO_SPEAKERS;
    if (lufs > GatedLoudness.SILENCE + Loudness.TWO_SPEAKERS) {
      int gain = clamp((int) Math.round((settings.lufs() - lufs) * 10));
      levels.setVoice(voice, gain, clips.size());
    }
  }

  private String name(Voice voice) {
    return String.join(
        " ",
        settings.engine(),
        voice.character(),
        voice.style(),
        String.valueOf(voice.parameters().volume()),
        String.valueOf(settings.lufs()));
  }

  /** Interrupts what is still encoded and waits for its end: the store is closed after it. */
  @Override
  public void close() {
    encoding.shutdownNow();
    BackgroundTask.awaitEnd(encoding);
  }
}
