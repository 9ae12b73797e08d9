package dev.zundacast.audio;

import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Voice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The gain that brings each voice to the show's loudness, found from its first lines and kept. */
final class VoiceGains {
  private static final int MAX_TENTHS = 300;

  private final AudioSettings settings;
  private final SegmentMaker maker;
  private final Levels levels;
  private final Workers workers;
  // Energies of clips whose voice has no gain yet, by the clips' identity.
  private final Map<String, float[]> measured = new ConcurrentHashMap<>();

  VoiceGains(AudioSettings settings, SegmentMaker maker, Levels levels, Workers workers) {
    this.settings = settings;
    this.maker = maker;
    this.levels = levels;
    this.workers = workers;
  }

  /** The voice's gain in tenths of a dB, empty when it has none yet. */
  Optional<Integer> gain(Voice voice) {
    return levels.voice(name(voice));
  }

  /** A gain in tenths of a dB that a level may have. */
  static int clamp(int tenths) {
    return Math.max(-MAX_TENTHS, Math.min(MAX_TENTHS, tenths));
  }

  /** Measures a line of a voice without a gain, unless enough are; gives how many are. */
  int measure(Clip clip) throws IOException {
    if (measured.size() < Levels.MOST_LINES) {
      energies(clip);
    }
    return measured.size();
  }

  /** Finds the gain of each voice that has none yet, from its lines in this episode. */
  void calibrate(Playlist playlist) throws IOException {
    Map<String, List<Clip>> byVoice = new LinkedHashMap<>();
    for (Playlist.Item item : playlist.items()) {
      byVoice
          .computeIfAbsent(name(item.spoken().voice()), name -> new ArrayList<>())
          .add(item.clip());
    }
    for (var voice : byVoice.entrySet()) {
      if (levels.worthMeasuring(voice.getKey(), voice.getValue().size())) {
        List<Clip> lines = voice.getValue();
        calibrate(voice.getKey(), lines.subList(0, Math.min(lines.size(), Levels.MOST_LINES)));
      }
    }
    measured.clear();
  }

  private void calibrate(String voice, List<Clip> clips) throws IOException {
    for (Clip clip : clips) {
      workers.submit(clip.identity(), () -> energies(clip));
    }
    workers.await();
    GatedLoudness loudness = new GatedLoudness(Mp3Format.SAMPLE_RATE);
    for (Clip clip : clips) {
      loudness.add(energies(clip));
    }
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

  private float[] energies(Clip clip) throws IOException {
    float[] known = measured.get(clip.identity());
    if (known == null) {
      known = maker.energies(clip);
      measured.put(clip.identity(), known);
    }
    return known;
  }
}
