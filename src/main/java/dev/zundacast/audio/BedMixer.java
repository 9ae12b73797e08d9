package dev.zundacast.audio;

import dev.zundacast.audio.Playlist.Item;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.episode.Section;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a layout of lines into one of chunks in which lines and bed are mixed. The bed starts anew
 * with each section, and chunks are counted from there: what is said in one section changes no
 * chunk of those after it.
 */
record BedMixer(
    SegmentMaker maker,
    BedLoop bed,
    IoFunction<Item, float[]> voice,
    IoFunction<List<Mix>, List<Segment>> chunks) {
  /** A chunk lasts six seconds: few enough rolls, and little to do again around a change. */
  private static final int CHUNK_FRAMES = 256;

  /** Frames encoded before and after a chunk and dropped: with 16 the joints are exact. */
  static final int ROLL_FRAMES = 16;

  /** Counts up whenever the same lines and bed would become other frames. */
  private static final String RECIPE = "bed 1";

  /** A part of a section of which the bed is heard, from one frame to another. */
  private record Stretch(int start, int end) {}

  TrackLayout under(TrackLayout layout) throws IOException {
    List<Stretch> stretches = stretches(layout);
    List<Mix> mixes = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (int start = stretch.start(); start < stretch.end(); start += CHUNK_FRAMES) {
        int end = Math.min(start + CHUNK_FRAMES, stretch.end());
        mixes.add(new Mix(layout, stretches, start, end));
      }
    }
    List<Segment> segments = chunks.apply(mixes);
    List<TrackLayout.Placed> placed = new ArrayList<>();
    layout.laid().stream().filter(place -> place.item() == null).forEach(placed::add);
    for (int i = 0; i < mixes.size(); i++) {
      placed.add(new TrackLayout.Placed(segments.get(i), null, mixes.get(i).start));
    }
    placed.sort(Comparator.comparingInt(TrackLayout.Placed::start));
    return new TrackLayout(layout.laid(), placed, layout.frames());
  }

  /** Sections, without the music before, between and after them. */
  private static List<Stretch> stretches(TrackLayout layout) {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    Section open = null;
    for (TrackLayout.Placed place : layout.laid()) {
      Item item = place.item();
      boolean goesOn = open == null || (item != null && item.section().id().equals(open.id()));
      if (!goesOn) {
        stretches.add(new Stretch(start, place.start()));
        start = place.start();
      }
      if (item == null) {
        start = place.end();
      }
      open = item == null ? null : item.section();
    }
    if (open != null) {
      stretches.add(new Stretch(start, layout.frames()));
    }
    return stretches;
  }

  /** Silent a little before the next section, whose first chunk then knows nothing of this one. */
  private static int bedEnd(Stretch stretch) {
    return stretch.end() - ROLL_FRAMES;
  }

  /** What is heard in one chunk and its rolls. */
  final class Mix {
    private final int start;
    private final int end;
    private final int from;
    private final int to;
    private final List<TrackLayout.Placed> near;
    private final List<Stretch> stretches;

    private Mix(TrackLayout layout, List<Stretch> all, int start, int end) {
      this.start = start;
      this.end = end;
      this.from = start - ROLL_FRAMES;
      this.to = end + ROLL_FRAMES;
      int down = Ducking.DOWN / Mp3Format.FRAME_SAMPLES + 1;
      int up = Ducking.UP / Mp3Format.FRAME_SAMPLES + 1;
      this.near =
          layout.laid().stream()
              .filter(place -> place.start() - down < to && place.end() + up > from)
              .filter(place -> place.item() != null)
              .toList();
      this.stretches = all.stream().filter(it -> it.start() < to && bedEnd(it) > from).toList();
    }

    /** All that the chunk's frames depend on, its place in the episode left out. */
    String key() {
      StringBuilder parts = new StringBuilder();
      for (TrackLayout.Placed place : near) {
        parts.append(place.segment().key()).append(' ').append(place.start() - start).append('\n');
      }
      int fade = Ducking.FADE_OUT / Mp3Format.FRAME_SAMPLES + 1 + ROLL_FRAMES;
      for (Stretch stretch : stretches) {
        // An end too far away to be heard yet makes no difference.
        int last = Math.min(stretch.end(), to + fade);
        parts.append(stretch.start() - start).append(' ').append(last - start).append('\n');
      }
      return maker.key(RECIPE, bed.key(), String.valueOf(end - start), parts.toString());
    }

    Segment.Made make() throws IOException {
      return maker.makePart(samples(), ROLL_FRAMES, key());
    }

    private float[] samples() throws IOException {
      float[] sum = new float[(to - from) * Mp3Format.FRAME_SAMPLES];
      float[] ducked = new float[sum.length];
      for (TrackLayout.Placed place : near) {
        Item item = place.item();
        int at = (place.start() - from) * Mp3Format.FRAME_SAMPLES;
        Segment segment = place.segment();
        Ducking.add(ducked, at + segment.speechStart(), at + segment.speechEnd());
        if (item != null && place.start() < to && place.end() > from) {
          add(sum, voice.apply(item), at);
        }
      }
      for (Stretch stretch : stretches) {
        addBed(sum, ducked, stretch);
      }
      return sum;
    }

    private void addBed(float[] sum, float[] ducked, Stretch stretch) {
      int last = Math.min(bedEnd(stretch), to);
      int first = Math.max(stretch.start(), from);
      if (first >= last) {
        return;
      }
      float[] gains = new float[(last - first) * Mp3Format.FRAME_SAMPLES];
      int at = (first - from) * Mp3Format.FRAME_SAMPLES;
      long position = (long) (first - stretch.start()) * Mp3Format.FRAME_SAMPLES;
      long length = (long) (bedEnd(stretch) - stretch.start()) * Mp3Format.FRAME_SAMPLES;
      for (int i = 0; i < gains.length; i++) {
        gains[i] = Ducking.gain(ducked[at + i]) * Ducking.fade(position + i, length);
      }
      bed.addTo(sum, at, position, gains);
    }

    private void add(float[] sum, float[] sound, int at) {
      for (int i = Math.max(0, -at); i < sound.length && at + i < sum.length; i++) {
        sum[at + i] += sound[i];
      }
    }
  }

  /** How loud the bed is: ducked while someone speaks, higher in pauses, faded at both ends. */
  private static final class Ducking {
    /** How much higher it is in a long pause, in dB. */
    private static final double RISE_DB = 6;

    /** It has gone down when the speech starts, and comes up more slowly than it went. */
    static final int DOWN = Mp3Format.samples(400);

    static final int UP = Mp3Format.samples(800);
    private static final int FADE_IN = Mp3Format.samples(1_000);
    static final int FADE_OUT = Mp3Format.samples(1_000);

    private Ducking() {}

    /** Ducks, from 0 to 1, under speech from one sample to another. */
    static void add(float[] ducked, int start, int end) {
      if (start == end) {
        return;
      }
      int last = Math.min(ducked.length, end + UP);
      for (int i = Math.max(0, start - DOWN); i < last; i++) {
        float depth = 1;
        if (i < start) {
          depth = MusicMaker.shape((float) (i - start + DOWN) / DOWN);
        } else if (i >= end) {
          depth = MusicMaker.shape((float) (end + UP - i) / UP);
        }
        ducked[i] = Math.max(ducked[i], depth);
      }
    }

    /** The factor for music at its ducked level. */
    static float gain(float ducked) {
      return ducked == 1 ? 1 : (float) SegmentMaker.factor(RISE_DB * (1 - ducked));
    }

    /** The factor at a sample of a stretch of that length. */
    static float fade(long sample, long length) {
      float in = Math.min(1, (float) sample / FADE_IN);
      float out = Math.min(1, (float) (length - sample) / FADE_OUT);
      return MusicMaker.shape(in) * MusicMaker.shape(out);
    }
  }

  /** A bed's file as music without end at its level: its end runs over into its start. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record BedLoop(String key, float[] music) {
    private static final int CROSSFADE = Mp3Format.samples(2_000);

    /** Adds what is heard of the endless music from a position on, each sample at its gain. */
    void addTo(float[] sum, int at, long position, float[] gains) {
      int fade = Math.min(CROSSFADE, music.length / 2);
      int period = music.length - fade;
      for (int i = 0; i < gains.length && period > 0; i++) {
        int in = (int) ((position + i) % period);
        float sample = music[in];
        if (in < fade && position + i >= period) {
          // Both at equal power, as two sounds that know nothing of each other need it.
          double turn = Math.PI / 2 * in / fade;
          sample = (float) (sample * Math.sin(turn) + music[period + in] * Math.cos(turn));
        }
        sum[at + i] += sample * gains[i];
      }
    }
  }
}
